/** Lemmas about exp, ln and the hyperbolic functions that derivations share: order, growth, and that of sinh x/x and x/tanh x. */
import { and, by, type Expr, ex, that } from 'counterflow';

/** x + x³/6 ≤ sinh x and 1 + x²/2 ≤ cosh x for x ≥ 0: each is the derivative of the next, or smaller. */
export const sinhAbove = (x: Expr) =>
  by.lemma(
    { x },
    {
      from: ({ x }) => that`0 <= ${x}`,
      shows: ({ x }) => and(that`${x} + ${x}^3/6 <= sinh(${x})`, that`1 + ${x}^2/2 <= cosh(${x})`),
      steps: ({ x }) => [
        by.law('expZero'),
        by.law('coshExp', 0),
        by.law('sinhExp', 0),
        by.rewrite(that`cosh(0) = 1`),
        by.rewrite(that`sinh(0) = 0`),
        by.grows(that`1 <= cosh(${x})`, { slope: ex`sinh(${x})` }),
        by.grows(that`${x} <= sinh(${x})`, { slope: ex`cosh(${x}) - 1` }),
        by.grows(that`1 + ${x}^2/2 <= cosh(${x})`, { slope: ex`sinh(${x}) - ${x}` }),
        by.grows(that`${x} + ${x}^3/6 <= sinh(${x})`, { slope: ex`cosh(${x}) - (1 + ${x}^2/2)` }),
      ],
    },
  );

/** x ≤ y gives e^x ≤ e^y. */
export const expRises = (x: Expr, y: Expr) =>
  by.lemma(
    { x, y },
    {
      from: ({ x, y }) => that`${x} <= ${y}`,
      shows: ({ x, y }) => that`exp(${x}) <= exp(${y})`,
      steps: ({ x, y }) => [
        by.law('expTangent', ex`${y} - ${x}`),
        by.law('expAdd', ex`${y} - ${x}`, x),
        by.lemma(
          { g: ex`${y} - ${x}`, E: ex`exp(${x})`, R: ex`exp(${y} - ${x})`, F: ex`exp(${y})` },
          {
            from: ({ g, E, R, F }) => [that`${g} >= 0`, that`${E} > 0`, that`1 + ${g} <= ${R}`, that`${F} = ${R}*${E}`],
            shows: ({ E, F }) => that`${E} <= ${F}`,
            steps: ({ E, R, F }) => [
              by.positive(that`(${R} - 1)*${E} >= 0`),
              by.rewrite(that`${F} - ${E} = (${R} - 1)*${E}`),
            ],
          },
        ),
      ],
    },
  );

/** 0 < x ≤ e^y gives ln x ≤ y. */
export const logBelow = (x: Expr, y: Expr) =>
  by.lemma(
    { x, y },
    {
      from: ({ x, y }) => [that`${x} > 0`, that`${x} <= exp(${y})`],
      shows: ({ x, y }) => that`ln(${x}) <= ${y}`,
      steps: ({ x, y }) => [
        by.law('expLog', x),
        by.law('expTangent', ex`ln(${x}) - ${y}`),
        by.law('expAdd', ex`ln(${x}) - ${y}`, y),
        by.contradiction(that`ln(${x}) <= ${y}`, [
          by.positive(that`(ln(${x}) - ${y})*exp(${y}) > 0`),
          by.positive(that`exp(${y})*(exp(ln(${x}) - ${y}) - (1 + (ln(${x}) - ${y}))) >= 0`),
          by.rewrite(that`exp(ln(${x}) - ${y})*exp(${y}) = ${x}`),
        ]),
      ],
    },
  );

/** e^{ln U − ln V} = U/V, and the other way round. */
export const logOfRatio = (U: Expr, V: Expr) =>
  by.lemma(
    { U, V },
    {
      from: ({ U, V }) => [that`${U} > 0`, that`${V} > 0`],
      shows: ({ U, V }) => and(that`exp(ln(${U}) - ln(${V})) = ${U}/${V}`, that`exp(ln(${V}) - ln(${U})) = ${V}/${U}`),
      steps: ({ U, V }) => [
        by.law('expLog', U),
        by.law('expLog', V),
        by.law('expAdd', ex`ln(${U}) - ln(${V})`, ex`ln(${V})`),
        by.law('expAdd', ex`ln(${V}) - ln(${U})`, ex`ln(${U})`),
      ],
    },
  );

/** 1 − Y/Z ≤ ln Z − ln Y. */
export const logRises = (Y: Expr, Z: Expr) =>
  by.lemma(
    { Y, Z },
    {
      from: ({ Y, Z }) => [that`${Y} > 0`, that`${Z} > 0`],
      shows: ({ Y, Z }) => that`1 - ${Y}/${Z} <= ln(${Z}) - ln(${Y})`,
      steps: ({ Y, Z }) => [logOfRatio(Y, Z), by.law('expTangent', ex`ln(${Y}) - ln(${Z})`)],
    },
  );
/** Y < Z gives ln Y < ln Z, and Y ≤ Z gives ln Y ≤ ln Z. */
export const logBefore = (Y: Expr, Z: Expr) =>
  by.lemma(
    { Y, Z },
    {
      from: ({ Y, Z }) => [that`${Y} > 0`, that`${Y} < ${Z}`],
      shows: ({ Y, Z }) => that`ln(${Y}) < ln(${Z})`,
      steps: ({ Y, Z }) => [
        by.positive(that`${Z} > 0`),
        logRises(Y, Z),
        by.positive(that`(${Z} - ${Y})/${Z} > 0`),
        by.ring(that`1 - ${Y}/${Z} = (${Z} - ${Y})/${Z}`),
      ],
    },
  );
export const logUpTo = (Y: Expr, Z: Expr) =>
  by.lemma(
    { Y, Z },
    {
      from: ({ Y, Z }) => [that`${Y} > 0`, that`${Y} <= ${Z}`],
      shows: ({ Y, Z }) => that`ln(${Y}) <= ln(${Z})`,
      steps: ({ Y, Z }) => [
        by.positive(that`${Z} > 0`),
        logRises(Y, Z),
        by.positive(that`(${Z} - ${Y})/${Z} >= 0`),
        by.ring(that`1 - ${Y}/${Z} = (${Z} - ${Y})/${Z}`),
      ],
    },
  );

/** ln(UV) = ln U + ln V and ln(U/V) = ln U − ln V. */
export const logOfProduct = (U: Expr, V: Expr) =>
  by.lemma(
    { U, V },
    {
      from: ({ U, V }) => [that`${U} > 0`, that`${V} > 0`],
      shows: ({ U, V }) => that`ln(${U}*${V}) = ln(${U}) + ln(${V})`,
      steps: ({ U, V }) => [
        by.law('expLog', U),
        by.law('expLog', V),
        by.law('expAdd', ex`ln(${U})`, ex`ln(${V})`),
        by.law('logExp', ex`ln(${U}) + ln(${V})`),
        by.rewrite(that`exp(ln(${U}) + ln(${V})) = ${U}*${V}`),
      ],
    },
  );
export const logOfQuotient = (U: Expr, V: Expr) =>
  by.lemma(
    { U, V },
    {
      from: ({ U, V }) => [that`${U} > 0`, that`${V} > 0`],
      shows: ({ U, V }) => that`ln(${U}/${V}) = ln(${U}) - ln(${V})`,
      steps: ({ U, V }) => [
        logOfRatio(U, V),
        by.law('logExp', ex`ln(${U}) - ln(${V})`),
        by.rewrite(that`ln(${U}/${V}) = ln(exp(ln(${U}) - ln(${V})))`),
      ],
    },
  );

/** EF = 1 gives F = 1/E. */
export const inverse = (E: Expr, F: Expr) =>
  by.lemma(
    { E, F },
    {
      from: ({ E, F }) => [that`${E} > 0`, that`${E}*${F} = 1`],
      shows: ({ E, F }) => that`${F} = 1/${E}`,
      steps: ({ E, F }) => by.ring(that`${F} = ${E}*${F}/${E}`),
    },
  );

/** tanh x = (e^{2x} − 1)/(e^{2x} + 1) is between −1 and 1. */
export const tanhInside = (x: Expr) =>
  by.lemma(
    { x },
    {
      shows: ({ x }) =>
        and(
          that`tanh(${x}) = (exp(2*${x}) - 1)/(exp(2*${x}) + 1)`,
          that`1 - tanh(${x})^2 > 0`,
          that`1 - tanh(${x}) > 0`,
        ),
      steps: ({ x }) => asRatio(x),
    },
  );
const asRatio = (x: Expr) => [
  by.law('tanhRatio', x),
  by.law('sinhExp', x),
  by.law('coshExp', x),
  by.law('expNeg', x),
  by.law('expAdd', x, x),
  inverse(ex`exp(${x})`, ex`exp(-${x})`),
  by.lemma(
    {
      ...{ E: ex`exp(${x})`, F: ex`exp(-${x})`, G: ex`exp(2*${x})` },
      ...{ T: ex`tanh(${x})`, S: ex`sinh(${x})`, C: ex`cosh(${x})` },
    },
    {
      from: ({ E, F, G, T, S, C }) => [
        that`${E} > 0`,
        that`${F} = 1/${E}`,
        that`${G} = ${E}*${E}`,
        that`${S} = (${E} - ${F})/2`,
        that`${C} = (${E} + ${F})/2`,
        that`${C} > 0`,
        that`${T} = ${S}/${C}`,
      ],
      shows: ({ E, T }) => that`${T} = (${E}*${E} - 1)/(${E}*${E} + 1)`,
    },
  ),
  by.lemma(
    { E: ex`exp(${x})`, G: ex`exp(2*${x})`, T: ex`tanh(${x})` },
    {
      from: ({ E, G, T }) => [that`${G} > 0`, that`${E}*${E} = ${G}`, that`${T} = (${E}*${E} - 1)/(${E}*${E} + 1)`],
      shows: ({ G, T }) => and(that`${T} = (${G} - 1)/(${G} + 1)`, that`1 - ${T}^2 > 0`, that`1 - ${T} > 0`),
      steps: ({ E, G, T }) => [
        by.ring(that`(${E}*${E} - 1)/(${E}*${E} + 1) = (${E}*${E} - 1)/(${E}*${E} + 1)`),
        by.rewrite(that`${T} = (${G} - 1)/(${G} + 1)`),
        bounded(G, T),
      ],
    },
  ),
];
const bounded = (G: Expr, T: Expr) =>
  by.lemma(
    { G, T },
    {
      from: ({ G, T }) => [that`${G} > 0`, that`${T} = (${G} - 1)/(${G} + 1)`],
      shows: ({ T }) => and(that`1 - ${T}^2 > 0`, that`1 - ${T} > 0`),
      steps: ({ G, T }) => [
        by.positive(that`4*${G}/(${G} + 1)^2 > 0`),
        by.rewrite(that`1 - ${T}^2 = 4*${G}/(${G} + 1)^2`),
        by.positive(that`2/(${G} + 1) > 0`),
        by.rewrite(that`1 - ${T} = 2/(${G} + 1)`),
      ],
    },
  );

/** tanh b − tanh a ≥ c(b − a) for a ≤ b, with a factor c > 0. */
const tanhRises = (a: Expr, b: Expr) =>
  by.lemma(
    { a, b },
    {
      from: ({ a, b }) => that`${a} <= ${b}`,
      shows: ({ a, b }) =>
        that`4*exp(2*${a})/((exp(2*${a}) + 1)*(exp(2*${b}) + 1))*(${b} - ${a}) <= tanh(${b}) - tanh(${a})`,
      steps: ({ a, b }) => growth(a, b),
    },
  );
const growth = (a: Expr, b: Expr) => [
  tanhInside(a),
  tanhInside(b),
  by.law('expAdd', ex`2*${a}`, ex`2*(${b} - ${a})`),
  by.law('expTangent', ex`2*(${b} - ${a})`),
  by.lemma(
    { A: ex`exp(2*${a})`, B: ex`exp(2*${b})`, R: ex`exp(2*(${b} - ${a}))`, x: ex`${b} - ${a}` },
    {
      from: ({ A, B, R, x }) => [that`${A} > 0`, that`${B} = ${A}*${R}`, that`1 + 2*${x} <= ${R}`],
      shows: ({ A, B, x }) => that`${A}*(1 + 2*${x}) <= ${B}`,
    },
  ),
  by.lemma(
    { A: ex`exp(2*${a})`, B: ex`exp(2*${b})`, x: ex`${b} - ${a}`, s: ex`tanh(${a})`, q: ex`tanh(${b})` },
    {
      from: ({ A, B, x, s, q }) => [
        that`${A} > 0`,
        that`${B} > 0`,
        that`${A}*(1 + 2*${x}) <= ${B}`,
        that`${s} = (${A} - 1)/(${A} + 1)`,
        that`${q} = (${B} - 1)/(${B} + 1)`,
      ],
      shows: ({ A, B, x, s, q }) => that`4*${A}/((${A} + 1)*(${B} + 1))*${x} <= ${q} - ${s}`,
      steps: ({ A, B, x, s, q }) => [
        by.positive(that`${B} - ${A}*(1 + 2*${x}) >= 0`),
        by.positive(that`2*(${B} - ${A}*(1 + 2*${x}))/((${A} + 1)*(${B} + 1)) >= 0`),
        by.rewrite(
          that`${q} - ${s} - 4*${A}/((${A} + 1)*(${B} + 1))*${x} = 2*(${B} - ${A}*(1 + 2*${x}))/((${A} + 1)*(${B} + 1))`,
        ),
      ],
    },
  ),
];
/** tanh a < tanh b for a < b. */
export const tanhBefore = (a: Expr, b: Expr) =>
  by.lemma(
    { a, b },
    {
      from: ({ a, b }) => that`${a} < ${b}`,
      shows: ({ a, b }) => that`tanh(${a}) < tanh(${b})`,
      steps: ({ a, b }) => [
        tanhRises(a, b),
        by.positive(that`${b} - ${a} > 0`),
        by.positive(that`4*exp(2*${a})/((exp(2*${a}) + 1)*(exp(2*${b}) + 1))*(${b} - ${a}) > 0`),
      ],
    },
  );

/** tanh x + tanh³x/3 ≤ x for x ≥ 0: the difference has the derivative tanh⁴x. */
export const tanhBelow = (x: Expr) =>
  by.lemma(
    { x },
    {
      from: ({ x }) => that`0 <= ${x}`,
      shows: ({ x }) => that`tanh(${x}) + tanh(${x})^3/3 <= ${x}`,
      steps: ({ x }) => [
        by.axiom(that`tanh(0) = 0`),
        by.grows(that`tanh(${x}) + tanh(${x})^3/3 <= ${x}`, { slope: ex`tanh(${x})^4` }),
      ],
    },
  );

/** a tanh b < b tanh a for 0 < a < b: with k = tanh a − a(1 − tanh²a) ≥ ⅔tanh³a, the difference grows at least like k. */
export const tanhRatioFalls = (a: Expr, b: Expr) =>
  by.lemma(
    { a, b },
    {
      from: ({ a, b }) => [that`0 < ${a}`, that`${a} < ${b}`],
      shows: ({ a, b }) => that`${a}*tanh(${b}) < ${b}*tanh(${a})`,
      steps: ({ a, b }) => [
        flatter(a),
        by.lemma(
          { a, b },
          {
            from: ({ a, b }) => [that`0 < ${a}`, that`${a} <= ${b}`],
            shows: ({ a, b }) =>
              that`(tanh(${a}) - ${a}*(1 - tanh(${a})^2))*(${b} - ${a}) <= ${b}*tanh(${a}) - ${a}*tanh(${b})`,
            steps: ({ a, b }) => [
              by.lemma(
                { a, b },
                {
                  from: ({ a, b }) => that`${a} <= ${b}`,
                  shows: ({ a, b }) => that`tanh(${b}) - tanh(${a}) >= 0`,
                  steps: ({ a, b }) => [
                    tanhRises(a, b),
                    by.positive(that`4*exp(2*${a})/((exp(2*${a}) + 1)*(exp(2*${b}) + 1))*(${b} - ${a}) >= 0`),
                  ],
                },
              ),
              by.positive(that`tanh(${a}) > 0`),
              by.positive(that`${a}*((tanh(${b}) - tanh(${a}))*(tanh(${b}) + tanh(${a}))) >= 0`),
              by.grows(
                that`(tanh(${a}) - ${a}*(1 - tanh(${a})^2))*(${b} - ${a}) <= ${b}*tanh(${a}) - ${a}*tanh(${b})`,
                { slope: ex`${a}*((tanh(${b}) - tanh(${a}))*(tanh(${b}) + tanh(${a})))` },
              ),
            ],
          },
        ),
        by.positive(that`${b} - ${a} > 0`),
        by.positive(that`tanh(${a})^3 > 0`),
        by.positive(that`tanh(${a}) - ${a}*(1 - tanh(${a})^2) > 0`),
        by.positive(that`(tanh(${a}) - ${a}*(1 - tanh(${a})^2))*(${b} - ${a}) > 0`),
      ],
    },
  );
const flatter = (x: Expr) =>
  by.lemma(
    { x },
    {
      from: ({ x }) => that`0 <= ${x}`,
      shows: ({ x }) => that`tanh(${x})^3*2/3 <= tanh(${x}) - ${x}*(1 - tanh(${x})^2)`,
      steps: ({ x }) => [
        by.axiom(that`tanh(0) = 0`),
        tanhInside(x),
        tanhBelow(x),
        by.positive(that`${x} - tanh(${x}) >= 0`),
        by.grows(that`tanh(${x})^3*2/3 <= tanh(${x}) - ${x}*(1 - tanh(${x})^2)`, {
          slope: ex`2*tanh(${x})*(1 - tanh(${x})^2)*(${x} - tanh(${x}))`,
        }),
      ],
    },
  );

/** b sinh a < a sinh b for 0 < a < b: with k = a cosh a − sinh a ≥ a³/3, the difference grows at least like k. */
export const sinhRatioRises = (a: Expr, b: Expr) =>
  by.lemma(
    { a, b },
    {
      from: ({ a, b }) => [that`0 < ${a}`, that`${a} < ${b}`],
      shows: ({ a, b }) => that`${b}*sinh(${a}) < ${a}*sinh(${b})`,
      steps: ({ a, b }) => [
        steeper(a),
        by.lemma(
          { a, b },
          {
            from: ({ a, b }) => [that`0 < ${a}`, that`${a} <= ${b}`],
            shows: ({ a, b }) =>
              that`(${a}*cosh(${a}) - sinh(${a}))*(${b} - ${a}) <= ${a}*sinh(${b}) - ${b}*sinh(${a})`,
            steps: ({ a, b }) => [
              by.positive(that`${b} > 0`),
              by.grows(that`cosh(${a}) <= cosh(${b})`, { slope: ex`sinh(${b})` }),
              by.grows(that`(${a}*cosh(${a}) - sinh(${a}))*(${b} - ${a}) <= ${a}*sinh(${b}) - ${b}*sinh(${a})`, {
                slope: ex`${a}*(cosh(${b}) - cosh(${a}))`,
              }),
            ],
          },
        ),
        by.positive(that`${b} - ${a} > 0`),
        by.positive(that`${a}^3 > 0`),
        by.positive(that`${a}*cosh(${a}) - sinh(${a}) > 0`),
        by.positive(that`(${a}*cosh(${a}) - sinh(${a}))*(${b} - ${a}) > 0`),
      ],
    },
  );
const steeper = (x: Expr) =>
  by.lemma(
    { x },
    {
      from: ({ x }) => that`0 <= ${x}`,
      shows: ({ x }) => that`${x}^3/3 <= ${x}*cosh(${x}) - sinh(${x})`,
      steps: ({ x }) => [
        by.law('expZero'),
        by.law('sinhExp', 0),
        by.rewrite(that`sinh(0) = 0`),
        sinhAbove(x),
        by.positive(that`${x}^3/6 >= 0`),
        by.positive(that`sinh(${x}) - ${x} >= 0`),
        by.grows(that`${x}^3/3 <= ${x}*cosh(${x}) - sinh(${x})`, { slope: ex`${x}*(sinh(${x}) - ${x})` }),
      ],
    },
  );
