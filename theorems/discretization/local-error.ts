import { and, claim, type Expr, evolve, ex, real, that } from 'counterflow';
import { barrett2020 } from '../_papers.ts';

interface Pair {
  readonly u: Expr;
  readonly v: Expr;
}
/** f = −∇L for L = ½(uv − y)², and its derivatives in one and two directions. */
const f = ({ u, v }: Pair, y: Expr): Pair => ({ u: ex`-(${u}*${v} - ${y})*${v}`, v: ex`-(${u}*${v} - ${y})*${u}` });
const first = ({ u, v }: Pair, y: Expr, d: Pair): Pair => ({
  u: ex`-(${v}^2*${d.u} + (2*${u}*${v} - ${y})*${d.v})`,
  v: ex`-((2*${u}*${v} - ${y})*${d.u} + ${u}^2*${d.v})`,
});
const second = ({ u, v }: Pair, d: Pair, e: Pair): Pair => ({
  u: ex`-(2*${v}*${e.v}*${d.u} + 2*(${e.u}*${v} + ${u}*${e.v})*${d.v})`,
  v: ex`-(2*(${e.u}*${v} + ${u}*${e.v})*${d.u} + 2*${u}*${e.u}*${d.v})`,
});
const plus = (a: Pair, h: Expr, b: Pair): Pair => ({ u: ex`${a.u} + ${h}*${b.u}`, v: ex`${a.v} + ${h}*${b.v}` });

/** f₁ = −½f′f, and its derivative in a direction. */
const correction = (p: Pair, y: Expr): Pair => plus({ u: ex`0`, v: ex`0` }, ex`-1/2`, first(p, y, f(p, y)));
const correctionAlong = (p: Pair, y: Expr, d: Pair): Pair =>
  plus(plus({ u: ex`0`, v: ex`0` }, ex`-1/2`, second(p, f(p, y), d)), ex`-1/2`, first(p, y, first(p, y, d)));

/** The field f + hf₁ at a point, its second and third derivatives in time along its own flow. */
function taylor(p: Pair, y: Expr, h: Expr) {
  const start = evolve({
    start: { a: p.u, b: p.v },
    observe: ({ a, b }) => {
      const at = { u: a, v: b };
      const F = plus(f(at, y), h, correction(at, y));
      const G = plus(first(at, y, F), h, correctionAlong(at, y, F));
      return { Fu: F.u, Fv: F.v, Gu: G.u, Gv: G.v };
    },
    field: ({ Fu, Fv }) => ({ a: Fu, b: Fv }),
  }).at(0);
  const { rate } = start;
  return {
    F: { u: start.Fu, v: start.Fv },
    G: { u: start.Gu, v: start.Gv },
    second: { u: rate.Fu, v: rate.Fv },
    third: { u: rate.Gu, v: rate.Gv },
  };
}

export default claim('discretization/local-error', {
  says: 'w = uv: a step of descent minus the flow of the modified loss up to t = h (Taylor to third order) is h³(f″(f, f)/12 + f′f′f/3) + O(h⁴), with the O(h⁴) written out.',
  status: 'theorem',
  source: { ...barrett2020, where: 'its local error; the coefficient is from standard backward error analysis' },
  notes:
    'One sample of input 1, L = ½(uv − y)², f = −∇L; modified loss L + (h/4)‖∇L‖², that is the field F = f + hf₁ with f₁ = −½f′f. With D the derivative along a flow, O(h⁴) is −(h⁴/2)f₁′f₁ − (h³/6)(D²F along F − D²f along f), and F → f. Against the flow of f itself the difference begins with −(h²/2)f′f.',
  reals: { u: real('[-2, 2]'), v: real('[-2, 2]'), y: real('[-2, 2]'), h: real('(0, 1]') },
  where: ({ u, v, y, h }) => {
    const at = { u, v };
    const [fast, slow] = [taylor(at, y, h), taylor(at, y, ex`0`)];
    const here = f(at, y);
    const [bent, twice] = [second(at, here, here), first(at, y, first(at, y, here))];
    const rest = correctionAlong(at, y, correction(at, y));
    const of = (n: 'u' | 'v') => ({
      left: ex`${h}*${here[n]} - (${h}*${fast.F[n]} + ${h}^2/2*${fast.G[n]} + ${h}^3/6*${fast.third[n]})`,
      leading: ex`${h}^3*(${bent[n]}/12 + ${twice[n]}/3)`,
      beyond: ex`-(${h}^4/2*${rest[n]}) - ${h}^3/6*(${fast.third[n]} - ${slow.third[n]})`,
    });
    const plain = ex`${h}^2/2*${slow.G.u} + ${h}^3/6*${slow.third.u}`;
    return { U: of('u'), V: of('v'), second: fast.second, G: fast.G, plain };
  },
  conclude: ({ U, V, second, G }) => [
    and(that`${second.u} = ${G.u}`, that`${second.v} = ${G.v}`),
    that`${U.left} = ${U.leading} + ${U.beyond}`,
    that`${V.left} = ${V.leading} + ${V.beyond}`,
  ],
});
