/** Momentum and given batches against loops by hand, exactly. */
import { expect, test } from 'vitest';
import { certifyPoint } from '../../src/certify/point.ts';
import { claim } from '../../src/claim/claim.ts';
import { real, vector } from '../../src/claim/domains.ts';
import { adoptInstance } from '../../src/claim/instance.ts';
import { compileInstance } from '../../src/claim/program.ts';
import { descent, sgd } from '../../src/dynamics/descent.ts';
import { heavyBall, type Momentum, nesterov } from '../../src/dynamics/momentum.ts';
import { constant } from '../../src/expr/expr.ts';
import { ex } from '../../src/expr/parse.ts';
import { that } from '../../src/expr/statement.ts';
import { add, mul, type Rational, rational, sub } from '../../src/number/rational.ts';

const q = (a: number, b = 1): Rational => rational(a, b);
const [X0, V0, ETA, BETA] = [q(3, 2), q(1, 2), q(1, 4), q(1, 3)];

/** x, v after some steps on ½(xv − 1)², by hand. */
function byHand(steps: number, ahead: boolean): readonly [Rational, Rational] {
  let [x, v, p, r] = [X0, V0, q(0), q(0)];
  for (let k = 0; k < steps; k++) {
    const [a, b] = ahead ? [add(x, mul(BETA, p)), add(v, mul(BETA, r))] : [x, v];
    const e = sub(mul(a, b), q(1));
    [p, r] = [sub(mul(BETA, p), mul(ETA, mul(e, b))), sub(mul(BETA, r), mul(ETA, mul(e, a)))];
    [x, v] = [add(x, p), add(v, r)];
  }
  return [x, v];
}

const holds = (c: { readonly instantiate: (choice: object) => never }, params: readonly Rational[]): string => {
  const program = compileInstance(adoptInstance((c.instantiate as (choice: object) => never)({})));
  return certifyPoint(program, { choice: {}, params, inputs: [], horizon: 0 }).kind;
};

test.each([
  ['heavy ball', heavyBall, false],
  ['Nesterov', nesterov, true],
] as const)('%s: four steps are those of a loop by hand', (_, momentum, ahead) => {
  const [x, v] = byHand(4, ahead);
  const at = (wanted: Rational): unknown =>
    claim('momentum/it', {
      says: 'x',
      status: 'conjecture',
      reals: { x: real('[-9, 9]'), v: real('[-9, 9]'), eta: real('(0, 1]'), beta: real('[0, 1]') },
      where: ({ x, v, eta, beta }) => ({
        run: descent({
          start: { x, v },
          loss: ({ x, v }) => ex`(${x}*${v} - 1)^2/2`,
          eta,
          momentum: (momentum as (b: typeof beta) => Momentum)(beta),
          steps: 4,
        }),
      }),
      conclude: ({ run }) => [that`${run.at(4).x} = ${constant(wanted)}`, that`${run.at(4).v} = ${constant(v)}`],
    });
  expect(holds(at(x) as never, [X0, V0, ETA, BETA])).toBe('holds');
  expect(holds(at(add(x, q(1, 1000))) as never, [X0, V0, ETA, BETA])).toBe('refuted');
});

test('batches are taken in turn, from the first and again', () => {
  const c = claim('batches/it', {
    says: 'x',
    status: 'conjecture',
    reals: { w: vector(3, '[-9, 9]') },
    where: ({ w }) => ({
      run: sgd({
        start: { x: ex`${w.at(0)}*0` },
        batches: [w.at(0), w.at(1), w.at(2)],
        loss: ({ x, batch }) => ex`-${batch}*${x}`,
        eta: 1,
      }),
    }),
    conclude: ({ run, w }) => [
      that`${run.at(0).batch} = ${w.at(0)}`,
      that`${run.at(1).x} = ${w.at(0)}`,
      that`${run.at(4).x} = ${w.at(0)} + sum(${w})`,
      that`${run.at(5).batch} = ${w.at(2)}`,
    ],
  });
  expect(holds(c as never, [q(1), q(5), q(-7, 3)])).toBe('holds');
});

test('velocities begin at 0, and are named after their states', () => {
  const run = claim('names/it', {
    says: 'x',
    status: 'conjecture',
    reals: { u: vector(2, '[0, 1]') },
    where: ({ u }) => ({
      run: descent({ start: { u }, loss: ({ u }) => ex`sum(${u}^2)`, eta: 1, momentum: heavyBall(ex`1/2`) }),
    }),
    conclude: ({ run }) => that`${run.at(0).uVelocity} = 0`,
  });
  expect(holds(run as never, [q(1), q(1, 2)])).toBe('holds');
});

const broken = (where: () => unknown): (() => unknown) => {
  const c = claim('broken/it', {
    says: 'x',
    status: 'conjecture',
    reals: { x: real('[0, 1]') },
    where: () => ({ run: where() as never }),
    conclude: ({ x }) => that`${x} <= 1`,
  });
  return () => c.instantiate({});
};
const loss = (): ReturnType<typeof ex> => ex`1`;
test.each([
  [
    'a momentum that is none',
    () => descent({ start: { x: ex`1` }, loss, eta: 1, momentum: 0.9 as never }),
    /heavyBall\(…\) or nesterov/,
  ],
  [
    'a momentum that is a vector',
    () => heavyBall(ex`ones(2)`),
    /a number for the momentum: .*momentum: heavyBall\(beta\).* is wanted, found a vector/,
  ],
  [
    'no batches',
    () => sgd({ start: { x: ex`1` }, batches: [], loss, eta: 1 }),
    /a list of batches in sgd is wanted, found none/,
  ],
  [
    'batches of two shapes',
    () => sgd({ start: { x: ex`1` }, batches: [ex`1`, ex`ones(2)`], loss, eta: 1 }),
    /batches of one shape/,
  ],
  [
    'a state called phase',
    () => sgd({ start: { phase: ex`1` }, batches: [ex`1`], loss: () => ex`1`, eta: 1 }),
    /another name for the state phase/,
  ],
  [
    'a state with the name of a velocity',
    () => descent({ start: { x: ex`1`, xVelocity: ex`1` }, loss, eta: 1, momentum: heavyBall(ex`1/2`) }),
    /no state xVelocity, which is the name of a velocity/,
  ],
])('%s is refused', (_, where, message) => {
  expect(broken(where)).toThrow(message);
});
