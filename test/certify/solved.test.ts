import { describe, expect, it } from 'vitest';
import { certifyPoint } from '../../src/certify/point.ts';
import { solvedAt } from '../../src/certify/solved.ts';
import type { Claim } from '../../src/claim/claim.ts';
import type { Choice } from '../../src/claim/domains.ts';
import { adoptInstance } from '../../src/claim/instance.ts';
import { compileInstance, type Program } from '../../src/claim/program.ts';
import {
  ClaimError,
  claim,
  descent,
  type Expr,
  ex,
  flow,
  logistic,
  matrix,
  real,
  size,
  solve,
  squared,
  that,
  vector,
} from '../../src/index.ts';
import { parseRational, toNumber } from '../../src/number/decimal.ts';
import type * as Q from '../../src/number/rational.ts';
import { fastInstance } from '../../src/search/fast.ts';

const program = (c: unknown, choice: Choice = {}): Program =>
  compileInstance(adoptInstance((c as Claim).instantiate(choice)));
const numbers = (...xs: (string | number)[]) => xs.map((x) => parseRational(`${x}`)!);
const at = (p: Program, params: readonly Q.Rational[]) =>
  certifyPoint(p, { choice: p.instance.choice, params, inputs: [], horizon: 0 });
/** Centres of the proved values of the first solved question. */
const values = (p: Program, params: readonly Q.Rational[], question = 0) =>
  solvedAt(p, params, 106)[question]!.values.map((v) => v && (toNumber(v[0]) + toNumber(v[1])) / 2);
const floats = (p: Program, params: readonly Q.Rational[]) => {
  const env = new Float64Array(p.env.length);
  env.set(params.map(toNumber));
  const c = fastInstance(p);
  c.evaluate(Float64Array.from(params, toNumber), 0);
  return c;
};

type State = { readonly [name: string]: Expr };
const starts = (d: number, form: string, D: number) => (a: Expr, b: Expr) =>
  form === 'difference' || form === 'product'
    ? { u: ex`${a}*ones(${d})`, v: ex`${b}*ones(${d})` }
    : form === 'power'
      ? { u: ex`${a}*ones(${d})` }
      : Object.fromEntries(Array.from({ length: D }, (_, k) => [`u${k}`, ex`${a}*ones(${d})`]));
const weights = (form: string, D: number) => (s: State) =>
  form === 'difference'
    ? ex`${s.u!}^${D} - ${s.v!}^${D}`
    : form === 'product'
      ? ex`${s.u!}*${s.v!}`
      : form === 'power'
        ? ex`${s.u!}^${D}`
        : Object.values(s)
            .slice(1)
            .reduce((p, e) => ex`${p}*${e}`, s.u0!);

/** The flow of ½‖Xw − y‖² on a network, one example, d = 2; its limit is in every conclusion. */
const network = (form: string, D: number, gd = false) =>
  claim('test/network', {
    says: 'x',
    status: 'theorem',
    reals: {
      X: matrix(1, 2, '[-4, 4]'),
      y: vector(1, '[-4, 4]'),
      a: real('[-4, 4]'),
      b: real('[-4, 4]'),
      eta: real('[0, 4]'),
    },
    where: ({ X, y, a, b, eta }) => {
      const options = {
        start: starts(2, form, D)(a, b) as { u: Expr },
        observe: (s: State) => ({
          w: weights(form, D)(Object.fromEntries(Object.entries(s).filter(([k]) => k !== 't'))),
        }),
        loss: ({ w }: State) => squared('1/2', X, y)(w!),
      };
      return gd ? { run: descent({ ...options, eta }) } : { limit: flow(options).limit() };
    },
    conclude: (all) =>
      gd ? all.run!.ifConverges(({ w }) => that`${all.X}*${w} = ${all.y}`) : that`${all.X}*${all.limit!.w} = ${all.y}`,
  });

describe('limits of flows as claims', () => {
  const point = numbers(1, '0.5', 1, '0.5', '0.25', 0);

  it('every form of network interpolates at its limit, in proved enclosures and in the floats of the search', () => {
    for (const [form, D] of [
      ['difference', 2],
      ['difference', 3],
      ['difference', 5],
      ['product', 2],
      ['power', 2],
      ['power', 3],
      ['layers', 3],
      ['layers', 4],
    ] as const) {
      const p = program(network(form, D));
      const verdict = at(p, point);
      expect(verdict.kind, `${form} ${D}`).toBe('undecided');
      const [low, high] = verdict.kind === 'undecided' ? verdict.margins[0]! : [];
      expect(toNumber(low!), `${form} ${D}`).toBeGreaterThan(-1e-20);
      expect(toNumber(high!)).toBeGreaterThanOrEqual(0);
      const o = floats(p, point).evaluate(Float64Array.from(point, toNumber), 0);
      expect(o.margins[0], `${form} ${D} in floats`).toBeGreaterThanOrEqual(0);
      expect(o.relative[0]).toBeLessThan(1e-8);
    }
  });

  it('the numbers of x = (1, ½), y = 1, α = ½: flow .828960, descent .816982 at η = 0.2', () => {
    const half = numbers(1, '0.5', 1, '0.5', '0.5', '0.2');
    const [u0, , v0] = values(program(network('difference', 2)), half);
    expect(u0! ** 2 - v0! ** 2).toBeCloseTo(0.82896, 5);
    const [converges, a0, , b0] = values(program(network('difference', 2, true)), half);
    expect(converges).toBe(1);
    expect(a0! ** 2 - b0! ** 2).toBeCloseTo(0.816982, 6);
  });

  it('what no lemma covers is undecided, with the reason', () => {
    const why = (p: Program, params: readonly Q.Rational[]) => {
      const v = at(p, params);
      return v.kind === 'undecided' ? (v.why ?? v.reason) : v.kind;
    };
    expect(why(program(network('product', 2)), numbers(1, 1, 1, 1, -1, 0))).toBe('the sign of w can not change');
    expect(why(program(network('difference', 2)), numbers(1, 1, 1, 0, 1, 0))).toBe('a factor starts at 0');
    expect(why(program(network('difference', 2)), numbers(0, 0, 1, 1, 1, 0))).toBe('y is not in the range of X');
    expect(why(program(network('difference', 3)), numbers(1, 1, 1, -1, 1, 0))).toBe('a factor does not start positive');
    expect(why(program(network('power', 3)), numbers(1, 1, -1, 1, 1, 0))).toBe('no strictly positive interpolator');
    const other = (loss: (w: Expr, Z: Expr) => Expr) =>
      program(
        claim('test/other', {
          says: 'x',
          status: 'theorem',
          reals: { Z: matrix(1, 2, '[1, 2]') },
          where: ({ Z }) => ({
            limit: flow({
              start: { u: ex`ones(2)`, v: ex`ones(2)` },
              observe: ({ u, v }) => ({ w: ex`${u}^2 - ${v}^2` }),
              loss: ({ w }) => loss(w, Z),
            }).limit(),
          }),
          conclude: ({ limit }) => that`normInf(${limit.w}) <= 1`,
        }),
      );
    expect(
      why(
        other((w, Z) => logistic('1', Z)(w)),
        numbers(1, 2),
      ),
    ).toBe('not the squared loss');
    expect(
      why(
        other((w, Z) => ex`sum((${Z}*${w})^2)`),
        numbers(1, 2),
      ),
    ).toBe('not the squared loss');
    expect(
      why(
        other((w, Z) => squared('1', Z, ex`ones(1)`)(ex`${w} + 1`)),
        numbers(1, 2),
      ),
    ).toBe('not a diagonal network');
  });

  it('X = 0, y = 0: the start is the limit, exactly', () => {
    expect(at(program(network('difference', 2)), numbers(0, 0, 0, '0.5', '0.25', 0)).kind).toBe('holds');
    expect(values(program(network('difference', 2)), numbers(0, 0, 0, '0.5', '0.25', 0))).toEqual([
      0.5, 0.5, 0.25, 0.25,
    ]);
  });
});

describe('limits of descent as claims', () => {
  it('true of runs that circle or diverge in floats, undecided where it is not certain', () => {
    const p = program(network('difference', 2, true));
    const far = numbers(1, 1, 4, 2, 1, 4);
    expect(at(p, far)).toMatchObject({ kind: 'undecided', reason: 'quantity' });
    expect(floats(p, far).evaluate(Float64Array.from(far, toNumber), 0).margins[0]).toBeGreaterThan(0);
  });

  it('sums are enclosed at the limit: G = Σ ηg, against 4 000 float steps', () => {
    const c = claim('test/sums', {
      says: 'x',
      status: 'theorem',
      reals: { X: matrix(2, 2, '[-4, 4]'), y: vector(2, '[-4, 4]'), eta: real('(0, 1)') },
      where: ({ X, y, eta }) => ({
        run: descent({
          start: { u: ex`ones(2)`, v: ex`ones(2)/2` },
          observe: ({ u, v }) => {
            const w = ex`${u}^2 - ${v}^2`;
            return { w, x: ex`2*${eta}*(${X}'*(${X}*${w} - ${y}))` };
          },
          sums: ({ x }) => ({ G: x, Q: ex`-ln(1 - ${x}^2)`, square: ex`${x}*${x}` }),
          loss: ({ w }) => squared('1/2', X, y)(w),
          eta,
        }),
      }),
      conclude: ({ run }) => run.ifConverges(({ G }) => that`normInf(${G}) <= 100`),
    });
    const p = program(c);
    for (const params of [numbers(1, 2, 2, 4, 1, 2, '0.02'), numbers(1, '0.5', 0, 1, 1, '0.3', '0.05')]) {
      const [x00, x01, x10, x11, y0, y1, eta] = params.map(toNumber) as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      let [u, v] = [
        [1, 1],
        [0.5, 0.5],
      ];
      const sums = [0, 0, 0, 0, 0, 0];
      for (let k = 0; k < 4000; k++) {
        const w = u.map((e, i) => e * e - v[i]! * v[i]!);
        const [r0, r1] = [x00 * w[0]! + x01 * w[1]! - y0, x10 * w[0]! + x11 * w[1]! - y1];
        const x = [2 * eta * (x00 * r0 + x10 * r1), 2 * eta * (x01 * r0 + x11 * r1)];
        x.forEach((e, i) => {
          sums[i]! += e;
          sums[2 + i]! -= Math.log(1 - e * e);
          sums[4 + i]! += e * e;
        });
        [u, v] = [u.map((e, i) => e * (1 - x[i]!)), v.map((e, i) => e * (1 + x[i]!))];
      }
      const found = solvedAt(p, params, 53)[0]!;
      expect(found.reason).toBeUndefined();
      [...u, ...v, ...sums].forEach((e, i) => {
        const [lo, hi] = found.values[i + 1]!.map(toNumber) as [number, number];
        expect(lo - 1e-12 <= e && e <= hi + 1e-12, `${i}: ${lo} ${e} ${hi}`).toBe(true);
        expect(hi - lo).toBeLessThan(1e-8);
      });
    }
  });

  it('a sum that does not converge is no limit', () => {
    const c = claim('test/growing', {
      says: 'x',
      status: 'theorem',
      reals: { X: matrix(1, 1, '[1, 1]') },
      where: ({ X }) => ({
        run: descent({
          start: { u: ex`ones(1)`, v: ex`ones(1)/2` },
          observe: ({ u, v }) => ({ w: ex`${u}*${v}` }),
          sums: ({ w }) => ({ S: w }),
          loss: ({ w }) => squared('1/2', X, ex`ones(1)`)(w),
          eta: ex`1/4`,
        }),
      }),
      conclude: ({ run }) => run.ifConverges(({ w }) => that`sum(${w}) = 2`),
    });
    expect(at(program(c), numbers(1))).toMatchObject({ kind: 'undecided', why: 'a sum is not shown to converge' });
  });

  it('refused: inputs in the step, the time at the limit, hypotheses about every step', () => {
    const made = (extra: object) =>
      claim('test/refused', {
        says: 'x',
        status: 'theorem',
        reals: { y: real('[1, 2]') },
        where: ({ y }) => ({
          run: descent({ start: { u: y }, loss: ({ u }) => ex`(${u}^2 - 1)^2`, eta: ex`1/8` }),
        }),
        conclude: ({ run }) => run.ifConverges(({ u }) => that`${u} <= 2`),
        ...extra,
      });
    expect(() =>
      program(
        made({
          conclude: ({ run }: never) =>
            (run as { ifConverges: (f: unknown) => unknown }).ifConverges(({ t }: { t: Expr }) => that`${t} <= 2`),
        }),
      ),
    ).toThrow(ClaimError);
    expect(() =>
      program(
        made({
          assume: ({ run }: { run: { always: (f: (m: { u: Expr }) => unknown) => unknown } }) =>
            run.always(({ u }) => that`${u} <= 2`),
        }),
      ),
    ).toThrow(/beside ifConverges/);
    expect(at(program(made({})), numbers(1))).toMatchObject({ kind: 'undecided', why: 'not the squared loss' });
  });
});

describe('interpolators, margins, eigenvalues as claims', () => {
  const solved = (what: (X: Expr, y: Expr) => Expr, n = 2, d = 2) =>
    program(
      claim('test/solved', {
        says: 'x',
        status: 'theorem',
        sizes: { n: size(n, n), d: size(d, d) },
        reals: { X: matrix('n', 'd', '[-9, 9]'), y: vector('n', '[-99, 99]') },
        where: ({ X, y }) => ({ r: what(X, y) }),
        conclude: ({ r }) => that`sum(${r}) = 3`,
      }),
      { n, d },
    );
  const holds = (p: Program, ...x: (string | number)[]) => at(p, numbers(...x)).kind;

  it('known values, exact', () => {
    expect(
      holds(
        solved((X, y) => solve.least('l1', X, y).value, 1),
        1,
        2,
        6,
      ),
    ).toBe('holds');
    expect(
      holds(
        solved((X, y) => solve.least('l1', X, y).w, 1),
        1,
        2,
        6,
      ),
    ).toBe('holds');
    expect(
      holds(
        solved((X, y) => solve.least('l1', X, y, { nonnegative: true }).value, 1),
        1,
        -2,
        3,
      ),
    ).toBe('holds');
    expect(
      holds(
        solved((X, y) => solve.least('l2', X, y).w, 1),
        1,
        1,
        3,
      ),
    ).toBe('holds');
    expect(
      holds(
        solved((X, y) => solve.least('l2', X, y).value, 1),
        3,
        4,
        15,
      ),
    ).toBe('holds');
    expect(
      holds(
        solved((X) => solve.margin('l1', X).value),
        3,
        3,
        0,
        9,
        0,
        0,
      ),
    ).toBe('holds');
    expect(
      holds(
        solved((X) => solve.largestEigenvalue(X)),
        2,
        1,
        1,
        2,
        0,
        0,
      ),
    ).toBe('holds');
    expect(
      holds(
        solved((X) => solve.largestEigenvalue(X)),
        2,
        '1.01',
        '1.01',
        2,
        0,
        0,
      ),
    ).toBe('refuted');
  });

  it('what has no answer is undecided: no interpolator, two of them, not separable, not symmetric', () => {
    const why = (p: Program, ...x: number[]) => at(p, numbers(...x));
    const least = (X: Expr, y: Expr) => solve.least('l1', X, y);
    expect(
      why(
        solved((X, y) => least(X, y).value, 1),
        0,
        0,
        6,
      ),
    ).toMatchObject({ why: 'no interpolator' });
    expect(
      why(
        solved((X, y) => least(X, y).w, 1),
        1,
        1,
        6,
      ),
    ).toMatchObject({ kind: 'undecided', reason: 'quantity' });
    expect(
      why(
        solved((X) => solve.margin('l2', X).value),
        1,
        0,
        -1,
        0,
        0,
        0,
      ),
    ).toMatchObject({ why: 'not separable' });
    expect(
      why(
        solved((X) => solve.largestEigenvalue(X)),
        1,
        2,
        3,
        4,
        0,
        0,
      ),
    ).toMatchObject({ why: 'the matrix is not symmetric' });
  });

  it('the floats of the search agree with what is proved, on random whole data', () => {
    let state = 7;
    const int = (a: number, b: number) => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return a + Math.floor((state / 2 ** 32) * (b - a + 1));
    };
    const kinds: ((X: Expr, y: Expr) => Expr)[] = [
      (X, y) => solve.least('l1', X, y).value,
      (X, y) => solve.least('l1', X, y, { nonnegative: true }).value,
      (X, y) => solve.least('l2', X, y).value,
      (X) => solve.margin('l1', X).value,
      (X) => solve.margin('l2', X).value,
      (X) => solve.largestEigenvalue(ex`${X}*${X}'`),
    ];
    let compared = 0;
    for (const [k, what] of kinds.entries())
      for (const [n, d] of [
        [1, 3],
        [2, 3],
        [3, 2],
        [3, 4],
      ] as const) {
        const p = solved(what, n, d);
        for (let round = 0; round < 8; round++) {
          const x = Array.from({ length: n * d }, () => int(-3, 3));
          const w = Array.from({ length: d }, () => int(k === 1 ? 0 : -2, 2));
          const y = Array.from({ length: n }, (_, i) => w.reduce((s, e, j) => s + e * x[i * d + j]!, 0));
          const params = numbers(...x, ...y);
          const [proved] = values(p, params);
          const f = floats(p, params).evaluate(Float64Array.from([...x, ...y]), 0);
          if (proved === undefined) {
            expect(Number.isFinite(f.margins[0]!) && k < 3).toBe(false);
            continue;
          }
          compared++;
          const gap = Math.abs(proved - 3);
          expect(Math.abs(Math.abs(f.margins[0]!) - gap), `${k}: ${x} ${y}`).toBeLessThan(1e-7 * (1 + proved));
        }
      }
    expect(compared).toBeGreaterThan(100);
  });

  it('shapes and names that do not fit are refused with what was wanted', () => {
    expect(() => solved((X) => solve.least('l1', X, ex`ones(5)`).value)).toThrow(/a vector of length 2/);
    expect(() => solved((X, y) => solve.least('l3' as 'l1', X, y).value)).toThrow(/a norm/);
    expect(() => solved((_, y) => solve.margin('l1', y).value)).toThrow(/a matrix/);
    expect(() => solved((X) => solve.largestEigenvalue(X), 2, 3)).toThrow(/square/);
    const inside = claim('test/inside', {
      says: 'x',
      status: 'theorem',
      reals: { X: matrix(1, 1, '[1, 2]') },
      where: ({ X }) => ({
        run: descent({
          start: { u: ex`ones(1)` },
          observe: ({ u }) => ({ top: solve.largestEigenvalue(ex`${X}*diag(${u})`) }),
          loss: ({ u }) => ex`sum(${u}^2)`,
          eta: ex`1/8`,
        }),
      }),
      conclude: ({ run }) => run.always(({ top }) => that`${top} <= 9`),
    });
    expect(() => program(inside)).toThrow(/parameters and fixed moments/);
  });
});
