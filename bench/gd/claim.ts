/** Gradient descent on u² − v² with squared loss, d coordinates, n samples, T steps; only the end is looked at. */
import { claim } from '../../src/claim/claim.ts';
import { matrix, real, vector } from '../../src/claim/domains.ts';
import { adoptInstance } from '../../src/claim/instance.ts';
import { compileInstance, type Program } from '../../src/claim/program.ts';
import { descent } from '../../src/dynamics/descent.ts';
import { ex } from '../../src/expr/parse.ts';
import { that } from '../../src/expr/statement.ts';
import { squared } from '../../src/model/losses.ts';

export function descentProgram(d: number, n: number, steps: number): Program {
  const c = claim('bench/gd', {
    says: 'The loss is not negative at the end.',
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
    conclude: ({ run }) => that`${run.at(steps).loss} >= 0`,
  });
  return compileInstance(adoptInstance(c.instantiate({})));
}

/** Instances drawn once: X, y, u, v, η row after row, as the program has its parameters. */
export function instances(d: number, n: number, count: number): Float64Array {
  const m = n * d + n + 2 * d + 1;
  const out = new Float64Array(count * m);
  let state = 1n;
  const unit = (): number => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn;
    return Number(state >> 11n) / 2 ** 53;
  };
  for (let i = 0; i < count; i++)
    for (let k = 0; k < m; k++) out[i * m + k] = k === m - 1 ? 0.05 / d : k < n * d + n ? 2 * unit() - 1 : unit();
  return out;
}
