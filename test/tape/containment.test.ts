/**
 * The same quantity two ways in two arithmetics: doubles inside intervals, intervals and coarser dyadic enclosures
 * overlapping a fine one, definedness as exact arithmetic decides it. Cases: COUNTERFLOW_FUZZ times the default.
 */
import { describe, expect, it } from 'vitest';
import { text } from '../../src/expr/text.ts';
import { ofNumber } from '../../src/number/decimal.ts';
import { dyadic, toRationals } from '../../src/number/dyadic.ts';
import { exact } from '../../src/number/exact.ts';
import { float64 } from '../../src/number/float64.ts';
import { interval } from '../../src/number/interval.ts';
import * as Q from '../../src/number/rational.ts';
import { compile } from '../../src/tape/javascript.ts';
import { evaluate, tape } from '../../src/tape/tape.ts';
import { ALL, ARITHMETIC, draws, randomRational, randomTerm, VARIABLES } from './random-terms.ts';

const SCALE = Number(process.env.COUNTERFLOW_FUZZ ?? 1);
const coarse = dyadic(24);
const fine = dyadic(160);

interface Tally {
  cases: number;
  readonly wrong: string[];
}

const below = (a: Q.Rational | undefined, b: Q.Rational | undefined): boolean => !a || !b || Q.compare(a, b) <= 0;

function compare(seed: number, ops: typeof ALL | typeof ARITHMETIC, tally: Tally): void {
  const draw = draws(seed);
  const t = randomTerm(draw, ops, 4);
  const point = VARIABLES.map(() => randomRational(draw));
  const program = tape(VARIABLES, [t]);
  const [i] = evaluate(interval, program, point.map(interval.rational));
  const [c] = evaluate(coarse, program, point.map(coarse.rational));
  const [f] = evaluate(fine, program, point.map(fine.rational));
  const [e] = evaluate(exact, program, point.map(exact.rational));
  const [x] = evaluate(float64, program, point.map(float64.rational));
  const show = (what: string): string => `${what}: ${text(t)} at ${point.map(Q.text)}`;
  const fail = (what: string): void => void tally.wrong.push(show(what));
  tally.cases++;
  const [lo, hi] = toRationals(f!);
  const [clo, chi] = toRationals(c!);
  const definedness = [interval.defined(i!), coarse.defined(c!), fine.defined(f!), exact.defined(e!)];
  if (definedness.includes('yes') && definedness.includes('no')) fail(`defined ${definedness}`);
  if (definedness.includes('no')) return;
  if (!below(clo, hi) || !below(lo, chi)) fail('coarse misses fine');
  if (definedness[0] === 'yes') {
    if (Number.isNaN(i!.lo) || Number.isNaN(i!.hi)) {
      fail('NaN');
      return;
    }
    const [ilo, ihi] = [i!.lo, i!.hi].map((v) => (Number.isFinite(v) ? ofNumber(v) : undefined));
    if (!below(ilo, hi) || !below(lo, ihi)) fail('interval misses fine');
    const arithmetic = ops === ARITHMETIC;
    if (
      arithmetic &&
      Number.isFinite(x!) &&
      point.every((q) => Q.mul(q, Q.rational(2 ** 30)).den === 1n) &&
      !(i!.lo <= x! && x! <= i!.hi)
    )
      fail(`double ${x} outside [${i!.lo}, ${i!.hi}]`);
  }
  if (e!.value) {
    if (!below(lo, e!.value) || !below(e!.value, hi)) fail('fine misses exact');
    if (definedness[0] === 'no') fail('interval undefined, exact defined');
    if (Number.isFinite(i!.lo) && !below(ofNumber(i!.lo), e!.value)) fail('interval above exact');
    if (Number.isFinite(i!.hi) && !below(e!.value, ofNumber(i!.hi))) fail('interval below exact');
  }
}

describe('containment', () => {
  it('holds for random tapes over + − × ÷ √ min max powers', () => {
    const tally: Tally = { cases: 0, wrong: [] };
    for (let seed = 0; seed < 20_000 * SCALE; seed++) compare(seed, ARITHMETIC, tally);
    expect(tally.wrong.slice(0, 5)).toEqual([]);
    expect(tally.cases).toBe(20_000 * SCALE);
  });

  it('holds for random tapes over all operations', () => {
    const tally: Tally = { cases: 0, wrong: [] };
    for (let seed = 0; seed < 6_000 * SCALE; seed++) compare(seed + 1e6, ALL, tally);
    expect(tally.wrong.slice(0, 5)).toEqual([]);
  });

  it('compiled tapes give the doubles that evaluated ones give', () => {
    const differing: string[] = [];
    for (let seed = 0; seed < 5_000 * SCALE; seed++) {
      const draw = draws(seed + 2e6);
      const t = randomTerm(draw, ALL, 4);
      const point = VARIABLES.map(() => randomRational(draw));
      const program = tape(VARIABLES, [t]);
      const [x] = evaluate(float64, program, point.map(float64.rational));
      const out = new Float64Array(1);
      compile(program)(Float64Array.from(point.map(float64.rational)), out);
      if (
        !(
          Object.is(out[0], x) ||
          (Number.isNaN(x!) && Number.isNaN(out[0]!)) ||
          out[0] === x ||
          Math.abs(out[0]! - x!) <= 1e-13 * Math.abs(x!)
        )
      )
        differing.push(text(t));
    }
    expect(differing.slice(0, 5)).toEqual([]);
  });
});
