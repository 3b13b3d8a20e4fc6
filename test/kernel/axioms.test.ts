/** Every axiom against 200-bit interval arithmetic. AXIOM_POINTS=10000 for the full count; fewer by default. */
import { expect, test } from 'vitest';
import { variables } from '../../src/expr/term.ts';
import * as k from '../../src/kernel/index.ts';
import { type Rational, rational } from '../../src/number/rational.ts';
import { A, decide, value } from './falsehood.ts';
import { seeded } from './fuzz.ts';

const POINTS = Number(process.env.AXIOM_POINTS ?? 500);
const rnd = seeded(3);
/** From 2⁻¹⁰ to 2⁵ in size, either sign, and 0. */
function number(): Rational {
  const size = 2 ** Math.floor(rnd() * 16 - 10);
  const m = Math.floor((rnd() * 2 - 1) * 1e6 * (rnd() < 0.01 ? 0 : 1));
  return rational(BigInt(m) * (size < 1 ? 1n : BigInt(size)), 1_000_000n * (size < 1 ? BigInt(1 / size) : 1n));
}
const exponents = [rational(1, 2), rational(2, 3), rational(-1, 3), rational(-5, 2), rational(3)];

test('the list, and what is not on it', () => {
  const ofExp = ['expZero', 'expAdd', 'expNeg', 'expTangent', 'expLog', 'logExp'];
  const hyperbolic = ['sinhExp', 'coshExp', 'tanhRatio', 'sinhAsinh', 'asinhSinh', 'tanhAtanh'];
  const circular = ['pythagoras', 'sinAdd', 'cosAdd', 'sinZero', 'cosZero'];
  expect(k.AXIOM_NAMES).toEqual([...ofExp, ...hyperbolic, ...circular, 'powerLog']);
  expect(Object.isFrozen(k.AXIOM_NAMES) && Object.isFrozen(k.AXIOM_VARIABLES)).toBe(true);
  expect(() => k.axiom('logAdd')).toThrow('axiom: an axiom is wanted, one of expZero, expAdd');
});
test.each(k.AXIOM_NAMES)(
  '%s',
  (name) => {
    let [admissible, agreed] = [0, 0];
    for (let i = 0; admissible < POINTS && i < 4 * POINTS; i++) {
      const { given, shows } = k.axiom(name, exponents[i % exponents.length]!).statement;
      const at = new Map(k.AXIOM_VARIABLES.map((x) => [x.name!, A.rational(number())]));
      if (!given.every((p) => decide(p, at) === 'yes')) continue;
      admissible++;
      const p = shows as k.Relation;
      expect(decide(p, at), name).not.toBe('no');
      const gap = A.abs(A.sub(value(p.left, at), value(p.right, at)));
      const size = A.add(A.abs(value(p.left, at)), A.rational(rational(1)));
      const close = A.compare('<=', gap, A.mul(size, A.rational(rational(1n, 2n ** 90n)))) === 'yes';
      if (close || (p.op !== '=' && decide(p, at) === 'yes')) agreed++;
      if (variables(p.left, p.right).size === 0) break;
    }
    expect(agreed).toBe(admissible);
    expect(admissible).toBeGreaterThanOrEqual(['expZero', 'sinZero', 'cosZero'].includes(name) ? 1 : POINTS);
  },
  600_000,
);
