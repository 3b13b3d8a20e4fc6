/**
 * What a reader wants to see at a witness: states, observables and loss of every run at the failing step, enclosed.
 *
 * Rigorous (dyadic intervals, outward-rounded decimals), but shown only: no verdict rests on it.
 */
import type { ExactPoint } from '../claim/point.ts';
import type { Program, RunProgram } from '../claim/program.ts';
import type { Ends } from '../claim/witness.ts';
import type { Shape } from '../expr/expr.ts';
import { type Dyadic, dyadic, hull, toDecimals } from '../number/dyadic.ts';
import { rational } from '../number/rational.ts';
import { evaluate, tape } from '../tape/tape.ts';
import { solvedAt } from './solved.ts';

const BITS = 212;
const CAP = 60;

const entryName = (name: string, s: Shape, i: number): string =>
  s.kind === 'scalar'
    ? name
    : s.kind === 'matrix'
      ? `${name}[${Math.floor(i / s.columns)},${i % s.columns}]`
      : `${name}[${i}]`;

type Env = readonly (Dyadic | undefined)[];

function named(
  r: RunProgram,
  p: Program,
): { readonly names: readonly string[]; readonly terms: Parameters<typeof tape>[1] } {
  const usable = new Set([...p.env, ...r.node.variables, r.node.clock]);
  const inputs = new Set(p.inputs);
  const rows = [
    ...r.node.state.map((s, i) => ({ ...s, terms: r.node.variables.slice(offset(r, i), offset(r, i + 1)) })),
    ...r.node.observables,
    ...(r.node.loss
      ? [{ name: 'loss', shape: { kind: 'scalar', rows: 1, columns: 1 } as Shape, terms: [r.node.loss] }]
      : []),
  ];
  const free = rows.filter((o) => o.terms.every((t) => ![...leavesOf(t)].some((l) => inputs.has(l) || !usable.has(l))));
  return {
    names: free.flatMap((o) => o.terms.map((_, i) => entryName(o.name, o.shape, i))),
    terms: free.flatMap((o) => o.terms),
  };
}

const offset = (r: RunProgram, index: number): number =>
  r.node.state.slice(0, index).reduce((n, s) => n + s.shape.rows * s.shape.columns, 0);

function* leavesOf(t: Parameters<typeof tape>[1][number]): Generator<typeof t> {
  const seen = new Set<typeof t>();
  const stack = [t];
  for (let n = stack.pop(); n; n = stack.pop()) {
    if (seen.has(n)) continue;
    seen.add(n);
    if (n.op === 'var' || n.op === 'quantity') yield n;
    stack.push(...n.args);
  }
}

function stateAt(r: RunProgram, env: Env, x: ExactPoint, step: number): Env {
  const A = dyadic(BITS);
  let state = evaluate(A, r.start, env);
  for (let k = 0; k < step; k++) {
    const inputs = (x.inputs[k] ?? []).map(A.rational);
    state = evaluate(A, r.step, [...env, ...state, A.rational(rational(k)), ...inputs]);
  }
  return state;
}

/** Solved quantities, and what has a name at the limits among them. */
function solvedOnes(p: Program, x: ExactPoint): { readonly [name: string]: Ends } {
  const A = dyadic(BITS);
  const questions = p.instance.solved ?? [];
  const out: { [name: string]: Ends } = {};
  const show = (label: string, v: Dyadic | undefined): void => {
    if (v && A.defined(v) === 'yes' && Object.keys(out).length < CAP) out[label] = toDecimals(v) as Ends;
  };
  solvedAt(p, x.params, BITS).forEach((answer, k) => {
    const q = questions[k]!;
    const values = answer.values.map((v) => v && hull(A.rational(v[0]), A.rational(v[1])));
    q.labels.forEach((label, i) => {
      show(label, values[i]);
    });
    if (q.kind !== 'flow limit' && q.kind !== 'descent limit') return;
    const { node } = p.runs[q.run]!;
    const state = q.kind === 'flow limit' ? values : values.slice(1);
    const env: (Dyadic | undefined)[] = [...x.params.map(A.rational)];
    env.length = p.env.length;
    for (const o of node.observables) {
      const there = evaluate(A, tape([...p.env, ...node.variables, node.clock], o.terms), [...env, ...state]);
      there.forEach((v, i) => {
        show(entryName(`${o.name}(∞)`, o.shape, i), v);
      });
    }
  });
  return out;
}

/** Enclosures by name at the failing step (the start for pointwise claims; runs of fixed length at their end). */
export function quantitiesAt(p: Program, x: ExactPoint, step: number | null): { readonly [name: string]: Ends } {
  const A = dyadic(BITS);
  const env: (Dyadic | undefined)[] = x.params.map(A.rational);
  env.length = p.env.length;
  const out: { [name: string]: Ends } = { ...solvedOnes(p, x) };
  const atLimit = new Set((p.instance.solved ?? []).flatMap((q) => ('run' in q ? [q.run] : [])));
  for (const r of p.runs.filter((q) => q.node.kind === 'map' && !(step === null && atLimit.has(q.node.id)))) {
    const k = step ?? r.node.steps ?? 0;
    const { names, terms } = named(r, p);
    const here = [...env, ...stateAt(r, env, x, k), A.rational(rational(k))];
    const values = evaluate(A, tape([...p.env, ...r.node.variables, r.node.clock], terms), here);
    const prefix = p.runs.length > 1 ? `run${r.node.id + 1}.` : '';
    names.slice(0, CAP).forEach((name, i) => {
      const v = values[i];
      if (v && A.defined(v) === 'yes') out[`${prefix}${name}`] = toDecimals(v) as Ends;
    });
  }
  return out;
}
