/**
 * The sealed theorem. Γ ⊢ P: at every real assignment where all of Γ is defined and true, P is defined and true.
 *
 * Trusted; the heart of it. Only the modules of kernel/ may import `rule`, and kernel/index.ts does not export it.
 * Out of scope: replaced globals (for those, replay an exported proof in a fresh process).
 */
import { distinct, type Proposition, within } from './proposition.ts';
import { Refused, type Relation, type Relations, refuse } from './relation.ts';

export type Statement = { readonly given: Relations; readonly shows: Proposition };
/** What a theorem rests on: how often each rule was used, the axioms, and the statements of its enclosures. */
export type Leaves = {
  readonly rules: { readonly [rule: string]: number };
  readonly axioms: readonly string[];
  readonly enclosures: readonly Statement[];
};

const SEAL = Symbol('theorem');
function freeze<T>(x: T): T {
  if (typeof x === 'object' && x !== null && !Object.isFrozen(x)) Object.values(Object.freeze(x)).forEach(freeze);
  return x;
}

export class Theorem {
  readonly #rule: string;
  readonly #from: readonly Theorem[];
  readonly statement: Statement;

  constructor(seal: symbol, rule: string, from: readonly Theorem[], given: Relations, shows: Proposition) {
    if (seal !== SEAL || new.target !== Theorem) throw new TypeError('only a rule of the kernel makes a theorem');
    this.#rule = rule;
    this.#from = from;
    this.statement = freeze({ given, shows });
    Object.freeze(this);
  }

  static is(x: unknown): x is Theorem {
    return typeof x === 'object' && x !== null && #rule in x;
  }

  get leaves(): Leaves {
    const seen = new Set<Theorem>([this]);
    const rules: Record<string, number> = {};
    for (const t of seen) {
      rules[t.#rule] = (rules[t.#rule] ?? 0) + 1;
      for (const premise of t.#from) seen.add(premise);
    }
    const axioms = Object.keys(rules).flatMap((r) => (r.startsWith('axiom ') ? [r.slice(6)] : []));
    const enclosures = [...seen].filter((t) => t.#rule === 'enclose').map((t) => t.statement);
    return Object.freeze({ rules, axioms: axioms.sort(), enclosures });
  }
}
Object.freeze(Theorem.prototype);
Object.freeze(Theorem);

export const isTheorem = (x: unknown): x is Theorem => Theorem.is(x);

export type Draft = Statement & { readonly from: readonly Theorem[]; readonly label?: string };
/** Turns the body of a rule, which checks its arguments and says what follows, into the rule. */
export function rule<A extends readonly unknown[]>(name: string, body: (...args: A) => Draft): (...args: A) => Theorem {
  return (...args) => {
    try {
      const { from, given, shows, label } = body(...args);
      return new Theorem(SEAL, label ?? name, from, distinct(given), shows);
    } catch (e) {
      throw new Refused(name, e instanceof Refused ? e.parts : [e instanceof Error ? e.message : 'refused']);
    }
  };
}

export const givenOf = (...ts: readonly Theorem[]): Relations => ts.flatMap((t) => t.statement.given);
export function relationOf(t: Theorem, ...ops: readonly string[]): Relation {
  const p = t.statement.shows;
  if (p.kind !== 'relation') refuse('a theorem that shows a relation is wanted');
  return ops.length === 0 || ops.includes(p.op) ? p : refuse(`a relation by ${ops.join(' or ')} is wanted, found`, p);
}
/** The premise, if it may be used under these assumptions: its own are among them. */
export function under(given: Relations, premise: unknown): Theorem {
  if (!Theorem.is(premise)) refuse('a theorem of this kernel is wanted');
  const extra = premise.statement.given.filter((p) => !within([p], given)).slice(0, 3);
  return extra.length === 0 ? premise : refuse('a premise under fewer assumptions is wanted; this one has', ...extra);
}
