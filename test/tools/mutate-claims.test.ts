/** Where a claim's text can be changed, so that a statement says something else. */
import { expect, it } from 'vitest';
import { sites } from '../../tools/mutate-claims.ts';

const claim = `export default claim('a/b', {
  says: 'One - two + 3.',
  sizes: { n: size(1, 3) },
  where: ({ X, u }) => ({ y: ex\`\${X}'*(\${u} - 1/2)\` }),
  assume: ({ u }) => that\`\${u} <= 7\`,
  conclude: ({ u, run }) => [that\`\${u}^2 + \${run.at(1).loss} <= 4\`, le(u, 5)],
  derivation: ({ u }) => [by.ring(that\`\${u}^9 = 8\`)],
});
`;

it('signs, constants and exponents of what is concluded and defined, nothing else', () => {
  expect(sites(claim).map((s) => `${s.kind} ${s.old}→${s.now}`)).toEqual([
    'sign +→-',
    'exponent 2→3',
    'constant 4→5',
    'sign -→+',
    'constant 1→2',
    'constant 2→3',
  ]);
  for (const s of sites(claim)) expect(claim.slice(s.at, s.at + s.old.length)).toBe(s.old);
});
