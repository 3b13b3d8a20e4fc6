/** What a page hands to the live replay: everything that the verdict needs, small; sliders stay inside their domains. */
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { certifyPoint } from '../../src/certify/point.ts';
import { replay, witnessOf } from '../../src/check.ts';
import { real } from '../../src/claim/domains.ts';
import { readWitness } from '../../src/claim/witness.ts';
import { loadClaim } from '../../src/load.ts';
import * as Q from '../../src/number/rational.ts';
import { type Knob, knobsOf, moved, numberOf, positionOf, typed, valueAt } from '../../src/report/live/knobs.ts';
import { decide, quick } from '../../src/report/live/lab.ts';
import { payloadOf, readPayload } from '../../src/report/live/payload.ts';

const knob = (domain: ReturnType<typeof real>): Knob => ({
  name: 'x',
  of: domain.of,
  step: null,
  index: 0,
  positions: 1000,
});

describe('the payload', () => {
  it('decides like the claim it was made from, after a way through JSON', async () => {
    const paths = globSync('theorems/*/*.witness.json').sort();
    let read = 0;
    for (const path of paths.filter((_, i) => i % 3 === 0)) {
      const witness = readWitness(path);
      const loaded = await loadClaim(path.replace('.witness.json', '.ts'));
      const again = replay(loaded.instances, witness)!;
      if (again.verdict.kind !== 'refuted') throw new Error(`${path} is not a counterexample`);
      const fresh = witnessOf(loaded.claim.id, loaded.hash, again.program, again.point, again.verdict);
      const payload = payloadOf(again.program, again.point, fresh);
      if (!payload) {
        expect(loaded.instances.some((i) => i.finite?.length)).toBe(true);
        continue;
      }
      read++;
      const text = JSON.stringify(payload);
      expect([path, text.length]).toSatisfy(([, n]) => n < 12_000);
      const { program, point } = readPayload(JSON.parse(text));
      const verdict = certifyPoint(program, point, { maxBits: 6784 });
      expect([path, verdict]).toEqual([path, expect.objectContaining({ kind: 'refuted' })]);
      const said = decide(program, point, payload.conclude);
      expect([path, said.margin, said.step]).toEqual([path, fresh.margin, fresh.step]);
      for (const [name, ends] of Object.entries(said.quantities))
        expect([path, name, ends]).toEqual([path, name, fresh.quantities[name]]);
    }
    expect(read).toBeGreaterThan(50);
  }, 120_000);

  it('follows the point: elsewhere the claim holds, outside its domain there is nothing to decide', async () => {
    const loaded = await loadClaim('theorems/descent/one-step-3-4.ts');
    const witness = readWitness('theorems/descent/one-step-3-4.witness.json');
    const { program, point } = readPayload(payloadOf(...at(replay(loaded.instances, witness)!), witness)!);
    const eta = knobsOf(program.instance, point).find((k) => k.name === 'η')!;
    expect(quick(program, point).holds).toBe(false);
    const small = moved(eta, point, Q.rational(1, 10));
    expect(quick(program, small).holds).toBe(true);
    expect(decide(program, small, ['loss']).kind).toBe('holds');
    expect(decide(program, moved(eta, point, Q.rational(5)), ['loss']).kind).toBe('inadmissible');
  });
});
const at = (r: NonNullable<ReturnType<typeof replay>>) => [r.program, r.point] as const;

describe('sliders', () => {
  const domains = [real('(0, 1/2]'), real('[-2, 3]'), real('(0, 4]', { scale: 'log' }), real('(1/3, 2/5)')];
  it('give exact numbers inside open and closed ends, in order, near their position', () => {
    for (const d of domains) {
      const k = knob(d);
      let before: Q.Rational | undefined;
      for (let p = 0; p <= k.positions; p++) {
        const q = valueAt(k, p);
        expect(typed(k, Q.text(q))).toEqual(q);
        if (before) expect(Q.compare(before, q)).toBeLessThanOrEqual(0);
        expect(Math.abs(positionOf(k, q) - p)).toBeLessThanOrEqual(1);
        before = q;
      }
    }
  });
  it('leave a number alone that nobody moved, and refuse what is outside or inexact', () => {
    const k = knob(real('(0, 1/2]'));
    const x = { choice: {}, params: [Q.rational(1, 97)], inputs: [], horizon: 0 };
    expect(numberOf(k, x)).toEqual(Q.rational(1, 97));
    for (const text of ['0', '2/3', 'x', '1/0', '', '1e400', `0.${'1'.repeat(80)}`])
      expect(typed(k, text)).toBeUndefined();
  });
});
