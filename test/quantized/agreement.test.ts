import { describe, expect, it, vi } from 'vitest';
import * as F from '../../src/number/fixed.ts';
import { brent, decide } from '../../src/quantized/decide.ts';
import * as G from '../../src/quantized/graph.ts';
import type { State } from '../../src/quantized/map.ts';
import { DATA, decrements, oneWeight, plainRound, plainStep, randomness, type Setting, stays } from './models.ts';

vi.setConfig({ testTimeout: 60_000 });

/** All 8-bit formats × 20 data sets × 4 roundings × update and store; every one of them with COUNTERFLOW_FULL=1. */
const full = process.env.COUNTERFLOW_FULL === '1';
const FORMATS = Array.from({ length: 8 }, (_, f) => F.format(`q${8 - f}.${f}`));
const settings: readonly Setting[] = FORMATS.flatMap((format) =>
  DATA.flatMap((d) =>
    F.ROUNDINGS.flatMap((rounding) =>
      (['update', 'store'] as const).map((rounds) => ({ ...d, format, rounding, rounds })),
    ),
  ),
);
/** A share of the settings that meets every format, rounding and data set. */
const share = (k: number): readonly Setting[] => (full ? settings : settings.filter((_, i) => i % k === (i >> 5) % k));

describe('8-bit formats, one weight u² − v²', { timeout: full ? 3_600_000 : 60_000 }, () => {
  it(`the graph's fixed points are the predicate's (${share(17).length} of ${settings.length} settings)`, () => {
    for (const s of share(17)) {
      const map = oneWeight(s);
      const table = new Int32Array(G.stateCount(map));
      G.successors(map, table);
      let wrong = 0;
      table.forEach((next, i) => {
        const z = G.stateOf(map, i);
        const [du, dv, den] = decrements(s, z);
        const fixed = stays(s, du, den, z[0]!) && stays(s, dv, den, z[1]!);
        if (fixed !== (next === i)) wrong++;
      });
      expect({ s, wrong }).toEqual({ s, wrong: 0 });
    }
  });

  it('the cycles and depths of the graph are what Brent finds from every state', () => {
    for (const s of share(64)) {
      const map = oneWeight(s);
      const table = new Int32Array(G.stateCount(map));
      G.successors(map, table);
      const g = G.graph(map, { depths: true });
      const lean = G.graph(map);
      expect(lean.periods).toEqual(g.periods);
      expect(lean.label).toEqual(g.label);
      expect(lean.basin).toEqual(g.basin);
      const period = new Map([...G.cycles(g)].map((c) => [c.entry, c.period]));
      const on = new Map([...G.cycles(g)].flatMap((c) => G.cycleStates(g, c.entry).map((i) => [i, c.entry])));
      let wrong = 0;
      const step = (z: State): State => [table[z[0]!]!];
      for (let i = 0; i < table.length; i++) {
        const b = brent(step, [i]);
        const cycle = G.cycleOf(g, i);
        if (b.mu !== g.depth![i] || b.lambda !== period.get(cycle) || on.get(b.entry[0]!) !== cycle) wrong++;
      }
      expect({ s, wrong }).toEqual({ s, wrong: 0 });
      expect([...G.cycles(g)].reduce((n, c) => n + c.basin, 0)).toBe(g.states);
    }
  });

  it('a plain BigInt reference agrees on 10⁵ random states, saturating and wrapping', () => {
    const random = randomness(11);
    for (let k = 0; k < 1000; k++) {
      const s = settings[random(settings.length)]!;
      const format = F.format(s.format.name, { overflow: k % 2 === 0 ? 'saturate' : 'wrap' });
      const map = oneWeight({ ...s, format });
      expect(map.fast).toBe(true);
      for (let i = 0; i < 100; i++) {
        const z = [random(256) - 128, random(256) - 128];
        const wanted = plainStep({ ...s, format }, z);
        if (!(map.step(z).join() === wanted.join() && map.exact(z).join() === wanted.join()))
          expect({ s, z, step: map.step(z), exact: map.exact(z) }).toEqual({ s, z, step: wanted, exact: wanted });
      }
    }
  });

  it('Brent on the map, with its certificate, agrees with the graph', () => {
    const random = randomness(5);
    for (const s of share(64)) {
      const map = oneWeight(s);
      const g = G.graph(map, { depths: true });
      for (let k = 0; k < 20; k++) {
        const i = random(g.states);
        const d = decide(map, G.stateOf(map, i));
        expect(d.kind).toBe('orbit');
        if (d.kind === 'orbit') expect(d.orbit.mu).toBe(g.depth![i]);
      }
    }
  });
});

describe('rounding', () => {
  it('is its definition for every small fraction and mode', () => {
    for (const mode of F.ROUNDINGS)
      for (let d = 1n; d <= 12n; d++)
        for (let n = -60n; n <= 60n; n++) expect(F.round(n, d, mode)).toBe(plainRound(n, d, mode));
  });
});
