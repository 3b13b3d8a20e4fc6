/** Nothing unrolls: the compiled size of a run does not depend on its number of steps. */
import { expect, it } from 'vitest';
import { wide } from '../../bench/loops.ts';

const sizes = (steps: number): readonly number[] => {
  const p = wide(16, 4, steps);
  return p.runs.flatMap((r) => [r.start.code.length, r.step.code.length, r.body.code.length]);
};

it('has the same tapes for 10 and for 100 000 steps', () => {
  expect(sizes(100_000)).toEqual(sizes(10));
});
