/**
 * Instances of the kernel's axioms: by name at given terms, and all those that the atoms of some terms call for.
 *
 * Untrusted. An instance is a theorem under the assumptions of the environment; side conditions are proved or it is left out.
 */
import * as T from '../expr/term.ts';
import { AXIOM_VARIABLES, normal, type Relation, type Theorem } from '../kernel/index.ts';
import type { Rational } from '../number/rational.ts';
import { type Env, first, needed, settle } from './env.ts';
import { K } from './recorded.ts';

type Term = T.Term;

/** The axiom at the given terms, its side conditions proved. */
export function instance(env: Env, name: string, terms: readonly Term[], exponent?: Rational): Theorem {
  settle(env, ...terms);
  const axiom = exponent ? K.axiom(name, exponent) : K.axiom(name);
  const pairs = terms.map((t, i) => [AXIOM_VARIABLES[i]!, t] as const);
  const weak = K.weaken(axiom, [...env.given, ...axiom.statement.given]);
  const σ = new Map(pairs);
  const given = weak.statement.given.map(
    (p): Relation => ({ ...p, left: T.substitute(p.left, σ), right: T.substitute(p.right, σ) }),
  );
  const th = K.instantiate(weak, pairs, needed(given, env.facts, ...terms));
  const own = th.statement.given.filter(
    (p) => !env.given.some((q) => q.left === p.left && q.right === p.right && q.op === p.op),
  );
  return own.reduce((t, p) => K.cut(env.prove(env, p), t), th);
}

type Wanted = readonly [name: string, terms: readonly Term[], exponent?: Rational];
const CALLS: { readonly [op: string]: (a: Term) => readonly Wanted[] } = {
  exp: (a) => [...exponential(a), ...(a.op === 'log' ? [['expLog', [a.args[0]!]] as const] : [])],
  log: (a) => (a.op === 'exp' ? [['logExp', [a.args[0]!]]] : [['expLog', [a]]]),
  sinh: (a) => [['sinhExp', [a]], ...(a.op === 'asinh' ? [['sinhAsinh', [a.args[0]!]] as const] : [])],
  cosh: (a) => [['coshExp', [a]]],
  tanh: (a) => [['tanhRatio', [a]], ...(a.op === 'atanh' ? [['tanhAtanh', [a.args[0]!]] as const] : [])],
  asinh: (a) => (a.op === 'sinh' ? [['asinhSinh', [a.args[0]!]]] : [['sinhAsinh', [a]]]),
  atanh: (a) => [['tanhAtanh', [a]]],
  sin: (a) => [['pythagoras', [a]], ...(a.op === 'add' ? [['sinAdd', a.args] as const] : [])],
  cos: (a) => [['pythagoras', [a]], ...(a.op === 'add' ? [['cosAdd', a.args] as const] : [])],
};
/** Half of n·c, for a whole n ≥ 2; for an odd n half of (n − 1)·c. */
function halves(a: Term): readonly Term[] {
  const [n, c] = a.args as [Term, Term];
  if (a.op !== 'mul' || n.op !== 'num' || n.value!.den !== 1n || n.value!.num < 2n) return [];
  const half = n.value!.num / 2n;
  return [half === 1n ? c : T.mul(T.whole(half), c)];
}
/** e^(a+b), e^(−a), e^(a−b), e^(2a), e^0 in terms of e^a, e^b. */
function exponential(a: Term): readonly Wanted[] {
  const [b, c] = a.args as [Term, Term];
  const zero = (): boolean => {
    try {
      return normal.equalNormal(a, T.whole(0));
    } catch {
      return false;
    }
  };
  if (zero()) return [['expZero', []]];
  if (a.op === 'add') return [['expAdd', [b, c]]];
  if (a.op === 'neg') return [['expNeg', [b]], ...halves(b).map((h): Wanted => ['expAdd', [T.neg(h), T.neg(h)]])];
  if (a.op === 'sub')
    return [
      ['expAdd', [b, T.neg(c)]],
      ['expNeg', [c]],
    ];
  if (a.op !== 'mul' || b.op !== 'num') return [];
  if (b.value!.num < 0n) return [['expNeg', [T.mul(T.num({ num: -b.value!.num, den: b.value!.den }), c)]]];
  return halves(a).map((h) => ['expAdd', [h, normal.equalNormal(T.add(h, h), a) ? h : T.add(h, c)]]);
}

/** What the atoms of the terms call for, and the atoms of that, twice over. */
export function instances(env: Env, terms: readonly Term[], rounds = 2): readonly Theorem[] {
  const seen = new Set<string>();
  const out: Theorem[] = [];
  let open: readonly Term[] = terms;
  for (let i = 0; i < rounds; i++) {
    const before = out.length;
    for (const t of T.postorder(open))
      for (const [name, args, exponent] of CALLS[t.op]?.(t.args[0]!) ?? []) {
        const key = `${name} ${args.map((a) => a.id)}`;
        if (seen.has(key) || out.length > 60) continue;
        seen.add(key);
        const th = first(() => instance({ ...env, depth: 1 }, name, args, exponent));
        if (th) out.push(th);
      }
    open = out.slice(before).flatMap((t) => {
      const p = t.statement.shows;
      return p.kind === 'relation' ? [p.left, p.right] : [];
    });
  }
  return out;
}
