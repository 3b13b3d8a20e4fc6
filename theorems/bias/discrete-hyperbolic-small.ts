import { by, type Expr, each, ex, that } from 'counterflow';
import hyperbolic, { apart } from './discrete-hyperbolic.ts';

const mirror = (w: Expr, p: Expr) => ex`asinh(${w}/(2*abs(${p})))`;

export default hyperbolic.variant('bias/discrete-hyperbolic-small', {
  says: 'While 2η|g| < 1 the mirror variable ln|u/v| of w = u² − v² moves by −2 artanh(2ηg) in a step.',
  status: 'theorem',
  assume: ({ run, d, u, v }) => [that`${u}*${v} != 0`, run.always(({ x }) => each(d, (i) => that`${x.at(i)}^2 < 1`))],
  conclude: ({ run }) =>
    run.always(({ w, p, x, next }) => that`${mirror(next.w, next.p)} = ${mirror(w, p)} - 2*atanh(${x})`),
  derivation: ({ run }) => [
    by.induction(run, {
      keeps: ({ p }) => that`${p} != 0`,
      step: ({ p, x, next }) => [
        ...inside(x),
        by.lemma(
          { p, q: next.p, x },
          {
            entries: true,
            from: ({ p, q, x }) => [
              that`${p} != 0`,
              that`1 - ${x} != 0`,
              that`1 + ${x} != 0`,
              that`${q} = ${p}*(1 - ${x})*(1 + ${x})`,
            ],
            shows: ({ q }) => that`${q} != 0`,
            steps: ({ p, x }) => by.positive(that`${p}*(1 - ${x})*(1 + ${x}) != 0`),
          },
        ),
      ],
    }),
    by.always(run, ({ u, v, x, next }) => [
      ...inside(x),
      by.ring(that`${next.u} = ${u}*(1 - ${x})`),
      by.ring(that`${next.v} = ${v}*(1 + ${x})`),
      by.lemma({ u, v, p: next.u, q: next.v, x }, moves),
    ]),
  ],
});

const inside = (x: Expr) => [
  by.lemma({ x }, { entries: true, from: ({ x }) => that`${x}^2 < 1`, shows: ({ x }) => that`${x}^2 != 1` }),
  apart(x),
];

type Step = { readonly [N in 'u' | 'v' | 'p' | 'q' | 'x']: Expr };
const moves = {
  entries: true,
  from: ({ u, v, p, q, x }: Step) => [
    that`${u}*${v} != 0`,
    that`${x}^2 < 1`,
    that`${p} = ${u}*(1 - ${x})`,
    that`${q} = ${v}*(1 + ${x})`,
  ],
  shows: ({ u, v, p, q, x }: Step) =>
    that`${mirror(ex`${p}^2 - ${q}^2`, ex`${p}*${q}`)} = ${mirror(ex`${u}^2 - ${v}^2`, ex`${u}*${v}`)} - 2*atanh(${x})`,
  steps: ({ u, v, p, q, x }: Step) => [
    by.positive(that`1 - ${x}^2 > 0`),
    by.rewrite(that`${p}*${q} = ${u}*${v}*(1 - ${x}^2)`),
    by.positive(that`${u}*${v}*(1 - ${x}^2) != 0`),
    by.positive(that`${p}*${q} != 0`),
    asLog(u, v),
    asLog(p, q),
    halfLog(x),
    by.root(that`abs(${p}*${q}) = abs(${u}*${v})*(1 - ${x}^2)`),
    by.law('expLog', ex`${u}^2/abs(${u}*${v})`),
    by.law('expAdd', ex`ln(${u}^2/abs(${u}*${v}))`, ex`-2*atanh(${x})`),
    by.law('logExp', ex`ln(${u}^2/abs(${u}*${v})) + -2*atanh(${x})`),
    by.rewrite(that`exp(ln(${u}^2/abs(${u}*${v})) + -2*atanh(${x})) = ${p}^2/abs(${p}*${q})`),
  ],
};

/** asinh((u² − v²)/(2|uv|)) = ln|u/v|. */
const asLog = (u: Expr, v: Expr) =>
  by.lemma(
    { u, v },
    {
      from: ({ u, v }) => that`${u}*${v} != 0`,
      shows: ({ u, v }) => that`${mirror(ex`${u}^2 - ${v}^2`, ex`${u}*${v}`)} = ln(${u}^2/abs(${u}*${v}))`,
      steps: ({ u, v }) => {
        const c = ex`${u}^2/abs(${u}*${v})`;
        return [
          by.positive(that`${u} != 0`),
          sinhOfLog(c),
          by.law('asinhSinh', ex`ln(${c})`),
          by.ring(that`(${c} - 1/${c})/2 = (${u}^2 - ${v}^2)/(2*abs(${u}*${v}))`),
          by.rewrite(that`${mirror(ex`${u}^2 - ${v}^2`, ex`${u}*${v}`)} = ln(${c})`),
        ];
      },
    },
  );

/** sinh(ln c) = (c − 1/c)/2. */
const sinhOfLog = (c: Expr) =>
  by.lemma(
    { c },
    {
      from: ({ c }) => that`${c} > 0`,
      shows: ({ c }) => that`sinh(ln(${c})) = (${c} - 1/${c})/2`,
      steps: ({ c }) => [
        by.law('sinhExp', ex`ln(${c})`),
        by.law('expLog', c),
        by.law('expNeg', ex`ln(${c})`),
        by.rewrite(that`exp(-ln(${c})) = 1/${c}`),
      ],
    },
  );

/** e^{−2 artanh x} = (1 − x)/(1 + x). */
const halfLog = (x: Expr) =>
  by.lemma(
    { x },
    {
      from: ({ x }) => that`${x}^2 < 1`,
      shows: ({ x }) => that`exp(-2*atanh(${x}))*(1 - ${x}^2) = (1 - ${x})^2`,
      steps: ({ x }) => [
        by.law('tanhAtanh', x),
        by.law('tanhRatio', ex`atanh(${x})`),
        by.law('sinhExp', ex`atanh(${x})`),
        by.law('coshExp', ex`atanh(${x})`),
        by.law('expNeg', ex`atanh(${x})`),
        by.law('expAdd', ex`-atanh(${x})`, ex`-atanh(${x})`),
        by.rewrite(that`(exp(atanh(${x})) - exp(-atanh(${x})))/2 = ${x}*((exp(atanh(${x})) + exp(-atanh(${x})))/2)`),
        by.rewrite(that`exp(-atanh(${x}))*(1 + ${x}) = (1 - ${x})*exp(atanh(${x}))`),
      ],
    },
  );
