/** Violations of relative width 10⁻⁴ in a parameter, where the margin slopes towards them. Seeds: COUNTERFLOW_FUZZ times 4. */
import { expect, test } from 'vitest';
import { claim, descent, ex, real, that } from '../../src/index.ts';
import { search } from '../../src/search/search.ts';
import { certify, input, needle } from './claims.ts';

const SEEDS = 4 * Number(process.env.COUNTERFLOW_FUZZ ?? 1);

const oneStep = claim('needle/one-step', {
  says: 'The descent condition with a constant 1.5·10⁻⁴ beyond the sharp one.',
  status: 'refuted',
  reals: { u: real('[1/100, 3]'), v: real('[1/100, 3]'), eta: real('(0, 4]') },
  where: ({ u, v, eta }) => ({
    run: descent({ start: { u, v }, loss: ({ u, v }) => ex`(${u}*${v} - 1)^2/2`, eta, steps: 1 }),
  }),
  assume: ({ u, v, eta }) => that`${eta}*(${u}^2 + ${v}^2) <= 0.7086`,
  conclude: ({ run }) => that`${run.at(1).loss} <= ${run.at(0).loss}`,
});

const beyond = oneStep.variant('needle/one-step-beyond', {
  says: 'The same with a constant 5·10⁻⁷ beyond the sharp one.',
  status: 'refuted',
  assume: ({ u, v, eta }) => that`${eta}*(${u}^2 + ${v}^2) <= 0.7084978`,
});

const narrow = claim('needle/narrow', {
  says: 'A valley a thousand times narrower in one parameter than in four others.',
  status: 'refuted',
  reals: {
    x: real('[0, 1]'),
    a: real('[-1, 1]'),
    b: real('[-1, 1]'),
    c: real('[-1, 1]'),
    d: real('[-1, 1]'),
  },
  conclude: ({ x, a, b, c, d }) => that`(${x} - 0.617)^2 + (${a}^2 + ${b}^2 + ${c}^2 + ${d}^2)/1000000 >= 1/400000000`,
});

const kink = claim('needle/kink', {
  says: 'A kink of max and abs under a hypothesis.',
  status: 'refuted',
  reals: { x: real('[0, 3]'), y: real('[0, 3]'), z: real('[0, 3]') },
  assume: ({ x, y, z }) => that`${x} + ${y} + ${z} <= 4`,
  conclude: ({ x, y, z }) => that`max(abs(${x} - 1.23456), abs(${y} - ${z})/100) >= 0.00015`,
});

test.each([
  ['two parameters', 1_000_000, needle],
  ['one step', 1_000_000, input(oneStep)],
  ['one step, barely', 60_000, input(beyond)],
  ['narrow valley', 1_000_000, input(narrow)],
  ['kink', 1_000_000, input(kink)],
])('%s: found for every seed within %i evaluations', { timeout: 120_000 }, (_, runs, claimed) => {
  for (let seed = 1; seed <= SEEDS; seed++)
    expect(search(claimed, { seed, runs, certify }).found, `seed ${seed}`).toBeDefined();
});
