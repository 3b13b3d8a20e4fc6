/**
 * The axioms: a closed list of facts of real analysis, each with its side conditions as assumptions.
 *
 * Trusted; the whole list is below, in two variables with names that nothing else has (instantiate puts terms in
 * their place, which then have to be defined). docs/trust.md names each one in the textbooks; a test compares each with 200-bit arithmetic.
 */
import type { FunctionName, Term } from '../expr/term.ts';
import { add, apply, div, mul, neg, num, pow, power, sub, variable, whole } from '../expr/term.ts';
import { ONE, type Rational, rational } from '../number/rational.ts';
import { eq, le, lt, one, type Relation, refuse, zero } from './relation.ts';
import { rule } from './theorem.ts';

const x = variable('x#');
const y = variable('y#');
export const AXIOM_VARIABLES = Object.freeze([x, y] as const);
function f(name: FunctionName): (a: Term) => Term {
  return (a) => apply(name, a);
}
const [exp, log, sin, cos] = [f('exp'), f('log'), f('sin'), f('cos')];
const [sinh, cosh, tanh, asinh, atanh] = [f('sinh'), f('cosh'), f('tanh'), f('asinh'), f('atanh')];
const half = (a: Term): Term => div(a, whole(2));

type Axiom = { readonly given: readonly Relation[]; readonly shows: Relation };
const always = (shows: Relation): Axiom => ({ given: [], shows });
const when = (given: Relation, shows: Relation): Axiom => ({ given: [given], shows });

const AXIOMS: ReadonlyMap<string, Axiom> = new Map(
  Object.entries({
    expZero: always(eq(exp(zero), one)),
    expAdd: always(eq(exp(add(x, y)), mul(exp(x), exp(y)))),
    expNeg: always(eq(mul(exp(x), exp(neg(x))), one)),
    expTangent: always(le(add(one, x), exp(x))),
    expLog: when(lt(zero, x), eq(exp(log(x)), x)),
    logExp: always(eq(log(exp(x)), x)),
    sinhExp: always(eq(sinh(x), half(sub(exp(x), exp(neg(x)))))),
    coshExp: always(eq(cosh(x), half(add(exp(x), exp(neg(x)))))),
    tanhRatio: always(eq(tanh(x), div(sinh(x), cosh(x)))),
    sinhAsinh: always(eq(sinh(asinh(x)), x)),
    asinhSinh: always(eq(asinh(sinh(x)), x)),
    tanhAtanh: when(lt(pow(x, 2), one), eq(tanh(atanh(x)), x)),
    pythagoras: always(eq(add(pow(sin(x), 2), pow(cos(x), 2)), one)),
    sinAdd: always(eq(sin(add(x, y)), add(mul(sin(x), cos(y)), mul(cos(x), sin(y))))),
    cosAdd: always(eq(cos(add(x, y)), sub(mul(cos(x), cos(y)), mul(sin(x), sin(y))))),
    sinZero: always(eq(sin(zero), zero)),
    cosZero: always(eq(cos(zero), one)),
  }),
);
export const AXIOM_NAMES: readonly string[] = Object.freeze([...AXIOMS.keys(), 'powerLog']);

/** 0 < x gives x^(p/q) = e^((p/q)·log x). */
function powerLog({ num: p, den: q }: Rational): Axiom {
  const e = rational(p, q);
  return when(lt(zero, x), eq(power(x, e), exp(mul(num(e), log(x)))));
}
/** The exponent belongs to powerLog only. */
export const axiom = rule('axiom', (name: string, exponent: Rational = ONE) => {
  const found = name === 'powerLog' ? powerLog(exponent) : AXIOMS.get(name);
  return {
    ...(found ?? refuse(`an axiom is wanted, one of ${AXIOM_NAMES.join(', ')}`)),
    from: [],
    label: `axiom ${name}`,
  };
});
