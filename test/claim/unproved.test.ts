/** `unproved` closes the notes of its own claim and of none that varies it. */
import { expect, test } from 'vitest';
import { claim, real, that } from '../../src/index.ts';

test('unproved closes the notes, and variants do not inherit it', () => {
  const base = claim('unproved/base', {
    says: 'x² ≥ 0.',
    status: 'theorem',
    notes: 'A square.',
    unproved: 'no reason.',
    reals: { x: real('[-1, 1]') },
    conclude: ({ x }) => that`${x}^2 >= 0`,
  });
  const inherits = base.variant('unproved/variant', { says: 'x² ≥ 0 again.', status: 'theorem' });
  const own = inherits.variant('unproved/own', { says: 'x² ≥ 0.', status: 'theorem', unproved: 'another.' });
  expect([base.notes, inherits.notes, own.notes]).toEqual([
    'A square. Not proved: no reason.',
    'A square.',
    'A square. Not proved: another.',
  ]);
});
