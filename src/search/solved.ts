/**
 * Solved quantities of a program in doubles: what the search sees before certify/solved.ts proves or refuses it.
 *
 * Search tier. Fills the slots from `solvedAt` on, in place; NaN for what has no answer. A run that does not settle counts
 * as one that does not converge. Cost: solvers.ts and limits.ts.
 */
import type { Program } from '../claim/program.ts';
import { type Diagonal, diagonalOf } from '../dynamics/diagonal.ts';
import type { SolvedQuestion } from '../dynamics/solved.ts';
import type { Term } from '../expr/term.ts';
import { type Compiled, compile } from '../tape/javascript.ts';
import { tape } from '../tape/tape.ts';
import { flowLimit, settle } from './limits.ts';
import { largestEigenvalue, leastL1, leastL2, type Rows, separatorL1, separatorL2 } from './solvers.ts';

/** Writes the answer's entries into `out`. */
type Fill = (env: Float64Array, out: Float64Array) => void;

function values(p: Program, terms: readonly Term[]): (env: Float64Array) => Float64Array {
  const code: Compiled = compile(tape(p.env, terms));
  const out = new Float64Array(terms.length);
  return (env) => {
    code(env, out);
    return out;
  };
}
const rows = (flat: Float64Array, columns: number): Rows =>
  Array.from({ length: flat.length / columns }, (_, i) => flat.slice(i * columns, (i + 1) * columns));
const euclid = (w: readonly number[]): number => Math.hypot(...w);
const size1 = (w: readonly number[]): number => w.reduce((s, v) => s + Math.abs(v), 0);

function matrixQuestion(p: Program, q: Extract<SolvedQuestion, { kind: 'least' | 'margin' | 'eigenvalue' }>): Fill {
  if (q.kind === 'eigenvalue') {
    const k = values(p, q.k);
    return (env, out) => {
      out[0] = largestEigenvalue(rows(k(env), q.columns));
    };
  }
  if (q.kind === 'margin') {
    const z = values(p, q.z);
    return (env, out) => {
      const all = rows(z(env), q.columns);
      const w = q.norm === 'l1' ? separatorL1(all, q.columns) : separatorL2(all, q.columns);
      const size = q.norm === 'l1' ? size1(w) : euclid(w);
      out.set([1 / size, ...w.map((v) => v / size)]);
    };
  }
  const [x, y] = [values(p, q.x), values(p, q.y)];
  return (env, out) => {
    const [all, target] = [rows(x(env), q.columns), [...y(env)]];
    const w =
      q.norm === 'l1' ? leastL1(all, target, q.columns, q.sign === 'nonnegative') : leastL2(all, target, q.columns);
    out.set([q.norm === 'l1' ? size1(w) : euclid(w), ...w]);
  };
}

function flowQuestion(p: Program, run: number): Fill {
  const { node } = p.runs[run]!;
  const parts = node.lossParts;
  const network: Diagonal | undefined = diagonalOf(node);
  if (!parts?.y || !network) return (_, out) => void out.fill(NaN);
  const [x, y, start] = [values(p, parts.X.entries), values(p, parts.y.entries), values(p, node.start)];
  const d = parts.w.entries.length;
  return (env, out) => {
    const state = start(env).slice(0, out.length);
    flowLimit(network, rows(x(env), d), [...y(env)], state);
    out.set(state);
  };
}

function descentQuestion(p: Program, run: number): Fill {
  const { node } = p.runs[run]!;
  const start = values(p, node.start);
  const step: Compiled = compile(tape([...p.env, ...node.variables, node.clock], node.step));
  const here = new Float64Array(p.env.length + node.variables.length + 1);
  return (env, out) => {
    const state = Float64Array.from(start(env));
    here.set(env);
    const settled = settle(state, (s, k) => {
      here.set(s, env.length);
      here[here.length - 1] = k;
      step(here, s);
    });
    out[0] = settled ? 1 : 0;
    out.set(state, 1);
  };
}

function fillOf(p: Program, q: SolvedQuestion): Fill {
  if (q.kind === 'flow limit') return flowQuestion(p, q.run);
  if (q.kind === 'descent limit') return descentQuestion(p, q.run);
  return matrixQuestion(p, q);
}

/** Fills the solved slots of env from the parameters in it; undefined when the program has none. */
export function solverOf(p: Program): ((env: Float64Array) => void) | undefined {
  const questions = p.instance.solved ?? [];
  if (questions.length === 0) return undefined;
  let next = p.solvedAt;
  const fills = questions.map((q) => {
    const from = next;
    next += q.labels.length;
    return { from, to: next, fill: fillOf(p, q) };
  });
  return (env) => {
    for (const { from, to, fill } of fills) fill(env, env.subarray(from, to));
  };
}
