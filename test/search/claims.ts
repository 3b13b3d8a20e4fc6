/** Small claims with known answers, and what the tests of the search make of a claim. */
import { certifyPoint } from '../../src/certify/point.ts';
import type { Claim } from '../../src/claim/claim.ts';
import { adoptInstance, hashOf } from '../../src/claim/instance.ts';
import { compileInstance } from '../../src/claim/program.ts';
import {
  and,
  claim,
  descent,
  ex,
  flow,
  grid,
  implies,
  integer,
  orthogonal,
  real,
  sign,
  size,
  that,
  unit,
  vector,
} from '../../src/index.ts';
import type { SearchInput } from '../../src/search/search.ts';

export const certify = certifyPoint;

/** The claim as the search takes it. */
export function input(c: unknown): SearchInput {
  const some = c as Claim;
  const instances = some.choices().map((choice) => adoptInstance(some.instantiate(choice)));
  return { id: some.id, hash: hashOf(some.id, instances), programs: instances.map(compileInstance) };
}

const oneStep = claim('test/one-step', {
  says: 'One step does not raise the loss when η(u² + v²) ≤ 1/2.',
  status: 'theorem',
  reals: { u: real('[1/100, 3]'), v: real('[1/100, 3]'), eta: real('(0, 4]') },
  where: ({ u, v, eta }) => ({
    run: descent({ start: { u, v }, loss: ({ u, v }) => ex`(${u}*${v} - 1)^2/2`, eta, steps: 1 }),
  }),
  assume: ({ u, v, eta }) => that`${eta}*(${u}^2 + ${v}^2) <= 1/2`,
  conclude: ({ run }) => that`${run.at(1).loss} <= ${run.at(0).loss}`,
});
export const descends = input(oneStep);
export const descendsTooFar = input(
  oneStep.variant('test/one-step-3-4', {
    says: 'The same with 3/4.',
    status: 'refuted',
    assume: ({ u, v, eta }) => that`${eta}*(${u}^2 + ${v}^2) <= 3/4`,
  }),
);

/** The difference of squares shrinks by an exact factor, at every step of any length. */
const factor = claim('test/factor', {
  says: 'u² − v² is multiplied by 1 − η²g² in each step.',
  status: 'theorem',
  reals: { u: real('[-2, 2]'), v: real('[-2, 2]'), eta: real('(0, 1]') },
  where: ({ u, v, eta }) => ({
    run: descent({
      start: { u, v },
      observe: ({ u, v }) => ({ g: ex`${u}*${v} - 1` }),
      loss: ({ g }) => ex`${g}^2/2`,
      eta,
    }),
  }),
  conclude: ({ run, eta }) =>
    run.always(({ u, v, g, next }) => that`${next.u}^2 - ${next.v}^2 = (1 - ${eta}^2*${g}^2)*(${u}^2 - ${v}^2)`),
});
export const identity = input(factor);
export const conserved = input(
  factor.variant('test/conserved', {
    says: 'u² − v² is conserved.',
    status: 'refuted',
    conclude: ({ run }) => run.always(({ u, v, next }) => that`${next.u}^2 - ${next.v}^2 = ${u}^2 - ${v}^2`),
  }),
);

export const productConserved = input(
  factor.variant('test/product-conserved', {
    says: 'uv is conserved.',
    status: 'refuted',
    conclude: ({ run }) => run.always(({ u, v, next }) => that`${next.u}*${next.v} = ${u}*${v}`),
  }),
);

/** Needs a width of at least 2. */
export const needsTwo = input(
  claim('test/needs-two', {
    says: '(Σx)² ≤ Σx².',
    status: 'refuted',
    sizes: { d: size(1, 4) },
    reals: { x: vector('d', '[-3, 3]') },
    conclude: ({ x }) => that`sum(${x})^2 <= sum(${x}^2)`,
  }),
);

/** Fails only where a side has no value. */
export const undefinedAtOne = input(
  claim('test/undefined', {
    says: '1/(x − y)² is positive.',
    status: 'refuted',
    reals: { x: integer(0, 3), y: integer(0, 3) },
    conclude: ({ x, y }) => that`1/(${x} - ${y})^2 > 0`,
  }),
);

/** Fails at one point, where an equation of the premise holds. */
export const exactHit = input(
  claim('test/exact-hit', {
    says: 'If 3xy = 4 on tenths, then x ≠ y + 2/3.',
    status: 'refuted',
    reals: { x: real('(0, 3]'), y: real('(0, 3]') },
    conclude: ({ x, y }) => implies(that`3*${x}*${y} = 4`, that`3*${x} != 3*${y} + 1`),
  }),
);

/** Touches zero along a line that it declares. */
export const touching = input(
  claim('test/touching', {
    says: '2xy ≤ x² + y².',
    status: 'theorem',
    reals: { x: real('[-2, 2]'), y: real('[-2, 2]') },
    conclude: ({ x, y }) => that`2*${x}*${y} <= ${x}^2 + ${y}^2`,
    tight: ({ x, y }) => that`${x} = ${y}`,
  }),
);

/** Both sides vanish along p = q, where all that doubles see is rounding of relative size 1. */
export const noisy = input(
  claim('test/noisy', {
    says: 'The divergence of a coin p from m = (p + 2q)/3 is at least 2.1(p − m)².',
    status: 'refuted',
    reals: { p: real('[1/100, 99/100]'), q: real('[1/100, 99/100]') },
    where: ({ p, q }) => {
      const m = ex`(${p} + ${q} + ${q})/3`;
      return { m, kl: ex`(${p}*ln(${p}/${m}) + (1 - ${p})*ln((1 - ${p})/(1 - ${m})))/2` };
    },
    conclude: ({ p, m, kl }) => that`(1.05*${p} - 1.05*${m})^2/1.05 <= ${kl}`,
  }),
);

/** A flow, whose states only doubles know here: a clear float violation stays a suspicion. */
export const flowing = input(
  claim('test/flow', {
    says: 'At time 1 the state of x˙ = −x is below x(0)/3.',
    status: 'refuted',
    reals: { x: real('[1, 2]') },
    where: ({ x }) => ({ after: flow({ start: { x }, loss: ({ x }) => ex`${x}^2/2` }).at(1) }),
    conclude: ({ x, after }) => that`${after.x} < ${x}/3`,
  }),
);

/** A needle: width 10⁻⁴ in one parameter, where the margin slopes towards it. */
export const needle = input(
  claim('test/needle', {
    says: '(x − 1/3)² + y² ≥ 10⁻⁸/4.',
    status: 'refuted',
    reals: { x: real('[0, 1]'), y: real('[-1, 1]') },
    conclude: ({ x, y }) => that`(${x} - 0.3333)^2 + ${y}^2 >= 1/400000000`,
  }),
);

/** Every kind of domain, inputs, three conclusions. */
export const everything = input(
  claim('test/everything', {
    says: 'Steps stay where they are.',
    status: 'conjecture',
    sizes: { d: size(2, 3) },
    reals: {
      a: real('(0, 1)'),
      b: real('(0, 2]', { scale: 'log' }),
      c: real('[1/7, 2/7)'),
      k: integer(1, 9),
      s: sign(),
      q: grid('q2.2'),
      w: unit('d'),
      o: orthogonal('d'),
    },
    inputs: { e: real('[-1, 1)'), z: sign() },
    where: ({ a, e }) => ({
      run: descent({ start: { x: a }, loss: ({ x }) => ex`${x}^2/2`, eta: ({ t }) => ex`${e}^2*(1 + ${t})/2` }),
    }),
    conclude: ({ run, w, b, c, k, s, q, o }) => [
      run.always(({ x, next }) => that`abs(${next.x}) <= abs(${x})`),
      and(that`sum(${w}^2) <= 2`, that`trace(${o}) <= 4`),
      that`${b}*${c}*${k}*${s} <= 100 + ${q}`,
    ],
  }),
);
