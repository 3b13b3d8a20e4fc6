import { by, claim, type Expr, ex, matrix, size, sum, that, vector } from 'counterflow';
import { neyshabur2017 } from '../_papers.ts';

export default claim('norms/path-norm', {
  says: 'Two layers: the path norms Σ_k |v_k|‖U_k‖₁ and Σ_k v_k²‖U_k‖² do not change when unit k is rescaled by c_k, 1/c_k.',
  status: 'theorem',
  source: { ...neyshabur2017, where: 'path norms and rescaling' },
  notes: 'U_k are the rows of U, c > 0.',
  sizes: { h: size(1, 3), d: size(1, 2) },
  reals: { U: matrix('h', 'd', '[-2, 2]'), v: vector('h', '[-2, 2]'), c: vector('h', '[1/4, 4]') },
  where: ({ h, U, v, c }) => {
    const [U2, v2] = [ex`diag(${c})*${U}`, ex`${v}/${c}`];
    const lengths = (A: typeof U) => ex`diag(${A}*${A}')`;
    const l1 = (A: typeof U, w: typeof v) => sum(h, (k) => ex`abs(${w.at(k)})*norm1(${A.row(k)})`);
    return {
      path1: l1(U, v),
      path1After: l1(U2, v2),
      path2: ex`sum(${v}^2*${lengths(U)})`,
      path2After: ex`sum(${v2}^2*${lengths(U2)})`,
      size: ex`norm(${U})^2 + sum(${v}^2)`,
      sizeAfter: ex`norm(${U2})^2 + sum(${v2}^2)`,
      top: ex`sqrt(max(${lengths(U)}))*norm(${v})`,
      group: ex`sum(abs(${v})*sqrt(${lengths(U)}))`,
    };
  },
  conclude: ({ path1, path1After, path2, path2After }) => [
    that`${path1After} = ${path1}`,
    that`${path2After} = ${path2}`,
  ],
  derivation: ({ h, d, U, v, c }) => {
    const units = [...Array(h).keys()];
    const inputs = [...Array(d).keys()];
    return [
      ...units.flatMap((k) => [
        scaledUp(v.at(k), ex`1/${c.at(k)}`, ex`${v.at(k)}/${c.at(k)}`),
        ...inputs.map((i) => scaledUp(U.at(k, i), c.at(k), ex`${c.at(k)}*${U.at(k, i)}`)),
      ]),
    ];
  },
});

/** |cx| = c|x| for c > 0. */
const scaledUp = (x: Expr, c: Expr, scaled: Expr) =>
  by.lemma(
    { x, c, y: scaled },
    {
      from: ({ x, c, y }) => [that`${c} > 0`, that`${y} = ${c}*${x}`],
      shows: ({ x, c, y }) => that`abs(${y}) = ${c}*abs(${x})`,
      steps: ({ x, c, y }) => [
        by.positive(that`${c}*abs(${x}) >= 0`),
        by.rewrite(that`(${c}*abs(${x}))^2 = ${y}^2`),
        by.root(that`abs(${y}) = ${c}*abs(${x})`),
      ],
    },
  );
