/** Runs stay loops: compile time and memory of a descent at d = 64, n = 16 for several horizons. `npm run bench:loops` */
import { claim } from '../src/claim/claim.ts';
import { matrix, real, vector } from '../src/claim/domains.ts';
import { adoptInstance } from '../src/claim/instance.ts';
import { compileInstance, type Program } from '../src/claim/program.ts';
import { descent } from '../src/dynamics/descent.ts';
import { ex } from '../src/expr/parse.ts';
import { that } from '../src/expr/statement.ts';
import { squared } from '../src/model/losses.ts';

export const wide = (d: number, n: number, steps: number): Program => {
  const c = claim('bench/wide', {
    says: 'GD on u² − v² with squared loss.',
    status: 'conjecture',
    reals: {
      X: matrix(n, d, '[-1, 1]'),
      y: vector(n, '[-1, 1]'),
      u: vector(d, '[0, 1]'),
      v: vector(d, '[0, 1]'),
      eta: real('(0, 1/10]'),
    },
    where: ({ X, y, u, v, eta }) => ({
      run: descent({
        start: { u, v },
        observe: ({ u, v }) => ({ w: ex`${u}^2 - ${v}^2` }),
        loss: ({ w }) => squared('1/2', X, y)(w),
        eta,
        steps,
      }),
    }),
    conclude: ({ run }) => run.always(({ loss }) => that`${loss} >= 0`),
  });
  return compileInstance(adoptInstance(c.instantiate({})));
};

const size = (p: Program): number =>
  p.runs.reduce((s, r) => s + r.start.code.length + r.step.code.length + r.body.code.length, p.top.code.length);

if (process.argv[1] === new URL(import.meta.url).pathname)
  for (const steps of [10, 100, 1000, 10_000]) {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const start = performance.now();
    const p = wide(64, 16, steps);
    const time = performance.now() - start;
    globalThis.gc?.();
    const memory = (process.memoryUsage().heapUsed - before) / 2 ** 20;
    process.stdout.write(`T = ${steps}: ${size(p)} instructions, ${time.toFixed(0)} ms, ${memory.toFixed(1)} MiB\n`);
  }
