import { expect, test } from 'vitest';
import { claim, descent, type Expr, ex, real, type Statement, that } from '../../src/index.ts';

const about = (conclude: (run: ReturnType<typeof make>, u: Expr) => Statement) =>
  claim('test/start', {
    says: 'A run whose start has the name of the state.',
    status: 'theorem',
    reals: { u: real('[1, 2]') },
    where: ({ u }) => ({ run: make(u) }),
    conclude: ({ run, u }) => conclude(run, u),
  }).instantiate({});
const make = (u: Expr) =>
  descent({ start: { u }, observe: ({ u }) => ({ q: ex`${u}^2` }), loss: ({ u }) => ex`${u}^2/2`, eta: ex`1/2` });

test('the start where the state is meant is refused', () => {
  expect(() => about((run, u) => run.always(({ q }) => that`${q} <= ${u}^2 + 1`))).toThrow(/the start u/);
});
test('a formula of the start, taken from run.at(0), is accepted', () => {
  expect(() => about((run) => run.always(({ u }) => that`${u} <= ${run.at(0).u}`))).not.toThrow();
  expect(() => about((run) => run.always(({ q }) => that`2*${q} <= 2*${run.at(0).q}`))).not.toThrow();
});
test('a variant changes a definition with the others in sight', () => {
  const base = claim('test/base', {
    says: 'x ≤ x + 1.',
    status: 'theorem',
    reals: { x: real('[0, 1]') },
    where: ({ x }) => ({ a: ex`${x} + 1`, b: ex`${x}` }),
    conclude: ({ a, b }) => that`${b} <= ${a}`,
  });
  const changed = base.variant('test/changed', {
    says: 'x ≤ x + 2.',
    status: 'theorem',
    where: ({ a }) => ({ a: ex`${a} + 1` }),
  });
  expect(JSON.stringify(changed.instantiate({}))).toContain('["add",[2,1]]');
});
