import { and, by, type Expr, ex, that } from 'counterflow';
import kkt from './near-orthogonal-kkt.ts';

export default kkt.variant('leaky/near-orthogonal-enough', {
  says: 'Two samples with min ‖x_i‖² ≥ 3γ⁻³(R_max/R_min)²·2|⟨x₁, x₂⟩|: λ = K⁻¹1 is positive and the signs match, so the two-vector network is a KKT point.',
  status: 'theorem',
  notes: 'Setting of near-orthogonal-kkt. The constants of the condition are recalled, and proved here to be enough.',
  assume: ({ x1, x2, gamma }) => [
    that`sum(${x1}^2) > 0`,
    that`sum(${x2}^2) > 0`,
    that`6*max(sum(${x1}^2), sum(${x2}^2))*abs(sum(${x1}*${x2})) <= ${gamma}^3*min(sum(${x1}^2), sum(${x2}^2))^2`,
  ],
  conclude: ({ det, l1, l2, signs }) => [that`${det} > 0`, that`${l1} > 0`, that`${l2} > 0`, signs],
  derivation: ({ same, m1, m2, x1, x2, gamma, det }) => {
    const m = m1 + m2;
    const [S, R, D] = [ex`sum(${x1}^2)`, ex`sum(${x2}^2)`, ex`sum(${x1}*${x2})`];
    const y2 = same === 1 ? ex`1` : ex`-1`;
    const [p2, q2] = same === 1 ? [ex`1`, gamma] : [gamma, ex`1`];
    const weight = (p: Expr, q: Expr) => ex`(${m1}*${p} + ${m2}*${q})/${m}`;
    const a = ex`${S}*${weight(ex`1`, ex`${gamma}^2`)}`;
    const b = ex`${y2}*${D}*${weight(p2, ex`${gamma}*${q2}`)}`;
    const c = ex`${R}*${weight(ex`${p2}^2`, ex`${q2}^2`)}`;
    const [X, Y] = [ex`${c} - ${b}`, ex`${a} - ${b}`];
    const terms = { S, R, D, e0: ex`abs(${D})`, g: gamma };
    return [
      by.lemma({ ...terms, M: ex`max(${S}, ${R})`, N: ex`min(${S}, ${R})` }, small),
      by.lemma({ ...terms, a, b, c }, entries(same, m1, m2)),
      by.lemma({ ...terms, a, b, c, K: det }, determinant),
      by.positive(that`${X} > 0`),
      by.positive(that`${Y} > 0`),
      ...[
        { k: ex`1`, z: ex`${y2}*${p2}` },
        { k: gamma, z: ex`${y2}*${q2}` },
      ].map(({ k, z }) => by.lemma({ ...terms, k, z, X, Y }, pull)),
      ...[
        { k: p2, z: y2 },
        { k: q2, z: ex`${y2}*${gamma}` },
      ].map(({ k, z }) => by.lemma({ S: R, R: S, D, e0: terms.e0, g: gamma, k, z, X: Y, Y: X }, pull)),
    ];
  },
});

type Small = { readonly [N in 'S' | 'R' | 'D' | 'e0' | 'g' | 'M' | 'N']: Expr };
/** 6|D| ≤ γ³S and the same for R, −|D| ≤ D ≤ |D|. */
const small = {
  from: ({ S, R, D, e0, g, M, N }: Small) => [
    that`${S} > 0`,
    that`${R} > 0`,
    that`${g} > 0`,
    that`${M} = max(${S}, ${R})`,
    that`${N} = min(${S}, ${R})`,
    that`${e0} = abs(${D})`,
    that`6*${M}*${e0} <= ${g}^3*${N}^2`,
  ],
  shows: ({ S, R, D, e0, g }: Small) =>
    and(
      that`${e0} >= 0`,
      that`6*${e0} <= ${g}^3*${S}`,
      that`6*${e0} <= ${g}^3*${R}`,
      that`${D} + ${e0} >= 0`,
      that`${e0} - ${D} >= 0`,
    ),
  steps: ({ S, R, D, e0, g, M, N }: Small) => {
    const larger = (x: Expr) =>
      by.cases(and(that`${x} <= ${M}`, that`${N} <= ${x}`, that`${N} > 0`), {
        between: [S, R],
        below: [by.root(that`abs(${S} - ${R}) = ${R} - ${S}`)],
        above: [by.root(that`abs(${S} - ${R}) = ${S} - ${R}`)],
      });
    return [
      by.positive(that`abs(${D}) >= 0`),
      by.cases(and(that`${D} + abs(${D}) >= 0`, that`abs(${D}) - ${D} >= 0`), {
        between: [D, 0],
        below: by.root(that`abs(${D}) = -${D}`),
        above: by.root(that`abs(${D}) = ${D}`),
      }),
      larger(S),
      larger(R),
      by.positive(that`${M} > 0`),
      by.positive(that`(${M} - ${S}) + (${S} - ${N}) >= 0`),
      by.rewrite(that`${M} >= ${N}`),
      by.positive(that`${M} - ${N} >= 0`),
      by.positive(that`${N} > 0`),
      by.positive(that`${g}^3 > 0`),
      by.positive(that`${g}^3*${N}*(${M} - ${N}) >= 0`),
      by.contradiction(that`6*${e0} <= ${g}^3*${N}`, [by.positive(that`${M}*(6*${e0} - ${g}^3*${N}) > 0`)]),
      by.positive(that`${g}^3*(${S} - ${N}) >= 0`),
      by.positive(that`${g}^3*(${R} - ${N}) >= 0`),
    ];
  },
};

type Entries = { readonly [N in 'S' | 'R' | 'D' | 'e0' | 'g' | 'a' | 'b' | 'c']: Expr };
/** The entries of K: γ²S ≤ a ≤ S, γ²R ≤ c ≤ R, |b| ≤ |D|; so c − b ≥ (5/6)γ²R and a − b ≤ (7/6)S. */
const entries = (same: number, m1: number, m2: number) => ({
  from: ({ S, R, D, e0, g, a, b, c }: Entries) => {
    const m = m1 + m2;
    return [
      that`${S} > 0`,
      that`${R} > 0`,
      that`${g} > 0`,
      that`${g} <= 1`,
      that`${e0} >= 0`,
      that`6*${e0} <= ${g}^3*${S}`,
      that`6*${e0} <= ${g}^3*${R}`,
      that`${D} + ${e0} >= 0`,
      that`${e0} - ${D} >= 0`,
      that`${a} = ${S}*(${m1} + ${m2}*${g}^2)/${m}`,
      same === 1 ? that`${b} = ${D}*(${m1} + ${m2}*${g}^2)/${m}` : that`${b} = -${D}*${g}`,
      same === 1 ? that`${c} = ${R}*(${m1} + ${m2}*${g}^2)/${m}` : that`${c} = ${R}*(${m1}*${g}^2 + ${m2})/${m}`,
    ];
  },
  shows: ({ S, R, e0, g, a, b, c }: Entries) =>
    and(
      that`${a} >= ${g}^2*${S}`,
      that`${c} >= ${g}^2*${R}`,
      that`${b} + ${e0} >= 0`,
      that`${e0} - ${b} >= 0`,
      that`6*(${c} - ${b}) >= 5*${g}^2*${R}`,
      that`6*(${a} - ${b}) >= 5*${g}^2*${S}`,
      that`6*(${a} - ${b}) <= 7*${S}`,
      that`6*(${c} - ${b}) <= 7*${R}`,
    ),
  steps: ({ S, R, D, e0, g, a, b, c }: Entries) => {
    const m = m1 + m2;
    const w = same === 1 ? ex`(${m1} + ${m2}*${g}^2)/${m}` : g;
    const share = same === 1 ? ex`${m2}*(1 - ${g})*(1 + ${g})/${m}` : ex`1 - ${g}`;
    return [
      by.positive(that`(1 - ${g})*(1 + ${g}) >= 0`),
      by.positive(that`${S}*(1 - ${g})*(1 + ${g}) >= 0`),
      by.positive(that`${R}*(1 - ${g})*(1 + ${g}) >= 0`),
      by.positive(that`${g}^2*(1 - ${g})*${S} >= 0`),
      by.positive(that`${g}^2*(1 - ${g})*${R} >= 0`),
      by.positive(that`${w} >= 0`),
      by.positive(that`${share} >= 0`),
      by.ring(that`${share} = 1 - ${w}`),
      by.positive(that`${w}*(${D} + ${e0}) >= 0`),
      by.positive(that`${w}*(${e0} - ${D}) >= 0`),
      by.positive(that`${share}*${e0} >= 0`),
      by.rewrite(that`${a} - ${g}^2*${S} = ${m1}/${m}*${S}*(1 - ${g})*(1 + ${g})`),
      by.rewrite(that`${S} - ${a} = ${m2}/${m}*${S}*(1 - ${g})*(1 + ${g})`),
      by.rewrite(that`${c} - ${g}^2*${R} = ${same === 1 ? m1 : m2}/${m}*${R}*(1 - ${g})*(1 + ${g})`),
      by.rewrite(that`${R} - ${c} = ${same === 1 ? m2 : m1}/${m}*${R}*(1 - ${g})*(1 + ${g})`),
      by.rewrite(
        that`${b} + ${e0} = ${same === 1 ? ex`${w}*(${D} + ${e0})` : ex`${w}*(${e0} - ${D})`} + ${share}*${e0}`,
      ),
      by.rewrite(
        that`${e0} - ${b} = ${same === 1 ? ex`${w}*(${e0} - ${D})` : ex`${w}*(${D} + ${e0})`} + ${share}*${e0}`,
      ),
    ];
  },
});

type Determinant = { readonly [N in 'S' | 'R' | 'e0' | 'g' | 'a' | 'b' | 'c' | 'K']: Expr };
/** ac − b² ≥ γ⁴SR − |D|² > 0. */
const determinant = {
  from: ({ S, R, e0, g, a, b, c, K }: Determinant) => [
    that`${S} > 0`,
    that`${R} > 0`,
    that`${g} > 0`,
    that`${g} <= 1`,
    that`${e0} >= 0`,
    that`6*${e0} <= ${g}^3*${S}`,
    that`6*${e0} <= ${g}^3*${R}`,
    that`${a} >= ${g}^2*${S}`,
    that`${c} >= ${g}^2*${R}`,
    that`${b} + ${e0} >= 0`,
    that`${e0} - ${b} >= 0`,
    that`${K} = ${a}*${c} - ${b}^2`,
  ],
  shows: ({ K }: Determinant) => that`${K} > 0`,
  steps: ({ S, R, e0, g, a, b, c, K }: Determinant) => {
    const parts = [
      ex`(${a} - ${g}^2*${S})*(${c} - ${g}^2*${R})`,
      ex`(${a} - ${g}^2*${S})*${g}^2*${R}`,
      ex`${g}^2*${S}*(${c} - ${g}^2*${R})`,
      ex`(${b} + ${e0})*(${e0} - ${b})`,
      ex`(${g}^3*${S} - 6*${e0})*${g}^3*${R}/36`,
      ex`(${g}^3*${R} - 6*${e0})*${e0}/6`,
      ex`${g}^4*${S}*${R}*(1 - ${g})*(1 + ${g})/36`,
    ];
    return [
      by.positive(that`(1 - ${g})*(1 + ${g}) >= 0`),
      by.positive(that`${g}^4*${S}*${R} > 0`),
      ...parts.map((e) => by.positive(that`${e} >= 0`)),
      by.positive(that`35/36*${g}^4*${S}*${R} > 0`),
      by.rewrite(that`${K} = ${parts.reduce((s, e) => ex`${s} + ${e}`)} + 35/36*${g}^4*${S}*${R}`),
    ];
  },
};

type Pull = { readonly [N in 'S' | 'R' | 'D' | 'e0' | 'g' | 'k' | 'z' | 'X' | 'Y']: Expr };
/** kXS + zYD > 0 for k ≥ γ, |z| ≤ 1: at least (5/6 − 7/36)γ³SR. */
const pull = {
  from: ({ S, R, D, e0, g, k, z, X, Y }: Pull) => [
    that`${S} > 0`,
    that`${R} > 0`,
    that`${g} > 0`,
    that`${k} >= ${g}`,
    that`${z} <= 1`,
    that`-1 <= ${z}`,
    that`${e0} >= 0`,
    that`${D} + ${e0} >= 0`,
    that`${e0} - ${D} >= 0`,
    that`6*${e0} <= ${g}^3*${R}`,
    that`${X} > 0`,
    that`${Y} > 0`,
    that`6*${X} >= 5*${g}^2*${R}`,
    that`6*${Y} <= 7*${S}`,
  ],
  shows: ({ S, D, k, z, X, Y }: Pull) => that`${k}*${X}*${S} + ${z}*${Y}*${D} > 0`,
  steps: ({ S, R, D, e0, g, k, z, X, Y }: Pull) => {
    const parts = [
      ex`(${k} - ${g})*${X}*${S}`,
      ex`${g}*${S}*(${X} - 5/6*${g}^2*${R})`,
      ex`${Y}*((1 + ${z})*(${D} + ${e0}) + (1 - ${z})*(${e0} - ${D}))/2`,
      ex`(7/6*${S} - ${Y})*${e0}`,
      ex`7/36*${S}*(${g}^3*${R} - 6*${e0})`,
    ];
    return [
      ...parts.map((e) => by.positive(that`${e} >= 0`)),
      by.positive(that`23/36*${g}^3*${S}*${R} > 0`),
      by.ring(
        that`${k}*${X}*${S} + ${z}*${Y}*${D} = ${parts.reduce((s, e) => ex`${s} + ${e}`)} + 23/36*${g}^3*${S}*${R}`,
      ),
    ];
  },
};
