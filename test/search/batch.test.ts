/** Batches over the library's claims: states, sides and guides are those of the tapes one point at a time, bit for bit. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileInstance, type Program } from '../../src/claim/program.ts';
import { loadClaim } from '../../src/load.ts';
import { float64 } from '../../src/number/float64.ts';
import { batchOf } from '../../src/search/batch.ts';
import { withScales } from '../../src/search/margins.ts';
import { stream } from '../../src/search/random.ts';
import { decode, draw, horizons, spaceOf } from '../../src/search/space.ts';
import { evaluate, tape } from '../../src/tape/tape.ts';

const LIBRARY = new URL('../../theorems', import.meta.url).pathname;
/** One claim in four; all of them with COUNTERFLOW_FUZZ. */
const STRIDE = process.env.COUNTERFLOW_FUZZ ? 1 : 4;
const files = readdirSync(LIBRARY, { recursive: true })
  .map(String)
  .filter((f) => f.endsWith('.ts') && !f.split('/').at(-1)!.startsWith('_'))
  .sort()
  .filter((_, i) => i % STRIDE === 0);

/** A run step by step over float64: env gets its quantities, the sides of each step are returned. */
function stepped(p: Program, i: number, env: number[], inputs: Float64Array, horizon: number): readonly number[][] {
  const { node, start, step, relations, offset } = p.runs[i]!;
  const body = tape([...p.env, ...node.variables, node.clock, ...p.inputs], withScales(relations));
  const moments = node.moments.map((t) => Number(t.value?.num ?? -1));
  const last = node.steps ?? horizon;
  const end = Math.max(relations.length > 0 ? last : 0, ...moments);
  let state = evaluate(float64, start, env) as readonly number[];
  const sides: number[][] = [];
  for (let k = 0; k <= end; k++) {
    moments.forEach((m, j) => {
      if (m === k) env.splice(offset + j * state.length, state.length, ...state);
    });
    const here = [...env, ...state, k, ...inputs.subarray(k * p.inputs.length, (k + 1) * p.inputs.length)];
    while (here.length < step.inputs) here.push(NaN);
    if (relations.length > 0 && k <= last) sides.push(evaluate(float64, body, here) as number[]);
    if (k < end) state = evaluate(float64, step, here) as readonly number[];
  }
  return sides;
}

function compared(p: Program, horizon: number, seed: string): { readonly wrong: number; readonly values: number } {
  const batch = batchOf(p);
  if (!batch) return { wrong: 0, values: 0 };
  const s = spaceOf(0, p, horizon);
  const random = stream({ hash: seed, seed: 1, block: 0 });
  const plain = [...p.instance.reals, ...p.instance.inputs].every((d) => d.domain.form === 'entries');
  if (!plain) return { wrong: 0, values: 0 };
  const points = Array.from({ length: 5 }, () =>
    decode(s, draw(s, random, new Float64Array(s.axes.length)), new Float64Array(s.axes.length)),
  );
  const size = p.params.length;
  let [wrong, values] = [0, 0];
  const same = (a: Float64Array, b: readonly (number | undefined)[]): void => {
    b.forEach((x, k) => {
      values++;
      if (!Object.is(a[k], x)) wrong++;
    });
  };
  const params = (i: number, out: Float64Array): void => out.set(points[i]!.subarray(0, size));
  const inputs = (i: number, out: Float64Array): void => out.set(points[i]!.subarray(size, size + out.length));
  batch.run({ count: 5, horizon, params, inputs }, (i, at) => {
    const env: number[] = [...points[i]!.subarray(0, size)];
    while (env.length < p.env.length) env.push(NaN);
    p.runs.forEach((_, r) => {
      const sides = stepped(p, r, env, points[i]!.subarray(size), horizon);
      sides.forEach((wanted, k) => {
        // Behind the last input there is nothing to compare.
        if (k < horizon || p.inputs.length === 0) same(at.sides(r, k), wanted);
      });
    });
    same(at.env(), env);
    same(at.top(), evaluate(float64, tape(p.env, withScales(p.relations)), env));
    same(at.guide(), evaluate(float64, p.guide, env));
  });
  return { wrong, values };
}

test('every sampled claim, its smallest and largest sizes', { timeout: 300_000 }, async () => {
  let total = 0;
  for (const f of files) {
    const { instances, claim } = await loadClaim(join(LIBRARY, f));
    for (const i of new Set([instances[0]!, instances.at(-1)!])) {
      const program = compileInstance(i);
      const { wrong, values } = compared(
        program,
        horizons(program).find((h) => h >= 3) ?? horizons(program)[0]!,
        claim.id,
      );
      expect(wrong, claim.id).toBe(0);
      total += values;
    }
  }
  expect(total).toBeGreaterThan(5000);
});
