/** Equations are solved, not sampled: the runs of a claim about interpolators are interpolators, exactly. */
import { expect, test } from 'vitest';
import { arena, placed } from '../../src/arena.ts';
import { type Claim, claim } from '../../src/claim/claim.ts';
import { matrix, real, size, vector } from '../../src/claim/domains.ts';
import { freed } from '../../src/claim/equalities.ts';
import { adoptInstance, type Instance } from '../../src/claim/instance.ts';
import { ex } from '../../src/expr/parse.ts';
import { that } from '../../src/expr/statement.ts';
import { add, compare, mul, type Rational, rational, sub, text, ZERO } from '../../src/number/rational.ts';
import { search } from '../../src/search/search.ts';
import { simplest } from '../../src/search/shrink.ts';

const instancesOf = (c: Pick<Claim, 'choices' | 'instantiate'>): readonly Instance[] =>
  c.choices().map((choice) => adoptInstance(c.instantiate(choice)));

const interpolators = (constant: 4 | 5): readonly Instance[] =>
  instancesOf(
    claim('equalities/band', {
      says: 'On the interpolators of one point, sharpness times norm is at least so much y².',
      status: 'conjecture',
      sizes: { d: size(1, 3) },
      reals: { y: real('(0, 2]'), x: vector('d', '[1/4, 2]'), u: vector('d', '[-3/2, 3/2]') },
      assume: ({ x, u, y }) => that`sum(${x}*${u}^2) = ${y}`,
      conclude: ({ x, u, y }) => that`4*sum(${x}^2*${u}^2)*sum(${u}^2) >= ${constant}*${y}^2`,
    }),
  );

test('u interpolates: the y is computed, most runs are accepted, and a true claim survives', () => {
  const a = arena(interpolators(4));
  const input = { id: 'band', hash: 'band', programs: a.programs };
  const r = search(input, { seed: 1, runs: 20_000, certify: a.certify });
  expect(r.found).toBeUndefined();
  expect(r.suspects).toEqual([]);
  expect(r.accepted).toBeGreaterThan(r.runs / 2);
  const sampled = r.acceptanceByStrategy.sampled!;
  expect(sampled.accepted).toBeGreaterThan(sampled.runs / 4);
  const raw = search({ ...input, programs: a.originals }, { seed: 1, runs: 20_000, certify: a.certify });
  expect(raw.accepted).toBeLessThan(r.accepted / 4);
});

test('a witness is a point of the claim as it was written, equation and all', () => {
  const a = arena(interpolators(5));
  const { found } = search({ id: 'b', hash: 'b', programs: a.programs }, { seed: 1, runs: 20_000, certify: a.certify });
  const f = simplest(a.programs, found!, a.certify);
  const { params } = a.lift(f.program, f.point)!;
  expect(params.map(text)).toEqual(['1', '1', '1']);
  expect(a.certify(a.originals[f.program]!, a.lift(f.program, f.point)!).kind).toBe('refuted');
  expect(a.restrict(f.program, a.lift(f.program, f.point)!).params).toEqual(f.point.params);
});

test('systems are solved one by one, entries of vectors leave the others free', () => {
  const [i] = instancesOf(
    claim('equalities/system', {
      says: 'x',
      status: 'conjecture',
      reals: { X: matrix(2, 3, '[-2, 2]'), w: vector(3, '[-2, 2]'), y: vector(2, '[-9, 9]'), s: real('[1/2, 1]') },
      assume: ({ X, w, y, s }) => [that`${X}*${w} = ${y}`, that`2*${w.at(0)} + ${s} = 1`, that`${s} < 1`],
      conclude: ({ s }) => that`${s} >= 0`,
    }),
  );
  const f = freed(i!)!;
  expect(f.instance.reals.map((d) => d.name)).toEqual(['X', 'w']);
  const values = [1, 2, 3, -1, 0, 2, 1, -2, 1].map((n) => rational(n, 2));
  const all = f.lift(values)!;
  const X = all.slice(0, 6);
  const w = all.slice(6, 9);
  const product = (row: number): Rational => w.reduce((sum, v, j) => add(sum, mul(X[3 * row + j]!, v)), ZERO);
  expect([0, 1].map((r) => compare(sub(product(r), all[9 + r]!), ZERO))).toEqual([0, 0]);
  expect(text(all[11]!)).toBe('0');
  expect(f.instance.assume.map((s) => s.text)).toContain('s in its domain');
});

test('an entry with a symbolic factor is solved by division; no solution is no point', () => {
  const [i] = instancesOf(
    claim('equalities/division', {
      says: 'x',
      status: 'conjecture',
      reals: { u: vector(2, '[-1, 1]'), x: vector(2, '[-3, 3]') },
      assume: ({ u, x }) => that`sum(${x}*${u}^2) = 1`,
      conclude: ({ x }) => that`${x.at(0)} <= 9`,
    }),
  );
  const f = freed(i!)!;
  expect(f.lift([rational(1), rational(1, 2), rational(2)])!.map(text)).toEqual(['1', '1/2', '2', '-4']);
  expect(f.lift([rational(1), rational(0), rational(2)])).toBeUndefined();
});

test('a refuted point that solving would lose stays the point it was', () => {
  const a = arena(
    instancesOf(
      claim('equalities/lost', {
        says: 'False at a = 0 only, where the equation leaves b free.',
        status: 'conjecture',
        reals: { a: real('[-1, 1]'), b: real('[-2, 2]') },
        assume: ({ a: x, b: y }) => that`${x}*${y} = ${x}`,
        conclude: ({ b: y }) => that`${y} >= 1`,
      }),
    ),
  );
  expect(a.programs[0]).not.toBe(a.originals[0]);
  const at = (...params: readonly Rational[]) => ({ choice: {}, params, inputs: [], horizon: 0 });
  const lost = placed(a, { program: 0, point: at(rational(0), rational(1, 2)) });
  expect(lost.point.params.map(text)).toEqual(['0', '1/2']);
  const [program] = lost.arena.programs;
  expect(lost.arena.certify(program!, lost.point).kind).toBe('refuted');
  expect(lost.arena.lift(0, lost.point)).toBe(lost.point);
});

test.each([
  ['no equation', (x: never) => that`${x} <= 1`],
  ['nothing linear', (x: never) => that`${x}^2 = 1/4`],
  ['no rational operations', (x: never) => that`exp(${x}) = 2`],
])('%s: the claim is searched as it is', (_, assume) => {
  const [i] = instancesOf(
    claim('equalities/none', {
      says: 'x',
      status: 'conjecture',
      reals: { x: real('[0, 1]') },
      assume: ({ x }) => assume(x as never),
      conclude: ({ x }) => that`${ex`${x}`} >= 0`,
    }),
  );
  expect(freed(i!)).toBeUndefined();
});
