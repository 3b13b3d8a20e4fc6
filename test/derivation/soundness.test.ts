/**
 * Attempts to have a false claim called `proved`: by what its domains and hypotheses become in the kernel, by derivations
 * that show something else, by runs taken for one another. Beside each stands a true claim of the same form, which is.
 */
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import { type Goal, goals, proves } from '../../src/claim/goals.ts';
import { adoptInstance } from '../../src/claim/instance.ts';
import { proveInstance } from '../../src/claim/replay.ts';
import * as T from '../../src/expr/term.ts';
import {
  by,
  claim,
  type Expr,
  evolve,
  ex,
  iff,
  implies,
  integer,
  iterate,
  or,
  orthogonal,
  orthogonalRows,
  real,
  type Statement,
  sign,
  that,
  unit,
  vector,
} from '../../src/index.ts';
import * as k from '../../src/kernel/index.ts';

const about = { says: 'An attempt.', status: 'theorem' } as const;
// biome-ignore lint/suspicious/noExplicitAny: one table for claims of many shapes
type Any = any;
type Form = (says: Any) => unknown;
const made = (body: object): unknown => claim('sound/attempt', { ...about, ...body } as never);
const outcome = (c: unknown): string => {
  const some = c as Claim;
  for (const choice of some.choices()) {
    const proof = proveInstance(adoptInstance(some.instantiate(choice)));
    if (typeof proof === 'string') return proof;
  }
  return 'proved';
};

const reals =
  (domains: object, more: object = {}): Form =>
  (conclude) =>
    made({ reals: domains, ...more, conclude });
const two = { x: real('[-1, 1]'), y: real('[-1, 1]') };
const rows = { X: orthogonalRows(2, 3, '[1/2, 2]') };
const growing = (says: Any): unknown =>
  made({
    reals: { a: real('(0, 1]') },
    inputs: { g: real('[0, 1]') },
    where: ({ a, g }: Any) => ({
      run: iterate({ start: { u: a }, step: ({ u }: Any) => ({ u: ex`${u} + ${g}` }) } as Any),
    }),
    ...says,
  });
const decaying = (says: Any): unknown =>
  made({
    reals: { a: real('(0, 1]') },
    where: ({ a }: Any) => ({ path: evolve({ start: { u: a }, field: ({ u }: Any) => ({ u: ex`-${u}` }) } as Any) }),
    ...says,
  });
/** Two runs with states of the same names. */
const both = (says: Any): unknown =>
  made({
    reals: { a: real('(0, 1]') },
    where: ({ a }: Any) => ({
      falls: iterate({ start: { u: a }, step: ({ u }: Any) => ({ u: ex`${u}/2` }) } as Any),
      rises: iterate({ start: { u: a }, step: ({ u }: Any) => ({ u: ex`2*${u}` }) } as Any),
    }),
    ...says,
  });
type XY = { readonly x: Expr; readonly y: Expr };
type Says = (_: XY) => Statement | readonly Statement[];
const plain = (f: Says): Says => f;

/** What it tries, the form, the false statement, a true one. */
const ATTEMPTS: readonly (readonly [string, Form, Any, Any])[] = [
  [
    'max',
    reals(two),
    plain(({ x, y }) => that`max(${x}, ${y}) = ${x}`),
    plain(({ x, y }) => that`max(${x}, ${y}) = max(${y}, ${x})`),
  ],
  [
    'min',
    reals(two),
    plain(({ x, y }) => that`${x} <= min(${x}, ${y})`),
    plain(({ x, y }) => that`min(${x}, ${y}) = min(${y}, ${x})`),
  ],
  [
    'max for min',
    reals(two),
    plain(({ x, y }) => that`max(${x}, ${y}) - min(${x}, ${y}) = ${x} - ${y}`),
    plain(({ x, y }) => that`max(${x}, ${y}) + min(${x}, ${y}) = ${x} + ${y}`),
  ],
  ['|x|', reals(two), plain(({ x }) => that`abs(${x}) = ${x}`), plain(({ x }) => that`abs(${x})^2 = ${x}^2`)],
  ['the sign of |x|', reals(two), plain(({ x }) => that`0 < abs(${x})`), plain(({ x }) => that`0 <= abs(${x})`)],
  [
    'tan is not defined everywhere',
    reals({ x: real('[0, 2]'), y: real('[0, 1]') }),
    plain(({ x }) => that`tan(${x})*cos(${x}) = sin(${x})`),
    plain(({ x }) => that`cos(${x})*sin(${x}) = sin(${x})*cos(${x})`),
  ],
  ['x/x', reals(two), plain(({ x }) => that`${x}/${x} = 1`), plain(({ x }) => that`(${x}^2 + 1)/(${x}^2 + 1) = 1`)],
  ['(1/x)⁰', reals(two), plain(({ x }) => that`(1/${x})^0 = 1`), plain(({ x }) => that`${x}^0 = 1`)],
  [
    '√x² as x',
    reals(two),
    plain(({ x }) => that`sqrt(${x})^2 = ${x}`),
    plain(({ x }) => that`sqrt(${x}^2)^2 = ${x}^2`),
  ],
  ['a closed end', reals({ x: real('[0, 1]') }), plain(({ x }) => that`0 < ${x}`), plain(({ x }) => that`0 <= ${x}`)],
  ['an open end', reals({ x: real('(0, 1]') }), plain(({ x }) => that`${x} < 1`), plain(({ x }) => that`0 < ${x}`)],
  ['a number that is not 0', reals(two), plain(({ x }) => that`${x} != 0`), plain(({ x }) => that`${x}^2 + 1 != 0`)],
  [
    'two numbers that differ',
    reals(two),
    plain(({ x, y }) => that`${x} != ${y}`),
    plain(({ x, y }) => that`${x} + 3 != ${y} - ${y}`),
  ],
  [
    'whole numbers',
    reals({ x: integer(0, 2) }),
    plain(({ x }) => that`${x}^2 = ${x}`),
    plain(({ x }) => that`${x} <= 2`),
  ],
  ['signs', reals({ x: sign() }), plain(({ x }) => that`${x} = 1`), plain(({ x }) => that`${x}^2 = 1`)],
  ['0 or 1', reals({ x: integer(0, 1) }), plain(({ x }) => that`${x} = 1`), plain(({ x }) => that`${x}^2 = ${x}`)],
  [
    '1 or 2 is not 0 or 1',
    reals({ x: integer(1, 2) }),
    plain(({ x }) => that`${x}^2 = ${x}`),
    plain(({ x }) => that`1 <= ${x}`),
  ],
  ['a unit vector', reals({ v: unit(2) }), ({ v }: Any) => that`sum(${v}) = 1`, ({ v }: Any) => that`sum(${v}^2) = 1`],
  [
    'lengths of orthogonal rows',
    reals(rows),
    ({ X }: Any) => that`sum(${X.row(0)}^2) = 1`,
    ({ X }: Any) => that`sum(${X.row(0)}*${X.row(1)}) = 0`,
  ],
  [
    'their columns',
    reals(rows),
    ({ X }: Any) => that`${X.at(0, 0)}*${X.at(0, 1)} + ${X.at(1, 0)}*${X.at(1, 1)} = 0`,
    ({ X }: Any) => that`sum(${X.row(1)}^2) >= 1/4`,
  ],
  [
    'lengths, not their squares',
    reals(rows),
    ({ X }: Any) => that`sum(${X.row(0)}^2) <= 2`,
    ({ X }: Any) => that`sum(${X.row(0)}^2) <= 4`,
  ],
  [
    'an orthogonal matrix',
    reals({ Q: orthogonal(2) }),
    ({ Q }: Any) => that`${Q.at(0, 0)} = ${Q.at(1, 1)}`,
    ({ Q }: Any) => that`sum(${Q.row(0)}^2) = 1`,
  ],
  [
    'implies',
    reals(two),
    plain(({ x }) => implies(that`${x} > 0`, that`${x} >= 1/2`)),
    plain(({ x }) => implies(that`${x} > 1/2`, that`${x} >= 0`)),
  ],
  [
    'implies, turned round',
    reals(two),
    plain(({ x }) => implies(that`${x}^2 = 1`, that`${x} = 1`)),
    plain(({ x }) => implies(that`${x} = 1`, that`${x}^2 = 1`)),
  ],
  [
    'iff, one half of it',
    reals(two),
    plain(({ x }) => iff(that`${x} = 1`, that`${x}^2 = 1`)),
    plain(({ x }) => iff(that`${x} = 1`, that`2*${x} = 2`)),
  ],
  [
    'one case of a hypothesis',
    reals(two, { assume: ({ x }: Any) => or(that`${x} = 1`, that`${x} = -1`) }),
    plain(({ x }) => that`${x} = 1`),
    plain(({ x }) => that`${x}^2 = 1`),
  ],
  [
    'a hypothesis of a conclusion is not one of the claim',
    reals(two),
    plain(({ x }) => [implies(that`${x} = 1`, that`${x}^2 = 1`), that`${x}^2 = 1`]),
    plain(({ x }) => [implies(that`${x} = 1`, that`${x}^2 = 1`), that`${x}^2 >= 0`]),
  ],
  [
    'a derivation of something else',
    (f) => made({ reals: two, conclude: f, derivation: () => [by.ring(that`1 = 1`)] }),
    plain(({ x }) => that`${x} = 1`),
    plain(({ x }) => that`${x} + ${x} = 2*${x}`),
  ],
  [
    'a lemma at other numbers than it is about',
    (f) =>
      made({
        reals: two,
        conclude: f,
        derivation: ({ x }: Any) => [
          by.lemma({ z: x }, {
            from: ({ z }: Any) => [that`${z} <= 1`],
            shows: ({ z }: Any) => that`${z} - 1 <= 0`,
          } as Any),
        ],
      }),
    plain(({ x, y }) => that`${x} + ${y} - 1 <= 0`),
    plain(({ x }) => that`${x} - 1 <= 0`),
  ],
  [
    'a bound that the inputs break',
    growing,
    { conclude: ({ run }: Any) => run.always(({ u }: Any) => that`${u} <= 1`) },
    { conclude: ({ run }: Any) => run.always(({ u }: Any) => that`0 < ${u}`) },
  ],
  [
    'an input that stays what it was',
    growing,
    { conclude: ({ run, a }: Any) => run.always(({ u, next }: Any) => that`${next.u} - ${u} <= ${a}`) },
    { conclude: ({ run }: Any) => run.always(({ u, next }: Any) => that`${next.u} - ${u} <= 1`) },
  ],
  [
    'the last state of an assumption about steps',
    growing,
    {
      assume: ({ run }: Any) => run.always(({ u, next }: Any) => that`${next.u} = ${u}`),
      conclude: ({ run }: Any) => run.always(({ u }: Any) => that`${u} <= 1/2`),
    },
    {
      assume: ({ run }: Any) => run.always(({ u, next }: Any) => that`${next.u} = ${u}`),
      conclude: ({ run }: Any) => run.always(({ u, next }: Any) => that`${next.u} = ${u}`),
    },
  ],
  [
    'another run of the same form',
    both,
    {
      conclude: ({ rises }: Any) => rises.always(({ u }: Any) => that`${u} <= 1`),
      derivation: ({ falls }: Any) => [by.induction(falls, { keeps: ({ u }: Any) => that`0 <= ${u} <= 1` } as Any)],
    },
    {
      conclude: ({ falls }: Any) => falls.always(({ u }: Any) => that`${u} <= 1`),
      derivation: ({ falls }: Any) => [by.induction(falls, { keeps: ({ u }: Any) => that`0 <= ${u} <= 1` } as Any)],
    },
  ],
  [
    'a flow that falls',
    decaying,
    { conclude: ({ path, a }: Any) => path.always(({ u }: Any) => that`${u} = ${a}`) },
    {
      conclude: ({ path, a }: Any) => path.always(({ u }: Any) => that`${u} <= ${a}`),
      derivation: ({ path }: Any) => [
        by.staysPositive(path, ({ u }: Any) => u),
        by.nonincreasing(path, ({ u }: Any) => u),
      ],
    },
  ],
];

describe('not proved, beside what is:', () => {
  it.each(ATTEMPTS)('%s', (_, form, wrong, right) => {
    expect(outcome(form(wrong))).not.toBe('proved');
    expect(outcome(form(right))).toBe('proved');
  });
});

it('a parameter with the name of a state is refused, or is another number', () => {
  const clash = (name: string): string => {
    try {
      return outcome(
        made({
          reals: { a: real('(0, 1]'), [name]: real('[0, 1]') },
          where: ({ a }: Any) => ({
            run: iterate({ start: { u: a }, step: ({ u }: Any) => ({ u: ex`${u} + 1` }) } as Any),
          }),
          conclude: ({ run, [name]: p }: Any) => run.always(({ u }: Any) => that`${u} = ${p}`),
        }),
      );
    } catch (e) {
      return String(e);
    }
  };
  for (const name of ['u', 'run0:u', 'run0:t', 'any:u', 'x#']) expect(clash(name), name).not.toBe('proved');
});

it('what a domain gives holds of every number in it: the same derivation fails one size further', () => {
  const sized = (d: number, wrong: boolean): unknown =>
    made({
      reals: { x: vector(d, '[0, 1]') },
      conclude: ({ x }: Any) => that`sum(${x}) <= ${wrong ? d - 1 : d}`,
    });
  for (const d of [2, 3]) {
    expect(outcome(sized(d, true))).not.toBe('proved');
    expect(outcome(sized(d, false))).toBe('proved');
  }
});

describe('a theorem counts for a goal only if it is about the same run and assumes no more', () => {
  const instanceOf = (c: unknown) => {
    const some = c as Claim;
    return adoptInstance(some.instantiate(some.choices()[0]!));
  };
  const claimed = growing({ conclude: ({ run }: Any) => run.always(({ u }: Any) => that`0 < ${u}`) });
  const goal = goals(instanceOf(claimed))[0] as Extract<Goal, { kind: 'always' }>;
  const [u] = goal.run.state as readonly [T.Term];
  const shown = (given: readonly k.Relation[], run: k.Run, keeps: readonly k.Relation[]): k.Theorem => {
    const put = (p: k.Relation, to: readonly T.Term[]): k.Relation => {
      const map = new Map(run.state.map((x, j) => [x, to[j]!]));
      return k.relation(p.op, T.substitute(p.left, map), T.substitute(p.right, map));
    };
    const H = [...given, ...run.each, ...keeps];
    const at = (Γ: readonly k.Relation[], to: readonly T.Term[]) => keeps.map((p) => k.positive(Γ, put(p, to)));
    return k.induct(given, run, keeps, at(given, run.start), at(H, run.step));
  };
  const [time, one] = [goal.run.start[1]!, k.one];
  it('the theorem itself does', () => {
    expect(proves(shown(goal.given, goal.run, goal.holds), goal)).toBe(true);
    expect(proves(shown(goal.given, goal.run, [...goal.holds, k.le(k.zero, u)]), goal)).toBe(true);
  });
  it.each<[string, () => k.Theorem]>([
    ['one assumption more', () => shown([...goal.given, k.eq(T.variable('b'), one)], goal.run, goal.holds)],
    ['another start', () => shown(goal.given, { ...goal.run, start: [one, time] }, goal.holds)],
    [
      'another step',
      () => shown(goal.given, { ...goal.run, step: [T.apply('exp', u), goal.run.step[1]!] }, goal.holds),
    ],
    [
      'one assumption more of each step',
      () => shown(goal.given, { ...goal.run, each: [...goal.run.each, k.le(u, one)] }, goal.holds),
    ],
    ['something weaker', () => shown(goal.given, goal.run, [k.le(k.zero, u)])],
    [
      'what holds only where a step follows',
      () =>
        k.alwaysThen(
          shown(goal.given, goal.run, goal.holds),
          [k.assume([...goal.given, ...goal.run.each, ...goal.holds], goal.holds[0]!)].map((t) =>
            k.weaken(t, [...goal.given, ...goal.run.each, ...goal.holds]),
          ),
        ),
    ],
    ['a relation', () => k.positive(goal.given, k.le(k.zero, k.zero))],
  ])('%s', (_, theorem) => {
    expect(proves(theorem(), goal)).toBe(false);
  });
});
