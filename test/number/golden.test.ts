/**
 * Values rounded by MPFR (golden.json, written by make-golden.ts): intervals of doubles equal them, dyadic ones contain them.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as F from '../../src/number/bigfloat.ts';
import { type Dyadic, dyadic } from '../../src/number/dyadic.ts';
import { interval as I, type Interval, point, toDyadic } from '../../src/number/interval.ts';

type Entry = readonly [string, readonly string[], string, string, readonly [string, number], readonly [string, number]];
const entries: readonly Entry[] = JSON.parse(readFileSync(new URL('golden.json', import.meta.url), 'utf8'));
const float = ([m, e]: readonly [string, number]): F.Float =>
  F.round(F.float(BigInt(m), m === '0' ? 0 : e), 1000, true);
const A = dyadic(200);
type Apply<T> = (...args: readonly T[]) => T;
const name = (op: string): keyof typeof I & keyof typeof A => (op === 'pow' ? 'raise' : op) as 'raise';

describe('golden vectors', () => {
  it('are many', () => expect(entries.length).toBeGreaterThan(300));
  for (const op of new Set(entries.map((e) => e[0])))
    it(op, () => {
      for (const [, texts, lo, hi, low, high] of entries.filter((e) => e[0] === op)) {
        const args = texts.map((t) => point(Number(t)));
        const found = (I[name(op)] as Apply<Interval>)(...args);
        expect([found.lo, found.hi, found.defined], `${op}(${texts})`).toEqual([Number(lo), Number(hi), 'yes']);
        const long = (A[name(op)] as Apply<Dyadic>)(...args.map(toDyadic));
        expect(F.compare(long.lo, float(low)) <= 0 && F.compare(float(high), long.hi) <= 0, `${op}(${texts})`).toBe(
          true,
        );
      }
    });
});
