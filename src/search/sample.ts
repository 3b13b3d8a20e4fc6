/**
 * Exact points drawn from the domains of a claim, for what is to be decided rigorously at some of them.
 *
 * Deterministic: a stream of its own, sizes in turn, small ones first; numbers as short as a hundredth of their range allows.
 */
import type { ExactPoint } from '../claim/point.ts';
import type { Program } from '../claim/program.ts';
import { stream } from './random.ts';
import { decode, draw, horizons, pointAt, snapped, spaceOf } from './space.ts';

const LEVEL = 0.01;

export function* samplePoints(
  programs: readonly Program[],
  hash: string,
  seed: number,
  count: number,
): Generator<{ readonly program: number; readonly point: ExactPoint }> {
  const s = stream({ hash, seed, block: 2 ** 31 });
  for (let k = 0; k < count; k++) {
    const program = k % programs.length;
    const p = programs[program]!;
    const space = spaceOf(program, p, horizons(p)[0] ?? 0);
    const z = draw(space, s, new Float64Array(space.axes.length));
    const x = decode(space, z, new Float64Array(z.length));
    const coordinates = space.axes.map((axis, i) => snapped(axis, x[i]!, LEVEL));
    const point = pointAt(space.fast, { program, horizon: space.horizon, coordinates });
    if (point) yield { program, point };
  }
}
