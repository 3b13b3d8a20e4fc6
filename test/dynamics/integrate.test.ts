import { describe, expect, it } from 'vitest';
import { type Field, integrate } from '../../src/dynamics/integrate.ts';

/** The flow of ½(u² − v² − y)² from u = v = α, its w in closed form. */
const explicit = (alpha: number, y: number, t: number): number => {
  const s = Math.sqrt(y * y + 4 * alpha ** 4);
  const [plus, minus] = [(y + s) / (2 * alpha ** 2), (y - s) / (2 * alpha ** 2)];
  const k = ((1 - minus) / (plus - 1)) * Math.exp(4 * s * t);
  const p = (minus + k * plus) / (1 + k);
  return alpha ** 2 * (p - 1 / p);
};
const difference =
  (y: number): Field =>
  (_t, z, out) => {
    const r = z[0]! ** 2 - z[1]! ** 2 - y;
    out[0] = -2 * r * z[0]!;
    out[1] = 2 * r * z[1]!;
  };
const tight = { rtol: 1e-12, atol: 1e-14 };

describe('the integrator agrees with closed forms', () => {
  it('the explicit flow of one weight, at the end and between steps', () => {
    for (const [alpha, y] of [
      [1, 1],
      [0.1, 1],
      [0.5, -2],
      [2, 0.3],
      [0.05, 3],
    ] as const) {
      const run = integrate(difference(y), 0, [alpha, alpha], 1.5, tight);
      expect(run.stop).toBe('reached');
      for (const t of [0, 0.01, 0.37, 0.9, 1.234, 1.5]) {
        const [u, v] = run.at(t)!;
        expect(Math.abs(u! ** 2 - v! ** 2 - explicit(alpha, y, t))).toBeLessThan(2e-9);
      }
      expect(run.y[0]! ** 2 - run.y[1]! ** 2).toBeCloseTo(explicit(alpha, y, 1.5), 10);
    }
  });

  it('the balanced logistic flow, forwards and back to where it came from', () => {
    const field: Field = (_t, z, out) => {
      const r = z[0]! * z[1]! - 2;
      out[0] = -r * z[1]!;
      out[1] = -r * z[0]!;
    };
    const beta = (t: number) => (2 * 0.01) / (0.01 + 1.99 * Math.exp(-4 * t));
    const run = integrate(field, 0, [0.1, 0.1], 3, tight);
    for (const t of [0.5, 1, 1.4, 3]) expect(run.at(t)![0]! * run.at(t)![1]!).toBeCloseTo(beta(t), 9);
    const back = integrate(field, 3, run.y, 0, tight);
    expect(back.stop).toBe('reached');
    expect(back.y[0]).toBeCloseTo(0.1, 6);
    expect(back.at(1)![0]! ** 2).toBeCloseTo(beta(1), 7);
  });

  it('w = uv under a gradient that varies in time, with the gradient integrated alongside', () => {
    const field: Field = (t, z, out) => {
      const g = Math.cos(3 * t) + z[0]! * z[1]! - 1;
      out.set([-g * z[1]!, -g * z[0]!, g]);
    };
    const [u0, v0] = [1.3, -0.4];
    const delta = u0 * u0 - v0 * v0;
    const run = integrate(field, 0, [u0, v0, 0], 2, tight);
    const w = (delta / 2) * Math.sinh(Math.asinh((2 * u0 * v0) / delta) - 2 * run.y[2]!);
    expect(run.y[0]! * run.y[1]!).toBeCloseTo(w, 10);
  });

  it('has order five: half the step leaves about 1/32 of the error', () => {
    const field: Field = (_t, z, out) => out.set([z[1]!, -z[0]!]);
    const error = (h: number) =>
      Math.abs(integrate(field, 0, [1, 0], 2, { rtol: 1, atol: 1, maxStep: h, firstStep: h }).y[0]! - Math.cos(2));
    const ratio = error(0.1) / error(0.05);
    expect(ratio).toBeGreaterThan(24);
    expect(ratio).toBeLessThan(44);
  });
});

describe('the integrator says why it stopped', () => {
  const blowUp: Field = (_t, z, out) => out.set([z[0]! ** 2]);
  it('a blow-up is never "reached"', () => {
    const run = integrate(blowUp, 0, [1], 2);
    expect(['step too small', 'not finite', 'too many steps']).toContain(run.stop);
    expect(run.t).toBeLessThan(1.0001);
    expect(run.at(2)).toBeUndefined();
    expect(run.at(0.5)![0]).toBeCloseTo(2, 6);
  });
  it('a NaN field is "not finite", at the start and later', () => {
    expect(integrate((_t, _z, out) => out.fill(Number.NaN), 0, [1], 1).stop).toBe('not finite');
    const later = integrate((t, _z, out) => out.fill(t > 0.5 ? Number.NaN : 1), 0, [0], 1);
    expect(later.stop).toBe('not finite');
    expect(later.t).toBeLessThanOrEqual(0.5);
    expect(integrate(blowUp, 0, [1], Number.POSITIVE_INFINITY).stop).toBe('not finite');
  });
  it('the step cap and the event', () => {
    expect(integrate((t, _z, out) => out.fill(Math.sin(1000 * t)), 0, [0], 100, { maxSteps: 50 }).stop).toBe(
      'too many steps',
    );
    const run = integrate((_t, z, out) => out.set([-z[0]!]), 0, [1], 100, { until: (_t, z) => z[0]! < 0.1 });
    expect(run.stop).toBe('event');
    expect(run.y[0]).toBeLessThan(0.1);
  });
  it('an empty time span is reached at once', () => {
    const run = integrate(blowUp, 1, [3], 1);
    expect(run.stop).toBe('reached');
    expect([...run.at(1)!]).toEqual([3]);
  });
});
