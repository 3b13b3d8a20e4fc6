/** Coverage and health of a search against counts by hand. */
import { expect, test } from 'vitest';
import { certifyPoint } from '../../src/certify/point.ts';
import { claim } from '../../src/claim/claim.ts';
import { real, vector } from '../../src/claim/domains.ts';
import { adoptInstance } from '../../src/claim/instance.ts';
import { compileInstance, type Program } from '../../src/claim/program.ts';
import { atLeast } from '../../src/claim/region.ts';
import { that } from '../../src/expr/statement.ts';
import { search } from '../../src/search/search.ts';
import { health, type Survey, surveyor, uncovered } from '../../src/search/survey.ts';

type Cover = Parameters<typeof claim>[1]['cover'];

const programOf = (assume: 'none' | 'low', cover: (x: { readonly x: never }) => unknown): Program => {
  const c = claim('survey/it', {
    says: 'x',
    status: 'conjecture',
    reals: { x: real('[0, 1]'), v: vector(2, '[-1, 1]') },
    assume: ({ x }) => (assume === 'low' ? that`${x} <= 1/4` : that`${x} <= 1`),
    conclude: ({ x, v }) => that`${x} + sum(${v}^2) >= 0`,
    cover: cover as never as Cover as never,
  });
  return compileInstance(adoptInstance(c.instantiate({})));
};

function survey(p: Program, runs = 20_000): Survey & { readonly runs: number; readonly accepted: number } {
  const watch = surveyor([p]);
  const r = search(
    { id: 'survey', hash: 'survey', programs: [p] },
    { seed: 1, runs, certify: certifyPoint, observe: watch.observe },
  );
  return { ...watch.survey(), runs: r.runs, accepted: r.accepted };
}

test('ranges: all of them met without assumptions, a quarter of x under one', () => {
  const whole = survey(programOf('none', () => []));
  expect(whole.ranges).toEqual([
    { name: 'x', met: 16, of: 16 },
    { name: 'v', met: 16, of: 16 },
  ]);
  const low = survey(programOf('low', () => []));
  expect(low.ranges[0]!.met).toBeGreaterThanOrEqual(4);
  expect(low.ranges[0]!.met).toBeLessThanOrEqual(5);
  expect(low.sampled).toBeGreaterThan(low.accepted / 17);
});

test('regions: a share for each, and the one that has too little of the runs is named', () => {
  const p = programOf('none', ({ x }) => [that`${x} > 1/2`, atLeast('3/4', that`${x} > 99/100`)]);
  const s = survey(p);
  expect(s.regions.map((r) => r.least)).toEqual([0.1, 0.75]);
  expect(s.regions[0]!.share).toBeGreaterThan(0.1);
  expect(s.regions[1]!.share).toBeLessThan(0.75);
  expect(uncovered(s)).toMatch(/^\d+ % of the accepted runs had x > 99\/100, 75 % are wanted$/);
  expect(uncovered(survey(programOf('none', ({ x }) => that`${x} > 1/2`)))).toBeUndefined();
});

test('health names filters that leave too little, and nothing else here', () => {
  const s = survey(programOf('none', () => []));
  expect(health(s, 100_000, 50_000)).toEqual([]);
  expect(health(s, 100_000, 900)[0]).toMatch(/^filters too much: 0\.9 %/);
  expect(health({ ...s, undefined: 0.6 }, 10, 10)[0]).toMatch(/^often undefined/);
});

test('watching changes nothing about a search', () => {
  const p = programOf('low', ({ x }) => that`${x} > 1/8`);
  const plain = search({ id: 's', hash: 's', programs: [p] }, { seed: 3, runs: 9000, certify: certifyPoint });
  const watched = search(
    { id: 's', hash: 's', programs: [p] },
    { seed: 3, runs: 9000, certify: certifyPoint, observe: surveyor([p]).observe },
  );
  expect(watched).toEqual(plain);
});
