/**
 * Attacks on the kernel, each with the clause that closes it. With the clause off (a mutant of the source) the falsehood
 * is derived; with it on, the same derivation is refused. The table is also the sample of hand-written mutants.
 */
import { add, sub, type Term } from '../../src/expr/term.ts';
import type { Assignment, Relation, Theorem } from '../../src/kernel/index.ts';
import type { Edit } from './mutants.ts';
import { type Kernel, motion, r, rs, run, t, ts } from './tools.ts';

export interface Attack {
  readonly name: string;
  readonly off: readonly Edit[];
  readonly derive: (k: Kernel) => Theorem;
  /** Where the derived relation fails (or is undefined) although its assumptions hold; values are formulas. */
  readonly at?: { readonly [name: string]: string };
  /** The false statement, where it is about a rate, a run or a flow. */
  readonly says?: string;
  /** The real kernel does not refuse: it derives something that is true there. */
  readonly granted?: true;
}

type Given = readonly Relation[];
type Facts = readonly Theorem[];
const none: Given = [];
const assumed = (k: Kernel, given: string, p = given): Theorem => k.assume(rs(given), r(p));
/** a R b because b − a is, by ring, of a positive shape. */
export function below(k: Kernel, given: Given, goal: string, shape: string, facts: Facts = []): Theorem {
  const { op, left, right } = r(goal);
  const shown = k.positive(given, k.relation(op, k.zero, t(shape)), facts);
  return k.difference(k.replaceRight(shown, k.ring(given, t(shape), sub(right, left), [shown, ...facts])));
}
/** a = b gives a ≤ b. */
export function atMost(k: Kernel, equation: Theorem): Theorem {
  const { given, shows } = equation.statement;
  const { right: b } = shows as Relation;
  const gap = k.ring(given, k.zero, sub(b, b), [equation]);
  return k.replaceLeft(k.difference(k.replaceRight(k.positive(given, r('0 <= 0')), gap)), k.symmetric(equation));
}
export const pairs = (source: string): Assignment =>
  new Map(source.split(';').map((p) => p.split(':=').map((e) => t(e)) as unknown as [never, never]));
const put = (k: Kernel, th: Theorem, source: string, facts: Facts = []): Theorem =>
  k.instantiate(th, pairs(source), facts);
const rateOf = (th: Theorem) => th.statement.shows as never as { readonly is: ReturnType<typeof t> };

const rulesOfEquations: readonly Attack[] = [
  {
    name: 'assume: a member of the assumptions',
    off: [['rules.ts', '!within([shows], Γ)', 'false']],
    derive: (k) => k.assume(none, r('0 = 1')),
    at: {},
  },
  {
    name: 'weaken: not fewer assumptions',
    off: [['rules.ts', '!within(givenOf(t), Γ)', 'false']],
    derive: (k) => k.weaken(assumed(k, 'x = 3'), none),
    at: { x: '0' },
  },
  {
    name: 'cut: the assumptions of the lemma stay',
    granted: true,
    off: [['rules.ts', '[...givenOf(a), ...without(givenOf(b), relationOf(a))]', 'without(givenOf(b), relationOf(a))']],
    derive: (k) => k.cut(assumed(k, 'x = 3'), assumed(k, 'x = 3')),
    at: { x: '0' },
  },
  {
    name: 'cut: only the lemma is cut',
    granted: true,
    off: [['rules.ts', '...without(givenOf(b), relationOf(a))]', ']']],
    derive: (k) => k.cut(k.ring(none, k.zero, k.zero), assumed(k, 'x = 3')),
    at: { x: '0' },
  },
  {
    name: 'ring: both sides defined',
    off: [['rules.ts', 'requireDefined([s, t], known(Γ, from));', '']],
    derive: (k) => k.ring(none, t('x/x'), k.one),
    at: { x: '0' },
  },
  {
    name: 'ring: equal normal forms',
    off: [['rules.ts', '!equalNormal(s, t)', 'false']],
    derive: (k) => k.ring(none, k.zero, k.one),
    at: {},
  },
  {
    name: 'symmetric: equations only',
    off: [['rules.ts', "relationOf(t, '=', '!=')", 'relationOf(t)']],
    derive: (k) => k.symmetric(k.positive(none, r('0 < 1'))),
    at: {},
  },
  {
    name: 'rewrite: by an equation',
    off: [['rules.ts', "const { left, right } = relationOf(t, '=')", 'const { left, right } = relationOf(t)']],
    derive: (k) => k.rewrite(k.positive(none, r('0 < 1')), k.zero),
    at: {},
  },
  {
    name: 'rewrite: a defined term',
    off: [['rules.ts', 'requireDefined([e], known(givenOf(t), [t, ...more]));', '']],
    derive: (k) => k.rewrite(k.ring(none, t('x'), t('x')), t('1/x')),
    at: { x: '0' },
  },
  {
    name: 'replaceRight: the same middle',
    off: [['rules.ts', 'p.right !== q.left', 'false']],
    derive: (k) => k.replaceRight(k.positive(none, r('0 < 1')), k.ring(none, t('-5'), t('-5'))),
    at: {},
  },
  {
    name: 'replaceRight: by an equation',
    off: [
      [
        'rules.ts',
        "const [p, q] = [relationOf(t), relationOf(u, '=')];\n  if (p.right",
        'const [p, q] = [relationOf(t), relationOf(u)];\n  if (p.right',
      ],
    ],
    derive: (k) => k.replaceRight(k.positive(none, r('0 < 1')), k.positive(none, r('1 != 0'))),
    at: {},
  },
  {
    name: 'replaceLeft: the same middle',
    off: [['rules.ts', 'p.left !== q.left', 'false']],
    derive: (k) => k.replaceLeft(k.positive(none, r('0 < 1')), k.ring(none, t('5'), t('5'))),
    at: {},
  },
  {
    name: 'replaceLeft: by an equation',
    off: [
      [
        'rules.ts',
        "const [p, q] = [relationOf(t), relationOf(u, '=')];\n  if (p.left",
        'const [p, q] = [relationOf(t), relationOf(u)];\n  if (p.left',
      ],
    ],
    derive: (k) => k.replaceLeft(k.positive(none, r('0 < 1')), k.positive(none, r('0 < 1'))),
    at: {},
  },
  {
    name: 'rootUnique: a nonnegative root',
    off: [['rules.ts', 'left !== zero || q < 2n', 'q < 2n']],
    derive: (k) => k.rootUnique(below(k, none, '-2 <= -1', '1'), k.ring(none, t('(-1)^2'), k.one)),
    at: {},
  },
  {
    name: 'rootUnique: of the root that was squared',
    off: [['rules.ts', '|| raised.args[0] !== root', '']],
    derive: (k) => k.rootUnique(k.positive(none, r('0 <= 5')), k.ring(none, t('1^2'), k.one)),
    at: {},
  },
  {
    name: 'rootUnique: by an equation',
    off: [
      [
        'rules.ts',
        "const { left: raised, right: r } = relationOf(u, '=')",
        'const { left: raised, right: r } = relationOf(u)',
      ],
    ],
    derive: (k) => k.rootUnique(k.positive(none, r('0 <= 1')), below(k, none, '1^2 <= 4', '3')),
    at: {},
  },
];

const rulesOfVariables: readonly Attack[] = [
  {
    name: 'instantiate: by defined terms',
    off: [['rules.ts', 'requireDefined([...σ.values()], known(given, more));', '']],
    derive: (k) => put(k, k.ring(none, t('x'), t('x')), 'x:=1/y'),
    at: { y: '0' },
  },
  {
    name: 'instantiate: the assumptions too',
    granted: true,
    off: [['rules.ts', 'givenOf(t).map((p) => put(σ, p))', 'givenOf(t)']],
    derive: (k) => put(k, assumed(k, '0 < x'), 'x:=-1'),
    at: { x: '1' },
  },
  {
    name: 'M11 instantiate: a rate by terms free of the variables of its field',
    off: [
      [
        'rules.ts',
        "if (occurs(bound, [...σ.values()])) refuse('terms free of the bound names are wanted, free of', ...bound);",
        '',
      ],
    ],
    derive: (k) => {
      const given = rs('0 <= x');
      const rate = put(k, k.rate(given, ts('x'), [k.one], t('x^2 - p*x')), 'p:=2*x');
      const zero = k.ring(given, rateOf(rate).is, k.zero);
      return k.grows(given, t('x'), k.zero, k.rateIs(rate, zero), k.positive(given, r('0 <= 0')));
    },
    at: { x: '1' },
  },
  {
    name: 'instantiate: not the variables of a field',
    off: [
      [
        'rules.ts',
        "bound.some((x) => σ.has(x)) ? refuse('a rate in', ...bound, 'is wanted') : putRate(σ, p)",
        'putRate(σ, p)',
      ],
    ],
    derive: (k) => put(k, k.rate(none, ts('x'), [k.one], t('x')), 'x:=3'),
    says: "⊢ d[x' = 1] 3 = 1",
  },
  {
    name: 'M14 instantiate: no capture by a run',
    off: [
      [
        'rules.ts',
        "if (occurs(bound, [...σ.values()])) refuse('terms free of the bound names are wanted, free of', ...bound);",
        '',
      ],
    ],
    derive: (k) => {
      const base = k.ring(none, t('p'), t('p'));
      const th = k.induct(none, run('x', 'p', 'x'), rs('x = p'), [base], [assumed(k, 'x = p')]);
      return k.atStep(put(k, th, 'p:=x-1'), 0, [], 0);
    },
    at: { x: '0' },
  },
  {
    name: 'instantiate: bound names are not replaced',
    granted: true,
    off: [['rules.ts', 'new Map([...σ].filter(([x]) => !bound.includes(x)))', 'σ']],
    derive: (k) => {
      const th = k.induct(none, run('x', '0', 'x'), rs('x = 0'), [k.ring(none, k.zero, k.zero)], [assumed(k, 'x = 0')]);
      return k.atStep(put(k, th, 'x:=5'), 0, [], 0);
    },
    at: {},
  },
];

/** Γ ⊢ a < b and Γ ⊢ b ≤ a give Γ ⊢ 0 < 0. */
export function absurd(k: Kernel, less: Theorem, notMore: Theorem): Theorem {
  const given = less.statement.given;
  const [d, e] = [gapOf(k, less), gapOf(k, notMore)];
  const [p, q] = [d, e].map((th) => (th.statement.shows as Relation).right) as [Term, Term];
  const sum = k.positive(given, k.lt(k.zero, add(p, q)), [d, e]);
  return k.replaceRight(sum, k.ring(given, add(p, q), k.zero, [d, e]));
}
const gapOf = (k: Kernel, th: Theorem): Theorem =>
  (th.statement.shows as Relation).left === k.zero ? th : k.difference(th);

const rulesOfOrder: readonly Attack[] = [
  {
    name: 'difference: the right way round, back',
    granted: true,
    off: [['rules.ts', 'relation(op, right.args[1]!, right.args[0]!)', 'relation(op, right.args[0]!, right.args[1]!)']],
    derive: (k) => k.difference(k.replaceRight(k.positive(none, r('0 <= 1')), k.ring(none, k.one, t('1 - 0')))),
    at: {},
  },
  {
    name: 'difference: the right way round',
    granted: true,
    off: [['rules.ts', 'relation(op, zero, sub(right, left))', 'relation(op, zero, sub(left, right))']],
    derive: (k) => k.difference(below(k, none, '1 <= 2', '1')),
    at: {},
  },
  {
    name: 'positive: a defined term',
    off: [['rules.ts', 'requireDefined([shows.left, shows.right], k);', '']],
    derive: (k) => k.positive(none, r('0 <= sqrt(x)')),
    at: { x: '-1' },
  },
  {
    name: 'positive: of a positive shape',
    off: [['rules.ts', '!holds(shows, k)', 'false']],
    derive: (k) => k.positive(none, r('0 < -1')),
    at: {},
  },
  {
    name: 'contradiction: a < a',
    off: [['rules.ts', 'left !== right', 'false']],
    derive: (k) => k.contradiction(k.positive(none, r('0 < 1')), r('0 = 0')),
    at: {},
  },
  {
    name: 'contradiction: not a ≤ a',
    off: [['rules.ts', "const { left, right } = relationOf(t, '<')", 'const { left, right } = relationOf(t)']],
    derive: (k) => k.contradiction(k.positive(none, r('0 <= 0')), r('0 = 0')),
    at: {},
  },
  {
    name: 'contradiction: only the assumption that is negated goes',
    granted: true,
    off: [['rules.ts', 'const given = without(givenOf(t), p);', 'const given: Relations = [];']],
    derive: (k) =>
      k.contradiction(
        absurd(k, assumed(k, 'x < 0; 0 <= x', 'x < 0'), assumed(k, 'x < 0; 0 <= x', '0 <= x')),
        r('x < 0'),
      ),
    at: { x: '-1' },
  },
  {
    name: 'M21 contradiction: both sides defined without the assumption',
    off: [['rules.ts', 'requireDefined([p.left, p.right], known(given, more));', '']],
    derive: (k) => {
      const given = rs('sqrt(x) < 0');
      return k.contradiction(absurd(k, k.assume(given, given[0]!), k.positive(given, r('0 <= sqrt(x)'))), given[0]!);
    },
    at: { x: '-1' },
  },
  {
    name: 'contradiction: not < is ≥',
    granted: true,
    off: [['rules.ts', "op === '<' ? le(right, left)", "op === '<' ? le(left, right)"]],
    derive: (k) =>
      k.contradiction(absurd(k, assumed(k, '1 < 0'), k.weaken(k.positive(none, r('0 <= 1')), rs('1 < 0'))), r('1 < 0')),
    at: {},
  },
  {
    name: 'contradiction: not ≤ is >',
    granted: true,
    off: [['rules.ts', ': lt(right, left)', ': lt(left, right)']],
    derive: (k) =>
      k.contradiction(
        absurd(k, k.weaken(k.positive(none, r('0 < 1')), rs('1 <= 0')), assumed(k, '1 <= 0')),
        r('1 <= 0'),
      ),
    at: {},
  },
  {
    name: 'cases: the same relation in both',
    off: [['rules.ts', '!same(shows, relationOf(u))', 'false']],
    derive: (k) => k.cases(assumed(k, 'x <= y'), assumed(k, 'y <= x'), t('x'), t('y')),
    at: { x: '1', y: '0' },
  },
  {
    name: 'cases: the two cases are different',
    granted: true,
    off: [['rules.ts', 'without(givenOf(u), le(b, a))', 'without(givenOf(u), le(a, b))']],
    derive: (k) => k.cases(assumed(k, 'x <= y'), assumed(k, 'x <= y'), t('x'), t('y')),
    at: { x: '1', y: '0' },
  },
  {
    name: 'M21 cases: both sides defined without the case',
    off: [['rules.ts', 'requireDefined([a, b], known(given, more));', '']],
    derive: (k) => {
      const inside = ['sqrt(x) <= 0', '0 <= sqrt(x)'].map((p) => k.positive(rs(p), r('0 <= x')));
      return k.cases(inside[0]!, inside[1]!, t('sqrt(x)'), k.zero);
    },
    at: { x: '-1' },
  },
  {
    name: 'M22 closure: ε in no other assumption',
    off: [['rules.ts', 'occurs([ε], sides(given))', 'false']],
    derive: (k) => k.closure(k.difference(assumed(k, '0 < ε; 1 <= ε', '1 <= ε')), t('ε')),
    at: { ε: '1' },
  },
  {
    name: 'M22 closure: defined at 0',
    off: [
      [
        'rules.ts',
        'le(left, right));\n  requireDefined([shows.left, shows.right], known(given, more));',
        'le(left, right));',
      ],
    ],
    derive: (k) => k.closure(below(k, rs('0 < ε'), '1 <= ε/ε', '0'), t('ε')),
    at: {},
  },
  {
    name: 'closure: a strict inequality becomes weak',
    granted: true,
    off: [['rules.ts', 'put(new Map([[ε, zero]]), le(left, right))', 'put(new Map([[ε, zero]]), relationOf(t))']],
    derive: (k) => k.closure(assumed(k, '0 < ε'), t('ε')),
    at: {},
  },
  {
    name: 'closure: inequalities only',
    off: [
      [
        'rules.ts',
        "const { left, right } = relationOf(t, '<=', '<');\n  const given = without",
        'const { left, right } = relationOf(t);\n  const given = without',
      ],
    ],
    derive: (k) => k.closure(k.positive(rs('0 < ε'), r('1 + ε != 0')), t('ε')),
    at: {},
  },
];

const conditionsAndShape: readonly Attack[] = [
  {
    name: 'a fact is used only under its own assumptions',
    off: [['conditions.ts', 'f.statement.given.every((p) => Γ.has(p))', 'true']],
    derive: (k) => k.positive(none, r('0 < x'), [assumed(k, '0 < x')]),
    at: { x: '-1' },
  },
  {
    name: 'M10 a statement about a run speaks for its start only',
    off: [
      [
        'conditions.ts',
        'return conditions(p.start);',
        "return conditions([...p.start, ...p.holds.flatMap((q) => (q.kind === 'relation' ? [q.left, q.right] : []))]);",
      ],
    ],
    derive: (k) => {
      const [start, next] = [k.positive(none, r('0 <= sqrt(1)')), assumed(k, '0 <= sqrt(u)')];
      const th = k.induct(none, run('u', '1', 'u'), rs('0 <= sqrt(u)'), [start], [next]);
      return k.positive(none, r('0 <= u'), [th]);
    },
    at: { u: '-1' },
  },
  ...(
    [
      ['a quotient needs a nonzero divisor', "if (t.op === 'div') return [ne(b, zero)];", '', '1/x', { x: '0' }],
      [
        '√ needs a nonnegative argument',
        "if (t.op === 'sqrt' || t.op === 'power')",
        "if (t.op === 'power')",
        'sqrt(x)',
        { x: '-1' },
      ],
      [
        'x^(p/q) needs a nonnegative base',
        "if (t.op === 'sqrt' || t.op === 'power')",
        "if (t.op === 'sqrt')",
        'x^(1/3)',
        { x: '-1' },
      ],
      [
        'x^(−p/q) needs a positive base',
        '[smooth || down ? lt(zero, a)',
        '[smooth ? lt(zero, a)',
        '(x^2)^(-1/2)',
        { x: '0' },
      ],
      ['log needs a positive argument', "if (t.op === 'log') return [lt(zero, a)];", '', 'log(x)', { x: '0' }],
      [
        'log is undefined at 0',
        "if (t.op === 'log') return [lt(zero, a)];",
        "if (t.op === 'log') return [le(zero, a)];",
        'log(x^2)',
        { x: '0' },
      ],
      [
        'a negative power needs a nonzero base',
        'return down ? [ne(a, zero)] : [];',
        'return [];',
        'x^(-1)',
        { x: '0' },
      ],
      [
        'atanh needs x² < 1',
        "return t.op === 'atanh' ? [lt(pow(a, 2), one)] : [];",
        'return [];',
        'atanh(x)',
        { x: '1' },
      ],
    ] as const
  ).map(
    ([name, find, by, e, at]): Attack => ({
      name: `definedness: ${name}`,
      off: [['conditions.ts', find, by]],
      derive: (k) => k.ring(none, t(e), t(e)),
      at,
    }),
  ),
  ...(
    [
      [
        'a sum of nonnegatives',
        'sign(a.nonneg && b.nonneg, a.nonneg && b.nonneg && (a.nonzero || b.nonzero))',
        'sign(a.nonneg || b.nonneg, false)',
        '0 <= 1 + x',
        { x: '-2' },
      ],
      [
        'a sum is nonzero only if both are nonnegative',
        'a.nonneg && b.nonneg && (a.nonzero || b.nonzero)',
        'a.nonzero || b.nonzero',
        '1 + x != 0',
        { x: '-1' },
      ],
      ['a sum of zeros is zero', '(a.nonzero || b.nonzero)', 'true', '0 < x^2 + y^2', { x: '0', y: '0' }],
      [
        'a product of nonnegatives',
        '(a.nonneg && b.nonneg) || args[0] === args[1]',
        'a.nonneg || b.nonneg || args[0] === args[1]',
        '0 <= 2*x',
        { x: '-1' },
      ],
      [
        'a square has equal factors',
        '(a.nonneg && b.nonneg) || args[0] === args[1]',
        'true',
        '0 <= x*y',
        { x: '-1', y: '1' },
      ],
      [
        'a product of nonzeros',
        'args[0] === args[1], a.nonzero && b.nonzero',
        'args[0] === args[1], a.nonzero || b.nonzero',
        '2*x != 0',
        { x: '0' },
      ],
      [
        'a quotient by a positive',
        "if (op === 'div') return sign(a.nonneg && b.nonneg, a.nonzero);",
        "if (op === 'div') return sign(a.nonneg, a.nonzero);",
        '0 <= 1/(0 - exp(x))',
        { x: '0' },
      ],
      [
        'a quotient is zero where its numerator is',
        "if (op === 'div') return sign(a.nonneg && b.nonneg, a.nonzero);",
        "if (op === 'div') return sign(a.nonneg && b.nonneg, true);",
        'x/2 != 0',
        { x: '0' },
      ],
      [
        '−e has no sign',
        "if (op === 'neg') return sign(false, a.nonzero);",
        "if (op === 'neg') return sign(a.nonneg, a.nonzero);",
        '0 <= -(x^2)',
        { x: '1' },
      ],
      ['an odd power keeps the sign', 'n % 2 === 0, a.nonzero', 'n % 2 === 1, a.nonzero', '0 <= x^3', { x: '-1' }],
      ['an even power of 0 is 0', 'a.nonzero || n <= 0)', 'true)', '0 < x^2', { x: '0' }],
      [
        'a root of 0 is 0',
        'return sign(true, a.nonzero || n < 0)',
        'return sign(true, true)',
        '0 < sqrt(x^2)',
        { x: '0' },
      ],
      [
        'sinh has the sign of its argument',
        "'sinh' || op === 'tanh' || op === 'asinh' || op === 'atanh' ? a",
        "'sinh' || op === 'tanh' || op === 'asinh' || op === 'atanh' ? sign(true, true)",
        '0 < sinh(x)',
        { x: '-1' },
      ],
      ['sin keeps no sign', "op === 'sinh' ||", "op === 'sinh' || op === 'sin' ||", '0 <= sin(x^2)', { x: '2' }],
      ['numbers have their own sign', 'sign(n >= 0, n !== 0)', 'sign(true, n !== 0)', '0 <= -1', {}],
      [
        'cosh and exp are positive, not log',
        "op === 'exp' || op === 'cosh'",
        "op === 'exp' || op === 'cosh' || op === 'log'",
        '0 < log(exp(x))',
        { x: '-1' },
      ],
    ] as const
  ).map(
    ([name, find, by, goal, at]): Attack => ({
      name: `shape: ${name}`,
      off: [['conditions.ts', find, by]],
      derive: (k) => k.positive(none, r(goal), nonzero(k, goal)),
      at,
    }),
  ),
  ...(
    [
      ['a bound from below is no sign', 's >= 0 && (op', '(op', '-1 < x', '0 <= x', { x: '-1/2' }],
      [
        '0 ≤ x is not 0 < x',
        "const strict = s !== 0 || op === '<';",
        'const strict = true;',
        '0 <= x',
        '0 < x',
        { x: '0' },
      ],
      ['a bound from above is not one from below', '(ordered && below)', 'ordered', 'x <= 1', '0 <= x', { x: '-1' }],
      ['x ≠ 1 is not x ≠ 0', "op === '!=' ? s === 0", "op === '!=' ? true", 'x != 1', 'x != 0', { x: '0' }],
      ['x = −1 is no sign', "s >= 0 && (op === '='", "(op === '='", 'x = -1', '0 <= x', { x: '-1' }],
      ['x < 1 is not x ≠ 0', 'below ? s >= 0 : s <= 0', 'true', 'x < 1', 'x != 0', { x: '0' }],
    ] as const
  ).map(
    ([name, find, by, given, goal, at]): Attack => ({
      name: `leaf: ${name}`,
      off: [['conditions.ts', find, by]],
      derive: (k) => k.positive(rs(given), r(goal)),
      at,
    }),
  ),
];
/** Facts that make the sides of the shape attacks defined: the exponential of anything is not 0. */
function nonzero(k: Kernel, goal: string): Facts {
  if (!goal.includes('0 - exp(x)')) return [];
  const minus = k.ring(none, t('-exp(x)'), t('0 - exp(x)'));
  return [k.replaceLeft(k.positive(none, r('-exp(x) != 0')), minus)];
}

const axiomsAndEnclosures: readonly Attack[] = [
  ...(
    [
      [
        'expLog: 0 < x',
        'when(lt(zero, x), eq(exp(log(x)), x))',
        'always(eq(exp(log(x)), x))',
        'expLog',
        { 'x#': '-1', 'y#': '0' },
      ],
      ['tanhAtanh: x² < 1', 'when(lt(pow(x, 2), one), eq', 'always(eq', 'tanhAtanh', { 'x#': '2', 'y#': '0' }],
      ['powerLog: 0 < x', 'when(lt(zero, x), eq(power', 'always(eq(power', 'powerLog', { 'x#': '0', 'y#': '0' }],
      ['expAdd: product', 'mul(exp(x), exp(y))', 'add(exp(x), exp(y))', 'expAdd', { 'x#': '0', 'y#': '0' }],
      ['expNeg: sign', 'mul(exp(x), exp(neg(x)))', 'mul(exp(x), exp(x))', 'expNeg', { 'x#': '1', 'y#': '0' }],
      [
        'expTangent: below',
        'le(add(one, x), exp(x))',
        'le(exp(x), add(one, x))',
        'expTangent',
        { 'x#': '1', 'y#': '0' },
      ],
      [
        'sinhExp: sign',
        'half(sub(exp(x), exp(neg(x))))',
        'half(add(exp(x), exp(neg(x))))',
        'sinhExp',
        { 'x#': '0', 'y#': '0' },
      ],
      ['tanhRatio: order', 'div(sinh(x), cosh(x))', 'div(cosh(x), cosh(x))', 'tanhRatio', { 'x#': '0', 'y#': '0' }],
      [
        'cosAdd: sign',
        'sub(mul(cos(x), cos(y)), mul(sin(x), sin(y)))',
        'add(mul(cos(x), cos(y)), mul(sin(x), sin(y)))',
        'cosAdd',
        { 'x#': '1', 'y#': '1' },
      ],
      [
        'pythagoras: sign',
        'eq(add(pow(sin(x), 2), pow(cos(x), 2)), one)',
        'eq(sub(pow(sin(x), 2), pow(cos(x), 2)), one)',
        'pythagoras',
        { 'x#': '0', 'y#': '0' },
      ],
      ['expZero: one', 'eq(exp(zero), one)', 'eq(exp(zero), zero)', 'expZero', {}],
    ] as const
  ).map(
    ([name, find, by, axiom, at]): Attack => ({
      name: `axiom ${name}`,
      off: [['axioms.ts', find, by]],
      derive: (k) => k.axiom(axiom, { num: 1n, den: 2n }),
      at,
      granted: true,
    }),
  ),
  {
    name: 'M23 enclose: defined on the whole box',
    off: [
      ['enclose.ts', "A.defined(a) !== 'yes' || A.defined(b) !== 'yes'", 'false'],
      ['enclose.ts', 'A.compare(op, a, b)', "A.compare(op, { ...a, defined: 'yes' }, { ...b, defined: 'yes' })"],
    ],
    derive: (k) =>
      k.enclose([{ variable: t('x'), lo: { num: -1n, den: 1n }, hi: { num: 1n, den: 1n } }], r('0 <= sqrt(x)')),
    at: { x: '-1' },
  },
  {
    name: 'M23 enclose: every variable in the box',
    off: [
      ['enclose.ts', '[...variables(left, right)].some((x) => !names.has(x))', 'false'],
      ['enclose.ts', 'values.get(a)!);', 'values.get(a) ?? A.rational(rational(0)));'],
    ],
    derive: (k) => k.enclose([], r('0*x + y <= 1')),
    at: { x: '0', y: '2' },
  },
  {
    name: 'enclose: shown by the enclosure',
    off: [['enclose.ts', "A.compare(op, a, b) !== 'yes'", 'false']],
    derive: (k) => k.enclose([], r('1 <= 0')),
    at: {},
  },
  {
    name: 'enclose: the box is assumed',
    granted: true,
    off: [['enclose.ts', '[le(num(lo), x), le(x, num(hi))]', '[le(num(lo), x)]']],
    derive: (k) => k.enclose([{ variable: t('x'), lo: { num: 0n, den: 1n }, hi: { num: 1n, den: 1n } }], r('x <= 1')),
    at: { x: '2' },
  },
];

const rising: Given = rs('0 <= x');
const byX = (k: Kernel, given: Given, e: string, facts: Facts = []): Theorem =>
  k.rate(given, ts('x'), [k.one], t(e), facts);
const rateEquals = (k: Kernel, th: Theorem, e: string, facts: Facts = []): Theorem =>
  k.rateIs(th, k.ring(th.statement.given, rateOf(th).is, t(e), [th, ...facts]));

const calculus: readonly Attack[] = [
  {
    name: 'M24 rate: smooth, also where multiplied by 0',
    off: [['calculus.ts', 'requireAll(smoothness([of]), k, of);', '']],
    derive: (k) => k.positive(none, r('0 < x'), [byX(k, none, '0*sqrt(x)')]),
    at: { x: '-1' },
  },
  {
    name: 'rate: √ is not smooth at 0',
    off: [['conditions.ts', 'smooth || down ? lt', 'down ? lt']],
    derive: (k) => k.positive(rising, r('2*sqrt(x) != 0'), [byX(k, rising, 'sqrt(x)')]),
    at: { x: '0' },
  },
  {
    name: 'rate: a defined field',
    off: [['calculus.ts', 'requireDefined(field, k);', '']],
    derive: (k) => k.positive(none, r('y != 0'), [k.rate(none, ts('x'), ts('1/y'), t('x'))]),
    at: { y: '0' },
  },
  {
    name: 'rate: different variables',
    off: [['calculus.ts', 'new Set(names).size !== names.length', 'false']],
    derive: (k) => k.rate(none, ts('x,x'), ts('1,5'), t('x')),
    says: "⊢ d[x, x' = 1, 5] x = 5",
  },
  {
    name: 'rate: one rate for each variable',
    off: [['calculus.ts', 'state.length !== field.length', 'false']],
    derive: (k) => k.rate(none, ts('x,y'), ts('1'), t('y')),
    says: "⊢ d[x, y' = 1] y = 0",
  },
  ...(
    [
      ['cos', "times(neg(apply('sin', a)), da)", "times(apply('sin', a), da)", 'cos(x)', "d[x' = 1] cos(x) = sin(x)"],
      ['exp', '(t, _a, da) => times(t, da)', '(_t, _a, da) => da', 'exp(x)', "d[x' = 1] exp(x) = 1"],
      ['a power', 'pow(a, Number(t.value!.num) - 1)', 'pow(a, Number(t.value!.num))', 'x^3', "d[x' = 1] x^3 = 3*x^3"],
      ['tanh', 'sub(one, square(t))', 'add(one, square(t))', 'tanh(x)', "d[x' = 1] tanh(x) = 1 + tanh(x)^2"],
      ['asinh', 'sqrt(add(one, square(a)))', 'sqrt(add(one, a))', 'asinh(2)', "d[x' = 1] asinh(2) = 0"],
      [
        'a product',
        'plus(times(da, b), times(a, db))',
        'plus(times(da, b), times(db, b))',
        'x*x^2',
        "d[x' = 1] x*x^2 = x^2 + 2*x^1*x^2",
      ],
      ['sinh', "times(apply('cosh', a), da)", "times(apply('sinh', a), da)", 'sinh(x)', "d[x' = 1] sinh(x) = sinh(x)"],
      [
        'a quotient',
        'over(less(times(da, b), times(a, db)), square(b))',
        'over(less(times(da, b), times(a, db)), b)',
        '1/exp(x)',
        "d[x' = 1] 1/exp(x) = (-exp(x))/exp(x)",
      ],
      [
        '√',
        'over(da, mul(whole(2), t))',
        'over(da, t)',
        'sqrt(x^2 + 1)',
        "d[x' = 1] sqrt(x^2 + 1) = 2*x^1/sqrt(x^2 + 1)",
      ],
      ['−e', "['neg', (_, _a, da) => less(zero, da)]", "['neg', (_, _a, da) => da]", '-x', "d[x' = 1] -x = 1"],
    ] as const
  )
    .filter(([name]) => name !== 'asinh')
    .map(
      ([name, find, by, e, says]): Attack => ({
        name: `the derivative of ${name}`,
        off: [['calculus.ts', find, by]],
        derive: (k) => byX(k, none, e),
        says: `⊢ ${says}`,
        granted: true,
      }),
    ),
  {
    name: 'rateIs: an equation for the rate, not for the quantity',
    off: [['calculus.ts', 'left !== p.is', 'false']],
    derive: (k) => k.rateIs(byX(k, none, 'x'), k.ring(none, t('2'), t('2'))),
    says: "⊢ d[x' = 1] x = 2",
  },
  {
    name: 'rateIs: an equation',
    off: [['calculus.ts', "relationOf(u, '=')", 'relationOf(u)']],
    derive: (k) => k.rateIs(byX(k, none, 'x'), k.positive(none, r('1 != 0'))),
    says: "⊢ d[x' = 1] x = 0",
  },
  {
    name: 'M12 grows: the derivative in one variable',
    off: [['calculus.ts', 'state.length !== 1 || ', '']],
    derive: (k) => {
      const rate = rateEquals(k, k.rate(rising, ts('x,y'), ts('1,5'), t('y - x')), '4');
      return k.grows(rising, t('x'), k.zero, rate, k.positive(rising, r('0 <= 4')));
    },
    at: { x: '1', y: '0' },
  },
  {
    name: 'grows: at speed 1',
    off: [['calculus.ts', ' || field[0] !== one', '']],
    derive: (k) => {
      const rate = rateEquals(k, k.rate(rising, ts('x'), ts('-1'), t('-x')), '1');
      return k.grows(rising, t('x'), k.zero, rate, k.positive(rising, r('0 <= 1')));
    },
    at: { x: '1' },
  },
  {
    name: 'grows: in the variable of the field',
    off: [['calculus.ts', ' || state[0] !== x', '']],
    derive: (k) => {
      const rate = rateEquals(k, k.rate(rising, ts('y'), ts('1'), t('y - x')), '1');
      return k.grows(rising, t('x'), k.zero, rate, k.positive(rising, r('0 <= 1')));
    },
    at: { x: '1', y: '0' },
  },
  {
    name: 'grows: the sign of the derivative',
    off: [['calculus.ts', '!same(relationOf(u), le(zero, is))', 'false']],
    derive: (k) => k.grows(rising, t('x'), k.zero, byX(k, rising, '-x'), k.positive(rising, r('0 <= 1'))),
    at: { x: '1' },
  },
  {
    name: 'grows: from a lower bound that is assumed',
    off: [['calculus.ts', '!Γ.some((q) => same(q, lowest))', 'false']],
    derive: (k) => k.grows(none, t('x'), k.zero, byX(k, none, 'x'), k.positive(none, r('0 <= 1'))),
    at: { x: '-1' },
  },
  {
    name: 'grows: from a bound free of the variable',
    off: [['calculus.ts', 'occurs([x], [lo])', 'false']],
    derive: (k) => {
      const given = rs('-x <= x; x <= 1');
      const [low, high] = given.map((p) => k.difference(k.assume(given, p)));
      const half = k.replaceRight(low!, k.ring(given, t('x - -x'), t('2*x')));
      const rate = rateEquals(k, byX(k, given, 'x^2/2 - x^3/3'), '2*x*(1 - x)/2');
      return k.grows(given, t('x'), t('-x'), rate, k.positive(given, r('0 <= 2*x*(1 - x)/2'), [half, high!]));
    },
    at: { x: '1' },
  },
  ...(
    [
      ['M14 grows: no lower bound above the start', '0 <= x; 1 <= x', '(x - 1)^2', '2*(x - 1)', '1'],
      ['M15 grows: not across a hole', '0 <= x; x - 1 != 0', '-1/(x - 1)', '1/(x - 1)^2', '2'],
    ] as const
  ).map(
    ([name, given, e, slope, x]): Attack => ({
      name,
      off: [['calculus.ts', 'if (other) refuse', 'if (false) refuse']],
      derive: (k) => {
        const facts = given.includes('!=') ? [] : [k.difference(assumed(k, given, '1 <= x'))];
        const rate = rateEquals(k, byX(k, rs(given), e), slope);
        return k.grows(rs(given), t('x'), k.zero, rate, k.positive(rs(given), r(`0 <= ${slope}`), facts));
      },
      at: { x },
    }),
  ),
  {
    name: 'grows: the upper bound is free of the variable',
    off: [['calculus.ts', 'q.left === x && !occurs([x], [q.right])', 'q.left === x']],
    derive: (k) => {
      const given = rs('0 <= x; x <= x^2; 0 <= x^2 - x');
      const rate = rateEquals(k, byX(k, given.slice(0, 2), 'x^3/3 - x^2/2'), 'x^2 - x');
      const sign = k.difference(k.assume(given.slice(0, 2), given[1]!));
      return k.grows(given.slice(0, 2), t('x'), k.zero, rate, sign);
    },
    at: { x: '1' },
  },
  {
    name: 'grows: its premises under its assumptions',
    off: [['calculus.ts', 'under(Γ, sign)', 'sign']],
    derive: (k) => k.grows(rising, t('x'), k.zero, rateEquals(k, byX(k, rising, 'y*x'), 'y'), assumed(k, '0 <= y')),
    at: { x: '1', y: '-1' },
  },
];

const same = (k: Kernel, e: string): Theorem => k.ring(none, t(e), t(e));

const runs: readonly Attack[] = [
  {
    name: 'M1 induct: every coordinate of the start defined',
    off: [
      ['dynamics.ts', 'requireDefined(p.start, known(Γ, more));\n    requireDefined(p.step', 'requireDefined(p.step'],
    ],
    derive: (k) => {
      const th = k.induct(
        none,
        run('u,v', '0,1/a', 'u,v'),
        rs('0 <= u'),
        [k.positive(none, r('0 <= 0'))],
        [assumed(k, '0 <= u')],
      );
      return k.atStep(k.alwaysThen(th, [k.ring(none, t('0*v'), k.zero)]), 0, [], 0);
    },
    at: { a: '0' },
  },
  {
    name: 'induct: every coordinate of the step defined',
    off: [['dynamics.ts', 'requireDefined(p.step, known(H, more));', '']],
    derive: (k) => {
      const th = k.induct(
        none,
        run('u,v', '0,0', 'u,1/v'),
        rs('0 <= u'),
        [k.positive(none, r('0 <= 0'))],
        [assumed(k, '0 <= u')],
      );
      return k.atStep(k.alwaysThen(th, [k.ring(none, t('0*v'), k.zero)]), 1, [[]], 0);
    },
    at: {},
  },
  {
    name: 'induct: assumptions free of the state',
    off: [['dynamics.ts', 'requireFree(Γ, state, inputs, start);', '']],
    derive: (k) => {
      const given = rs('x = 2');
      const gap = k.symmetric(k.rewrite(assumed(k, 'x = 2'), t('3 - (x + 1)')));
      const zero = k.replaceRight(k.positive(given, r('0 <= 0')), k.ring(given, k.zero, t('3 - (2 + 1)')));
      const next = k.difference(k.replaceRight(zero, gap));
      const base = k.weaken(below(k, none, '0 <= 3', '3'), given);
      return k.atStep(k.induct(given, run('x', '0', 'x + 1'), rs('x <= 3'), [base], [next]), 4, [[], [], [], []], 0);
    },
    at: { x: '2' },
  },
  {
    name: 'induct: a start and a step for each state',
    off: [['dynamics.ts', 'start.length !== state.length || next.length !== state.length', 'false']],
    derive: (k) =>
      k.atStep(k.induct(none, run('x', '0', ''), rs('x = 0'), [same(k, '0')], [assumed(k, 'x = 0')]), 1, [[]], 0),
    at: { x: '1' },
  },
  {
    name: 'M24 induct: different names',
    off: [['calculus.ts', 'new Set(names).size !== names.length', 'false']],
    derive: (k) =>
      k.induct(none, run('x,x', '0,100', 'x,x'), rs('0 < x'), [k.positive(none, r('0 < 100'))], [assumed(k, '0 < x')]),
    says: '⊢ always x, x from 0, 100 step x, x holds 0 < x at every state',
  },
  {
    name: 'induct: invariants free of the inputs',
    off: [['dynamics.ts', 'if (occurs(p.inputs, sides(holds))) refuse', 'if (false) refuse']],
    derive: (k) => {
      const base = below(k, none, '0^2 <= i^2', 'i^2');
      const next = below(k, none, 'i^2 <= i^2', '0');
      return k.atStep(k.induct(none, run('x', '0', 'i', 'i'), rs('x^2 <= i^2'), [base], [next]), 1, [ts('p')], 0);
    },
    at: { p: '1', i: '0' },
  },
  {
    name: 'induct: the start',
    off: [['dynamics.ts', 'requireShow(first, holds, assign(p.state, p.start));', '']],
    derive: (k) => k.atStep(k.induct(none, run('x', '0', 'x'), rs('x = 1'), [], [assumed(k, 'x = 1')]), 0, [], 0),
    at: {},
  },
  {
    name: 'induct: the step',
    off: [['dynamics.ts', 'requireShow(then, holds, assign(p.state, p.step));', '']],
    derive: (k) => k.atStep(k.induct(none, run('x', '0', 'x + 1'), rs('x = 0'), [same(k, '0')], []), 1, [[]], 0),
    at: {},
  },
  {
    name: 'induct: each invariant has its own proof',
    off: [['dynamics.ts', '!same(relationOf(ts[j]!), p)', '!same(relationOf(ts[0]!), put(at, ps[0]!))']],
    derive: (k) => {
      const [base, next] = [k.positive(none, r('0 <= 0')), assumed(k, '0 <= x')];
      return k.atStep(k.induct(none, run('x', '0', 'x'), rs('0 <= x; x = 1'), [base, base], [next, next]), 0, [], 1);
    },
    at: {},
  },
  {
    name: 'induct: the start under the assumptions alone',
    off: [['dynamics.ts', 'copy.theorems(base).map((t) => under(Γ, t))', 'copy.theorems(base)']],
    derive: (k) =>
      k.atStep(
        k.induct(none, run('x', 'a', 'x'), rs('0 <= x'), [assumed(k, '0 <= a')], [assumed(k, '0 <= x')]),
        0,
        [],
        0,
      ),
    at: { a: '-1' },
  },
  {
    name: 'induct: the step under H alone',
    off: [['dynamics.ts', 'copy.theorems(next).map((t) => under(H, t))', 'copy.theorems(next)']],
    derive: (k) =>
      k.atStep(
        k.induct(none, run('x', '0', 'x + i', 'i'), rs('x = 0'), [same(k, '0')], [assumed(k, 'x + i = 0')]),
        1,
        [ts('p')],
        0,
      ),
    at: { p: '1' },
  },
  {
    name: 'M3 alwaysThen: assumptions free of the state, weakened ones too',
    off: [['dynamics.ts', 'requireFree(Γ, p.state, p.inputs);\n  const qs', 'const qs']],
    derive: (k) => {
      const th = k.induct(none, run('x', '0', 'x'), rs('x = 0'), [same(k, '0')], [assumed(k, 'x = 0')]);
      return k.atStep(k.alwaysThen(k.weaken(th, rs('x = 3')), [assumed(k, 'x = 3')]), 0, [], 0);
    },
    at: { x: '3' },
  },
  {
    name: 'alwaysThen: from what is known at a step',
    off: [['dynamics.ts', '.map((q) => under([...Γ, ...p.each, ...p.holds], q))', '']],
    derive: (k) => {
      const th = k.induct(none, run('x', '0', 'x'), rs('x = 0'), [same(k, '0')], [assumed(k, 'x = 0')]);
      return k.atStep(k.alwaysThen(th, [assumed(k, 'x = 3')]), 0, [[]], 0);
    },
    at: {},
  },
  {
    name: 'M5 alwaysThen: what follows from Δ holds at a step, not at a state',
    off: [['dynamics.ts', "apart ? p.stage : 'step'", 'p.stage']],
    derive: (k) => {
      const th = k.induct(none, run('x', '-1', 'x', 'i', 'sqrt(x) = i'), none, [], []);
      return k.atStep(k.alwaysThen(th, [k.positive(rs('sqrt(x) = i'), r('0 <= x'))]), 0, [], 0);
    },
    at: {},
  },
  {
    name: 'M5 atStep: Δ at the last step too',
    granted: true,
    off: [['dynamics.ts', 'if (k < last) given.push', 'if (k < n) given.push']],
    derive: (k) => {
      const th = k.induct(none, run('x', '-1', 'x', 'i', 'sqrt(x) = i'), none, [], []);
      return k.atStep(k.alwaysThen(th, [k.positive(rs('sqrt(x) = i'), r('0 <= x'))]), 0, [ts('p')], 0);
    },
    at: { p: '0' },
  },
  {
    name: 'atStep: Δ at the steps before',
    granted: true,
    off: [['dynamics.ts', 'if (k < last) given.push', 'if (k === n && k < last) given.push']],
    derive: (k) => {
      const kept = rs('0 <= x');
      const next = k.positive(rs('0 <= i; 0 <= x'), r('0 <= x + i'));
      const th = k.induct(none, run('x', '0', 'x + i', 'i', '0 <= i'), kept, [k.positive(none, r('0 <= 0'))], [next]);
      return k.atStep(th, 1, [ts('p')], 0);
    },
    at: { p: '-1' },
  },
  {
    name: 'M13 atStep: defined terms for the inputs',
    off: [['dynamics.ts', 'requireDefined(inputs.flat(), known(given, more));', '']],
    derive: (k) => {
      const th = k.induct(none, run('x', '0', 'x', 'i'), none, [], []);
      return k.atStep(k.alwaysThen(th, [k.ring(none, t('0*i'), k.zero)]), 0, [ts('1/a')], 0);
    },
    at: { a: '0' },
  },
];

const flows: readonly Attack[] = [
  {
    name: 'M2 flow: a defined start',
    off: [['dynamics.ts', 'requireDefined(p.start, known(Γ, from));', '']],
    derive: (k) => k.positive(none, r('a != 0'), [k.flow(none, motion('x', '1/a', '0'))]),
    at: { a: '0' },
  },
  {
    name: 'M7 flow: a start free of the inputs',
    off: [['dynamics.ts', 'requireFree(Γ, state, inputs, start);', '']],
    derive: (k) =>
      k.alongMore(k.flow(none, motion('u', 'g', '0', 'g')), k.rate(none, ts('u'), ts('0'), t('u')), same(k, '0')),
    says: '⊢ along u from g field 0 each (g)  holds u = g',
  },
  {
    name: 'M6 flow: assumptions free of the inputs',
    off: [
      ['dynamics.ts', 'requireFree(Γ, state, inputs, start);', ''],
      ['dynamics.ts', 'requireFree(Γ, p.state, p.inputs);\n  return { t', 'return { t'],
    ],
    derive: (k) => {
      const given = rs('0 <= g');
      const d = k.rate(given, ts('u'), ts('-g'), t('u'));
      const sign = below(k, given, '-g <= 0', 'g');
      return k.alongMore(k.flow(given, motion('u', 'a', '-g', 'g')), d, sign);
    },
    says: '0 <= g ⊢ along u from a field -g each (g)  holds u <= a',
  },
  {
    name: 'M4 alongThen: assumptions free of the state, weakened ones too',
    off: [['dynamics.ts', 'requireFree(Γ, p.state, p.inputs);\n  return { t', 'return { t']],
    derive: (k) => k.alongThen(k.weaken(k.flow(none, motion('u', '0', '0')), rs('u = 3')), assumed(k, 'u = 3')),
    says: 'u = 3 ⊢ along u from 0 field 0 holds u = 3',
  },
  {
    name: 'M16 alongMore: without the fact that it proves',
    off: [
      [
        'dynamics.ts',
        'under(H, sign)',
        'under([...H, le(rateOf(derivative).of, atStart(p, rateOf(derivative).of))], sign)',
      ],
    ],
    derive: (k) => {
      const both = rs('x^2 <= 0^2; 0 < 2*x^1');
      const square = k.replaceRight(
        k.positive(both, r('0 < (2*x^1)^2/4')),
        k.ring(both, t('(2*x^1)^2/4'), t('x^2 - 0^2')),
      );
      const sign = k.contradiction(absurd(k, k.difference(square), k.assume(both, both[0]!)), both[1]!);
      return k.alongMore(k.flow(none, motion('x', '0', '1')), k.rate(none, ts('x'), ts('1'), t('x^2')), sign);
    },
    says: '⊢ along x from 0 field 1 holds x^2 <= 0^2',
  },
  {
    name: 'M9 alongMore: a rate along the same field',
    off: [['dynamics.ts', '!list(state, p.state) || !list(field, p.field)', 'false']],
    derive: (k) =>
      k.alongMore(
        k.flow(none, motion('u', '0', '1')),
        k.rate(none, ts('u'), ts('-1'), t('u')),
        below(k, none, '-1 <= 0', '1'),
      ),
    says: '⊢ along u from 0 field 1 holds u <= 0',
  },
  {
    name: 'M14 alongMore: a quantity free of the inputs',
    off: [['dynamics.ts', 'occurs(p.inputs, [of])', 'false']],
    derive: (k) => {
      const d = k.rate(none, ts('u,s'), ts('g,1'), t('g*s - u'));
      return k.alongMore(k.flow(none, motion('u,s', '0,0', 'g,1', 'g')), d, k.ring(none, t('g - g'), k.zero));
    },
    says: '⊢ along u, s from 0, 0 field g, 1 each (g)  holds g*s - u = g*0 - 0',
  },
  {
    name: 'M8 alongThen: a rate of a quantity free of the inputs',
    off: [['dynamics.ts', 'occurs(p.inputs, [of])', 'false']],
    derive: (k) => k.alongThen(k.flow(none, motion('u', '0', '-g', 'g')), k.rate(none, ts('u'), ts('-g'), t('g*u'))),
    says: "⊢ along u from 0 field -g each (g)  holds d[u' = -g] g*u = g*(-g)",
  },
  {
    name: 'alongMore: the sign of this rate',
    off: [['dynamics.ts', 'left !== is || right !== zero) refuse', 'right !== zero) refuse']],
    derive: (k) =>
      k.alongMore(k.flow(none, motion('u', '0', '1')), k.rate(none, ts('u'), ts('1'), t('u')), same(k, '0')),
    says: '⊢ along u from 0 field 1 holds u = 0',
  },
  {
    name: 'alongMore: a rate of at most 0',
    off: [['dynamics.ts', 'left !== is || right !== zero) refuse', 'left !== is) refuse']],
    derive: (k) =>
      k.alongMore(k.flow(none, motion('u', '0', '1')), k.rate(none, ts('u'), ts('1'), t('u')), same(k, '1')),
    says: '⊢ along u from 0 field 1 holds u = 0',
  },
  {
    name: 'alongMore: the sign under H',
    off: [['dynamics.ts', 'under(H, sign)', 'sign']],
    derive: (k) =>
      k.alongMore(
        k.flow(none, motion('u', '0', 'u + 1')),
        k.rate(none, ts('u'), ts('u + 1'), t('u')),
        assumed(k, 'u + 1 <= 0'),
      ),
    says: '⊢ along u from 0 field u + 1 holds u <= 0',
  },
  {
    name: 'M17 M18 a dropped while',
    off: [['dynamics.ts', '({ ...p, holds: [...p.holds, q] })', '({ ...p, each: [], holds: [...p.holds, q] })']],
    derive: (k) => {
      const given = rs('0 <= x');
      const sign = below(k, given, '-(2*x^1) <= 0', '2*x^1');
      const d = k.rate(given, ts('x'), ts('1'), t('-(x^2)'));
      return k.alongMore(k.flow(none, motion('x', '-1', '1', '', '0 <= x')), d, sign);
    },
    says: '⊢ along x from -1 field 1 holds -x^2 <= -(-1)^2',
    granted: true,
  },
  {
    name: 'alongThen: from what is known along the flow',
    off: [['dynamics.ts', 'under(H, consequence)', 'consequence']],
    derive: (k) => k.alongThen(k.flow(none, motion('u', '0', '1')), assumed(k, 'u = 0')),
    says: '⊢ along u from 0 field 1 holds u = 0',
  },
  {
    name: 'M20 frozen: the bound without 0 < e',
    off: [['dynamics.ts', 'under(H, bound)', 'under([...H, lt(zero, rateOf(derivative).of)], bound)']],
    derive: (k) => {
      const given = rs('0 <= x; 0 < x');
      const d = k.rate(rs('0 <= x'), ts('x'), ts('-(x^(1/3))'), t('x'));
      const bound = atMost(k, k.ring(given, t('(-(x^(-2/3)))*x'), t('-(x^(1/3))')));
      return k.frozen(k.flow(none, motion('x', '1', '-(x^(1/3))')), d, bound, k.positive(none, r('0 < 1')));
    },
    says: '⊢ along x from 1 field -x^(1/3) holds 0 <= x, 0 < x',
  },
  {
    name: 'frozen: a factor times this quantity',
    off: [['dynamics.ts', '|| left.args[1] !== of ', '']],
    derive: (k) => {
      const bound = atMost(k, k.ring(none, t('1*(-1)'), t('-1')));
      return k.frozen(
        k.flow(none, motion('u', '1', '-1')),
        k.rate(none, ts('u'), ts('-1'), t('u')),
        bound,
        k.positive(none, r('0 < 1')),
      );
    },
    says: '⊢ along u from 1 field -1 holds 0 < u',
  },
  {
    name: 'frozen: at most this rate',
    off: [['dynamics.ts', ' || right !== is)', ')']],
    derive: (k) => {
      const bound = atMost(k, k.ring(none, t('0*u'), t('0')));
      return k.frozen(
        k.flow(none, motion('u', '1', '-1')),
        k.rate(none, ts('u'), ts('-1'), t('u')),
        bound,
        k.positive(none, r('0 < 1')),
      );
    },
    says: '⊢ along u from 1 field -1 holds 0 < u',
  },
  {
    name: 'frozen: the sign at this start',
    off: [['dynamics.ts', 'left !== zero || right !== atStart(p, e)', 'false']],
    derive: (k) => {
      const bound = atMost(k, k.ring(none, t('1*u'), t('u')));
      return k.frozen(
        k.flow(none, motion('u', '-1', 'u')),
        k.rate(none, ts('u'), ts('u'), t('u')),
        bound,
        k.positive(none, r('0 < 1')),
      );
    },
    says: '⊢ along u from -1 field u holds 0 < u',
  },
  {
    name: 'frozen: the sign at the start without what holds along the flow',
    off: [['dynamics.ts', 'relationOf(under(Γ, t),', 'relationOf(t,']],
    derive: (k) => {
      const bound = atMost(k, k.ring(none, t('1*u'), t('u')));
      return k.frozen(
        k.flow(none, motion('u', 'a', 'u')),
        k.rate(none, ts('u'), ts('u'), t('u')),
        bound,
        assumed(k, '0 < a'),
      );
    },
    says: '⊢ along u from a field u holds 0 < u',
  },
  {
    name: 'frozen: a weak sign stays weak',
    off: [['dynamics.ts', 'return relation(op, zero, e);', 'return lt(zero, e);']],
    derive: (k) => {
      const bound = atMost(k, k.ring(none, t('1*u'), t('u')));
      return k.frozen(
        k.flow(none, motion('u', '0', 'u')),
        k.rate(none, ts('u'), ts('u'), t('u')),
        bound,
        k.positive(none, r('0 <= 0')),
      );
    },
    says: '⊢ along u from 0 field u holds 0 < u',
    granted: true,
  },
  {
    name: 'keepsSign: nonzero',
    off: [['dynamics.ts', "if (right !== zero) refuse('e ≠ 0", "if (false) refuse('e ≠ 0"]],
    derive: (k) =>
      k.keepsSign(
        k.flow(none, motion('u', '1', '-1', '', 'u != 5')),
        assumed(k, 'u != 5'),
        k.positive(none, r('0 < 1')),
      ),
    says: '⊢ along u from 1 field -1 each () u != 5 holds 0 < u',
  },
  {
    name: 'keepsSign: nonzero under H',
    off: [['dynamics.ts', 'under(H, nonzero)', 'copy.theorem(nonzero)']],
    derive: (k) =>
      k.keepsSign(k.flow(none, motion('u', '1', '-1')), assumed(k, 'u != 0'), k.positive(none, r('0 < 1'))),
    says: '⊢ along u from 1 field -1 holds 0 < u',
  },
];

const identities: readonly Attack[] = [
  ...(
    [
      [
        '√x³ is not √x²',
        '[g, j * q], -1)',
        '[g, j * q + (exponentIn(m, g) % q)], -1)',
        'sqrt(x^2 + 1)^3',
        'x^2 + 1',
        { x: '1' },
      ],
      ['a cube root is no square root', 'Number(q), a!)', '2, a!)', '(x^2)^(1/3)*(x^2)^(1/3)', 'x^2', { x: '2' }],
      ['roots of different degree', '`root $', '`root ', '(x^2)^(1/3)', 'sqrt(x^2)', { x: '2' }],
      [
        'the denominator of a radicand',
        'raise(r, D, most - j)',
        'raise(r, D, 0)',
        'sqrt(1/(1 + x^2))^2 + 1',
        '2',
        { x: '1' },
      ],
      ['equal arguments of opaque atoms', ' && agree(r, g.arg!, arg)', '', 'exp(x)', 'exp(2*x)', { x: '1' }],
      [
        'equal heads of opaque atoms',
        'g.head === head',
        "(g.head === head || (g.head === 'exp' && head === 'sinh'))",
        'exp(x)',
        'sinh(x)',
        { x: '1' },
      ],
      [
        '−',
        "if (op === 'sub') return sum(r, a!, b!, Q.rational(-1));",
        "if (op === 'sub') return sum(r, a!, b!, Q.ONE);",
        'x - 1',
        'x + 1',
        { x: '1' },
      ],
      [
        '−e',
        "if (op === 'neg') return { n: scale(a!.n, Q.rational(-1)), d: a!.d };",
        "if (op === 'neg') return a!;",
        '-x',
        'x',
        { x: '1' },
      ],
      ['the divisor', 'product(r, a!, inverse(r, b!))', 'product(r, a!, b!)', 'x/2', '2*x', { x: '1' }],
      [
        'the denominators of a product',
        'combine(f.d, g.d, (k, l) => k + l)',
        'f.d',
        '(1/2)*(x/(1 + x^2))',
        '1/2*x',
        { x: '1' },
      ],
      ['the denominators of a power', 'k: small(k * n)', 'k', '(1/(1 + x^2))^2', '1/(1 + x^2)', { x: '1' }],
      ['common denominators', 'over(d, h.d)', 'none()', '1/(1 + x^2) + 1', '2/(1 + x^2)', { x: '1' }],
      [
        'a negative power',
        'if (n < 0) return raised(r, inverse(r, f), -n);',
        'if (n < 0) return raised(r, f, -n);',
        '2^(-1)',
        '2',
        {},
      ],
      ['an odd power', 'n % 2 === 0 ? square : times(r, square, a)', 'square', 'x^3', 'x^2', { x: '2' }],
      ['0⁰ = 1', 'n === 0 ? one() : a', 'a', 'x^0', 'x', { x: '2' }],
      ['coefficients', 'Q.mul(m.c, n.c)', 'm.c', 'x*2', 'x', { x: '1' }],
      [
        'the terms of a divisor',
        '(m) => `${m.exps}*${Q.text(m.c)}`',
        "() => ''",
        '1/(1 + x^2)',
        '1/(1 + x^4)',
        { x: '2' },
      ],
      [
        'roots of different degrees',
        'q === 2n ? sqrt',
        'q !== 2n ? sqrt',
        '(1 + x^2)^(1/3)',
        '(1 + x^2)^(1/5)',
        { x: '1' },
      ],
      ['a negative coefficient', 'if (Q.sign(sum) === 0)', 'if (Q.sign(sum) <= 0)', '(-1)*x', '0', { x: '1' }],
      [
        'the common monomial of a divisor',
        'if (rest.length > 1) d.set',
        'if (rest.length > 2) d.set',
        '1/(1 + x^2)',
        '1',
        { x: '1' },
      ],
      [
        'the number of a divisor',
        'return { n: scale(expand(r, one(), f.d), unit), d };',
        'return { n: expand(r, one(), f.d), d };',
        'x/2',
        'x',
        { x: '1' },
      ],
    ] as const
  ).map(
    ([name, find, by, a, b, at]): Attack => ({
      name: `ring: ${name}`,
      off: [['normal.ts', find, by]],
      derive: (k) => k.ring(none, t(a), t(b)),
      at,
    }),
  ),
];

export const ATTACKS: readonly Attack[] = [
  ...rulesOfEquations,
  ...rulesOfVariables,
  ...rulesOfOrder,
  ...conditionsAndShape,
  ...axiomsAndEnclosures,
  ...calculus,
  ...runs,
  ...flows,
  ...identities,
];
