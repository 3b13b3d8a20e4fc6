/**
 * An author's derivation as data: `by.ring(…)`, `by.induction(run, …)` and so on, in the notation of the claim.
 *
 * Untrusted: a step names a way and says what it shows; the replay turns it into kernel calls, which accept or refuse.
 */
import type { Moment, Run } from '../dynamics/descent.ts';
import { type Flow, rates } from '../dynamics/flow.ts';
import { checkRecord, momentAt, type RunNode, symbol, symbolicMoment } from '../dynamics/run.ts';
import { ClaimError } from '../expr/error.ts';
import { type Expr, isExpr, SCALAR } from '../expr/expr.ts';
import { type Notation, notationLatex, notationText } from '../expr/notation.ts';
import { type Hole, holeValue } from '../expr/parse.ts';
import { checkStatement, type Logic, type Statement } from '../expr/statement.ts';
import * as T from '../expr/term.ts';

type Term = T.Term;
const WAYS = ['prove', 'ring', 'positive', 'rewrite', 'root', 'axiom', 'grows', 'box', 'companion'] as const;
export type Way = (typeof WAYS)[number];
const ALONG = ['constant', 'nonincreasing', 'staysPositive', 'keepsSign'] as const;
export type AlongWay = (typeof ALONG)[number];

/** One step. `steps` are what is shown inside: under an induction's hypotheses, at a moment of a flow, in a case. */
export type Step =
  | {
      readonly by: Way;
      readonly says: Logic;
      readonly text: string;
      readonly latex: string;
      readonly slope: Term | undefined;
    }
  | {
      readonly by: 'contradiction';
      readonly says: Logic;
      readonly text: string;
      readonly latex: string;
      readonly steps: readonly Step[];
    }
  | {
      readonly by: 'assuming';
      readonly says: Logic;
      readonly text: string;
      readonly latex: string;
      readonly steps: readonly Step[];
    }
  | {
      readonly by: 'lemma';
      /** The lemma's variables and the formulas in their place, once for each use. */
      readonly uses: readonly (readonly (readonly [Term, Term])[])[];
      readonly from: readonly Logic[];
      readonly shows: Logic;
      readonly text: string;
      readonly latex: string;
      readonly steps: readonly Step[];
    }
  | {
      readonly by: 'law';
      readonly name: string;
      /** The formulas it is used at, once for each entry of vectors. */
      readonly uses: readonly (readonly Term[])[];
      readonly text: string;
      readonly latex: string;
    }
  | {
      readonly by: 'cases';
      readonly says: Logic;
      readonly text: string;
      readonly latex: string;
      readonly between: readonly [Term, Term];
      readonly below: readonly Step[];
      readonly above: readonly Step[];
    }
  | {
      readonly by: 'induction';
      readonly run: number;
      readonly keeps: Logic;
      readonly text: string;
      readonly latex: string;
      readonly steps: readonly Step[];
    }
  | {
      readonly by: 'always';
      readonly run: number;
      readonly text: string;
      readonly latex: string;
      readonly steps: readonly Step[];
    }
  | {
      readonly by: AlongWay;
      readonly run: number;
      readonly of: readonly Term[];
      /** For each of them, where given. */
      readonly factor: readonly Term[];
      readonly slope: readonly Term[];
      readonly text: string;
      readonly latex: string;
      readonly steps: readonly Step[];
    }
  | {
      readonly by: 'along';
      readonly run: number;
      readonly says: Logic;
      readonly text: string;
      readonly latex: string;
      readonly steps: readonly Step[];
    };

type Steps = Step | readonly Step[];
const list = (s: Steps | undefined): readonly Step[] => (s === undefined ? [] : Array.isArray(s) ? s : [s as Step]);

const shown =
  (by: Way) =>
  (s: Statement, options: { readonly slope?: Expr } = {}): Step => {
    const { logic, text, latex } = checkStatement(s, `in by.${by}`);
    return { by, says: logic, text, latex, slope: options.slope?.entries[0] };
  };

type At<K extends string> = Moment<K> & { readonly next: Moment<K> };
type AtFlow<K extends string> = Moment<K> & { readonly rate: Moment<K> };
type AnyRun<K extends string> = Run<K>;
interface Induction<K extends string> {
  /** What holds at every step: true at the start, and at the next step whenever true at one. */
  readonly keeps: (moment: Moment<K>) => Statement;
  /** Steps from what is kept (and the inputs' domains) to what is kept at the next step. */
  readonly step?: (moment: At<K>) => Steps;
}

const nodeOf = (run: { readonly node: RunNode }, kind: RunNode['kind']): RunNode => {
  if (run?.node?.kind !== kind) throw new ClaimError(kind === 'map' ? 'a run' : 'a flow', 'something else');
  return run.node;
};
function moment(node: RunNode): Record<string, unknown> {
  const m = symbolicMoment(node);
  const next = (): unknown => momentAt(node, node.step, T.add(node.clock, T.whole(1)), 'next');
  const beyond = node.kind === 'map' ? next() : rates(node, symbolicMoment(node));
  Object.defineProperty(m, node.kind === 'map' ? 'next' : 'rate', { enumerable: true, get: () => beyond });
  return m;
}

function induction<K extends string>(run: AnyRun<K>, options: Induction<K>): Step {
  const node = nodeOf(run, 'map');
  const here = moment(node) as At<K>;
  const keeps = checkStatement(options.keeps(here), 'from keeps');
  const { logic, text, latex } = keeps;
  return { by: 'induction', run: node.id, keeps: logic, text, latex, steps: list(options.step?.(here)) };
}

/** Steps at one step of a run, from what is kept there, on the way to what is concluded of every step. */
function always<K extends string>(run: AnyRun<K>, steps: (moment: At<K>) => Steps): Step {
  const node = nodeOf(run, 'map');
  const text = 'at every step';
  return { by: 'always', run: node.id, text, latex: `\\text{${text}}`, steps: list(steps(moment(node) as At<K>)) };
}

interface AlongOptions<K extends string> {
  /** staysPositive: the factor c in (rate of e) ≥ c·e. */
  readonly factor?: (moment: AtFlow<K>) => Expr;
  /** constant, nonincreasing: the rate as the author writes it, with its sign plain. */
  readonly slope?: (moment: AtFlow<K>) => Expr;
  /** Steps at a moment of the flow, from what is known along it. */
  readonly steps?: (moment: AtFlow<K>) => Steps;
}

const alongWay =
  (by: AlongWay) =>
  <K extends string>(run: Flow<K>, of: (moment: AtFlow<K>) => Expr, options: AlongOptions<K> = {}): Step => {
    const node = nodeOf(run, 'flow');
    const here = moment(node) as AtFlow<K>;
    const e: unknown = of(here);
    if (!isExpr(e)) throw new ClaimError(`a formula in by.${by}`, typeof e);
    const factor = options.factor?.(here).entries ?? [];
    const slope = options.slope?.(here).entries ?? [];
    const [text, latex] = [notationText(e.notation), notationLatex(e.notation)];
    return { by, run: node.id, of: e.entries, factor, slope, text, latex, steps: list(options.steps?.(here)) };
  };

/** A relation at every moment of the flow, from what is known along it. */
function along<K extends string>(
  run: Flow<K>,
  says: (moment: AtFlow<K>) => Statement,
  steps?: (moment: AtFlow<K>) => Steps,
): Step {
  const node = nodeOf(run, 'flow');
  const here = moment(node) as AtFlow<K>;
  const { logic, text, latex } = checkStatement(says(here), 'in by.along');
  return { by: 'along', run: node.id, says: logic, text, latex, steps: list(steps?.(here)) };
}

interface Cases {
  /** The two cases are a ≤ b and b ≤ a. */
  readonly between: readonly [Expr | number, Expr | number];
  readonly below?: Steps;
  readonly above?: Steps;
}
function cases(s: Statement, { between, below, above }: Cases): Step {
  const { logic, text, latex } = checkStatement(s, 'in by.cases');
  const [a, b] = between.map((e) => holeValue(e as Hole).entries[0]!);
  return { by: 'cases', says: logic, text, latex, between: [a!, b!], below: list(below), above: list(above) };
}

/** By contradiction: its opposite, and the steps under it, lead to 0 < 0. */
function contradiction(s: Statement, steps?: Steps): Step {
  const { logic, text, latex } = checkStatement(s, 'in by.contradiction');
  return { by: 'contradiction', says: logic, text, latex, steps: list(steps) };
}

/** Steps for the conclusions (or the cases of the hypotheses) under which this is assumed, where not everywhere. */
function assuming(s: Statement, steps: Steps): Step {
  const { logic, text, latex } = checkStatement(s, 'in by.assuming');
  return { by: 'assuming', says: logic, text, latex, steps: list(steps) };
}

interface Lemma<N extends string> {
  /** What it assumes of the numbers; shown of the formulas put in their place. */
  readonly from?: (all: { readonly [K in N]: Expr }) => Statement | readonly Statement[];
  readonly shows: (all: { readonly [K in N]: Expr }) => Statement;
  readonly steps?: (all: { readonly [K in N]: Expr }) => Steps;
  /** It is about numbers, and used at every entry of the vectors. */
  readonly entries?: boolean;
}
/** Lists of terms side by side, entry by entry; single ones are used with every entry. */
const entrywise = (es: readonly (readonly Term[])[]): readonly (readonly Term[])[] =>
  Array.from({ length: Math.max(1, ...es.map((e) => e.length)) }, (_, i) => es.map((e) => e[e.length === 1 ? 0 : i]!));

interface Words {
  readonly text: string;
  readonly latex: string;
}
const MOST_WORDS = 160;
const brief = (words: string): string => (words.length <= MOST_WORDS ? words : `${words.slice(0, MOST_WORDS)} …`);
/** What it assumes, what it shows, and the formulas in the place of its names. */
function lemmaWords(from: readonly Words[], shows: Words, put: readonly (readonly [string, Notation])[]): Words {
  const at = put.map(([name, n]) => `${name} = ${brief(notationText(n))}`).join(', ');
  const given = from.map((s) => s.text).join(', ');
  const tex = from.map((s) => s.latex).join(',\\ ');
  return {
    text: `${given ? `if ${given}: ` : ''}${shows.text}; at ${at}`,
    latex: `${tex ? `${tex}\\ \\Rightarrow\\ ` : ''}${shows.latex}`,
  };
}

/** A statement about any numbers (vectors, matrices) of these names, used with these formulas in their place. */
function lemma<N extends string>(put: { readonly [K in N]: Expr }, { from, shows, steps, entries }: Lemma<N>): Step {
  const given = checkRecord(put, 'by.lemma');
  const any = given.map(([name, e]) => [name, symbol('any:', name, entries ? SCALAR : e.shape)] as const);
  const all = Object.fromEntries(any) as { readonly [K in N]: Expr };
  const names = any.flatMap(([, e]) => e.entries);
  const terms = given.map(([, e]) => e.entries);
  const uses = (entries ? entrywise(terms) : [terms.flat()]).map((ts) => ts.map((t, j) => [names[j]!, t] as const));
  const assumed = [from?.(all) ?? []].flat().map((s: Statement) => checkStatement(s, 'from from'));
  const { logic, ...said } = checkStatement(shows(all), 'from shows');
  return {
    by: 'lemma',
    uses,
    from: assumed.map((s) => s.logic),
    shows: logic,
    ...lemmaWords(
      assumed,
      said,
      given.map(([name, e]) => [name, e.notation] as const),
    ),
    steps: list(steps?.(all)),
  };
}

/** A law of the elementary functions by its name (expAdd, sinhExp, …) at given formulas, at each entry of vectors. */
function law(name: string, ...at: readonly (Expr | number)[]): Step {
  const uses = entrywise(at.map((e) => holeValue(e as Hole).entries));
  return { by: 'law', name, uses, text: name, latex: `\\text{${name}}` };
}

/** Ways to show a step; each says what it shows, in the notation of the claim. */
export const by = {
  prove: shown('prove'),
  ring: shown('ring'),
  positive: shown('positive'),
  rewrite: shown('rewrite'),
  root: shown('root'),
  axiom: shown('axiom'),
  grows: shown('grows'),
  box: shown('box'),
  companion: shown('companion'),
  law,
  cases,
  contradiction,
  assuming,
  lemma,
  induction,
  always,
  along,
  constant: alongWay('constant'),
  nonincreasing: alongWay('nonincreasing'),
  staysPositive: alongWay('staysPositive'),
  keepsSign: alongWay('keepsSign'),
} as const;

export type Derivation = 'ring' | Steps;
/** A derivation as given by the author, as a list. */
export const derivationSteps = (d: Derivation | undefined): readonly Step[] =>
  d === undefined || d === 'ring' ? [] : list(d);
