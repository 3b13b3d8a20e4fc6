/**
 * Forgeries: ways to come by a false theorem, or by an object that passes for one, without a rule that proves it.
 * Each has to fail. An attempt returns what it made; it fails if it throws or if what it made is no theorem or a true one.
 */
import { describe, expect, test } from 'vitest';
import * as T from '../../src/expr/term.ts';
import * as k from '../../src/kernel/index.ts';
import { A, fails } from '../kernel/falsehood.ts';
import { mutant } from '../kernel/mutants.ts';
import { motion, r, rs, run, t, ts } from '../kernel/tools.ts';

// biome-ignore lint/suspicious/noExplicitAny: forgeries are what types forbid
type Any = any;
const absurd = r('1 < 0');
const honest = k.positive([], r('0 < 1'));
const Theorem = honest.constructor as Any;
const secondTerms = async (): Promise<Any> => import('../../src/expr/term.ts?copy' as string);

/** The result is a theorem that says something false (or that has changed since it was proved). */
function forged(x: unknown): boolean {
  if (!k.isTheorem(x)) return false;
  const { given, shows } = x.statement;
  const bad = shows.kind === 'relation' && fails(x, nowhere(x));
  return bad || (shows.kind === 'relation' && k.same(shows, absurd) && given.length === 0);
}
/** Every variable is 0. */
const nowhere = ({ statement: { given, shows } }: k.Theorem) => {
  const relations = [...given, ...(shows.kind === 'relation' ? [shows] : [])];
  const names = T.variables(...relations.flatMap((p) => [p.left, p.right]));
  return new Map([...names].map((x) => [x, A.rational({ num: 0n, den: 1n })]));
};
/** Gives `first` until the n-th question, `later` from then on. */
const answers = (first: Any, later: Any, n = 1) => {
  let asked = 0;
  return () => (asked++ < n ? first : later);
};
/** The same attempt with the change of mind at the first, second, … reading; the first forgery there is. */
function atEachReading(attempt: (n: number) => Any): Any {
  for (let n = 1; n <= 12; n++) {
    try {
      const made = attempt(n);
      if (made === forgedMark || forged(made)) return made;
    } catch {}
  }
  return undefined;
}
const getter = (good: k.Relation, field: string, bad: Any, n = 1): Any =>
  Object.defineProperty({ ...good }, field, { get: answers((good as Any)[field], bad, n), enumerable: true });

class LyingArray extends (Array as Any) {
  some(): boolean {
    return true;
  }
  includes(): boolean {
    return true;
  }
  every(): Any {
    return true;
  }
  map(): Any {
    return [];
  }
  filter(): Any {
    return [];
  }
}
class LyingMap extends (Map as Any) {
  get(): Any {
    return t('1/y');
  }
  values(): Any {
    return [][Symbol.iterator]();
  }
  has(): boolean {
    return false;
  }
}
const fakeTerm = (over: Any = {}): Any => ({ ...t('x'), ...over });
const proxied = (x: Any, field: string, bad: Any, n = 1): Any => {
  const answer = answers(x[field], bad, n);
  return new Proxy(x, { get: (o, key) => (key === field ? answer() : o[key]) });
};

const attempts: { readonly [name: string]: () => Any } = {
  // the seven of the design
  'an array whose some, includes and every say yes': () => k.assume((LyingArray as Any).of(r('x = x')) as Any, absurd),
  'a relation whose sides change when read again': () =>
    atEachReading((n) => k.positive([], getter(r('0 < 1'), 'right', t('-1'), n))),
  'a relation whose comparison changes': () => atEachReading((n) => k.positive([], getter(r('0 < 1'), 'op', '=', n))),
  'a map that lies about its values': () =>
    k.instantiate(k.ring([], t('x'), t('x')), new (LyingMap as Any)([[t('x'), t('x')]])),
  'a proxy for a relation': () => atEachReading((n) => k.positive([], proxied(r('0 < 1'), 'right', t('-1'), n))),
  'fake child nodes': () => T.add(fakeTerm({ op: 'num', value: { num: 1n, den: 1n } }), t('x')),
  'a constant NaN': () => k.ring([], T.num({ num: Number.NaN as Any, den: 1n }), k.zero),
  'a constant that lies about its value': () =>
    k.ring([], T.num({ num: { valueOf: () => 1n } as Any, den: 1n }), k.one),
  // constants
  'a constant whose numerator changes when read again': () => {
    const q = Object.defineProperty({ den: 1n } as Any, 'num', { get: answers(0n, 1n) });
    return k.positive([], k.lt(k.zero, T.num(q)));
  },
  'a constant with denominator 0': () => k.ring([], T.num({ num: 1n, den: 0n }), k.zero),
  'a constant with a negative denominator': () => k.positive([], k.lt(k.zero, T.num({ num: 1n, den: -1n }))),
  'a constant that is not in lowest terms': () => k.positive([], k.ne(T.num({ num: 0n, den: 7n }), k.zero)),
  'a constant with floating parts': () => k.ring([], T.num({ num: 0.5 as Any, den: 1n }), k.zero),
  'an exponent that changes when read again': () => {
    const q = Object.defineProperty({ den: 2n } as Any, 'num', { get: answers(2n, 1n) });
    return k.ring([], T.power(t('-1'), q), T.power(t('-1'), q));
  },
  'a whole exponent that is no number': () => k.ring([], T.pow(t('2'), { valueOf: () => 2 } as Any), t('4')),
  'an exponent beyond exact numbers': () =>
    k.ring([], T.power(t('2'), { num: 2n ** 60n + 1n, den: 1n }), T.power(t('2'), { num: 2n ** 60n, den: 1n })),
  // terms
  'a term by structure': () => k.ring([], fakeTerm(), t('x')),
  'a term with the prototype of terms': () => k.ring([], Object.assign(Object.create(t('x')), { op: 'num' }), k.zero),
  'a proxy for a term': () => k.ring([], new Proxy(t('x'), {}), t('x')),
  'a structured clone of a term': () => k.ring([], structuredClone(t('x')), t('x')),
  'a term changed after the fact': () => Object.assign(t('x') as Any, { op: 'num' }),
  'the children of a term changed': () => (t('x + 1').args as Any).push(t('5')),
  'the value of a number changed': () => Object.assign(t('7').value as Any, { num: 0n }),
  'an operation that is no string': () => T.binary({ toString: () => 'add' } as Any, t('x'), t('y')),
  'an operation that is not in the list': () => T.binary('pow' as Any, t('x'), t('y')),
  'a new elementary function': () => (T.FUNCTIONS as Any).push('one') && T.apply('one' as Any, t('x')),
  'a node with too many children': () => {
    const children: Any = [t('x'), t('y')];
    children[Symbol.iterator] = () => [t('x'), t('y'), t('z')][Symbol.iterator]();
    return (
      k.ring([], T.rebuild(t('x + y'), children), t('x + y')) &&
      T.rebuild(t('x + y'), children).args.length === 3 &&
      forgedMark
    );
  },
  'a number as a node with children': () => T.rebuild(t('7'), [t('x')]),
  'a name that looks like another node': () => k.ring([], T.variable('x:'), T.variable('x')),
  'a name that looks like a number': () => k.ring([], T.variable('1'), k.one),
  'a name that is an object': () => T.variable({ toString: () => 'x' } as Any),
  // making a theorem
  'new Theorem': () => new Theorem(Symbol('theorem'), 'ring', [], [], absurd),
  'new Theorem with a registered symbol': () => new Theorem(Symbol.for('theorem'), 'ring', [], [], absurd),
  'new Theorem without a seal': () => new Theorem(undefined, 'ring', [], [], absurd),
  'subclassing Theorem': () => {
    class Evil extends Theorem {
      constructor() {
        super(Symbol('theorem'), 'ring', [], [], absurd);
      }
    }
    return new Evil();
  },
  'Reflect.construct with another target': () =>
    Reflect.construct(Theorem, [Symbol('theorem'), 'ring', [], [], absurd], Object),
  'Object.create(Theorem.prototype)': () =>
    Object.assign(Object.create(Theorem.prototype), { statement: { given: [], shows: absurd } }),
  'the prototype set afterwards': () =>
    Object.setPrototypeOf({ statement: { given: [], shows: absurd } }, Theorem.prototype),
  'a structured clone of a theorem': () => structuredClone(honest),
  'a spread of a theorem': () => ({ ...honest, statement: { given: [], shows: absurd } }),
  'a proxy for a theorem': () =>
    k.cut(new Proxy(honest, { get: () => ({ given: [], shows: absurd }) }) as Any, k.assume([absurd], absurd)),
  'a theorem by name and structure': () =>
    k.cut({ statement: { given: [], shows: absurd }, leaves: {} } as Any, k.assume([absurd], absurd)),
  'a private field stamped on another object': () => {
    const host = { statement: { given: [], shows: absurd } };
    const Stamp: Any = Object.setPrototypeOf(class {}, Theorem);
    return Reflect.construct(Theorem, [], Stamp) ?? host;
  },
  'the seal among the symbols of a theorem': () => {
    const seals = [honest, Theorem, Theorem.prototype].flatMap((o) => Object.getOwnPropertySymbols(o));
    return seals.map((seal) => new Theorem(seal, 'ring', [], [], absurd))[0];
  },
  'the seal in the source text of the class': () =>
    new Theorem(Theorem.toString().match(/SEAL/)![0], 'ring', [], [], absurd),
  'calling the constructor': () =>
    Theorem.call(Object.create(Theorem.prototype), Symbol('theorem'), 'ring', [], [], absurd),
  'the maker exported by the kernel': () => (k as Any).rule('forge', () => ({ given: [], shows: absurd, from: [] }))(),
  'the class exported by the kernel': () => new (k as Any).Theorem((k as Any).SEAL, 'ring', [], [], absurd),
  // mutation after the fact
  'the statement replaced': () => Object.assign(honest as Any, { statement: { given: [], shows: absurd } }),
  'the conclusion replaced': () => Object.assign(honest.statement as Any, { shows: absurd }),
  'a side of the conclusion replaced': () => Object.assign(honest.statement.shows as Any, { right: t('-1') }),
  'the assumptions emptied': () => {
    const th = k.assume([absurd], absurd);
    (th.statement.given as Any).length = 0;
    return th;
  },
  'the assumptions popped': () => (k.assume([absurd], absurd).statement.given as Any).pop(),
  'the assumptions changed through the argument': () => {
    const given: Any[] = [absurd];
    const th = k.assume(given, absurd);
    given.length = 0;
    return th;
  },
  'what holds along a flow changed': () =>
    (k.flow([], motion('x', '0', 'sqrt(x)')).statement.shows as Any).holds.push(absurd),
  'a rate inside a flow changed after an instance': () => {
    const rate = k.rate([], ts('x'), ts('p'), t('x'));
    const th = k.instantiate(k.alongThen(k.flow([], motion('x', '0', 'p')), rate), [[t('p'), t('2')]]);
    const inner = (th.statement.shows as Any).holds[0];
    return Object.assign(inner, { is: t('5') });
  },
  'the field of a rate changed after an instance': () => {
    const rate = k.rate([], ts('x'), ts('p'), t('x'));
    const th = k.instantiate(k.alongThen(k.flow([], motion('x', '0', 'p')), rate), [[t('p'), t('2')]]);
    return (th.statement.shows as Any).holds[0].field.push(t('5'));
  },
  'the steps of a run changed through the argument': () => {
    const p: Any = run('x', '0', 'x');
    const th = k.induct([], p, rs('x = 0'), [k.ring([], t('0'), t('0'))], [k.assume(rs('x = 0'), r('x = 0'))]);
    (p.step as Any)[0] = t('x + 1');
    return (th.statement.shows as Any).step[0] === t('x') ? undefined : forgedMark;
  },
  'the prototype of theorems': () =>
    Object.defineProperty(Theorem.prototype, 'statement', { get: () => ({ given: [], shows: absurd }) }),
  'the test for theorems': () => Object.assign(Theorem, { is: () => true }),
  // arguments that change their mind
  'a list that is shorter when read again': () =>
    atEachReading((n) => {
      const length = answers(1, 0, n);
      return k.assume(new Proxy([absurd], { get: (o: Any, key) => (key === 'length' ? length() : o[key]) }), absurd);
    }),
  'a list that gives another member the second time': () =>
    atEachReading((n) => {
      const member = answers(absurd, r('0 = 0'), n);
      return k.assume(new Proxy([absurd], { get: (o: Any, key) => (key === '0' ? member() : o[key]) }), absurd);
    }),
  'an array-like object': () => k.assume({ length: 1, 0: absurd, some: () => true, map: () => [] } as Any, absurd),
  'a set of assumptions': () => k.assume(new Set([absurd]) as Any, absurd),
  'an iterable of pairs that changes': () =>
    k.instantiate(k.ring([], t('x'), t('x')), [
      [t('x'), t('x')],
      [t('x'), t('1/y')],
    ] as Any),
  'a run whose start changes when read again': () =>
    atEachReading((n) => {
      const p: Any = Object.defineProperty({ ...run('x', '0', 'x') }, 'start', { get: answers(ts('0'), ts('1'), n) });
      const th = k.induct([], p, rs('x = 0'), [k.ring([], t('0'), t('0'))], [k.assume(rs('x = 0'), r('x = 0'))]);
      return k.atStep(th, 0, [], 0);
    }),
  'a range whose ends change when read again': () => {
    const range: Any = Object.defineProperty({ variable: t('x'), lo: { num: 0n, den: 1n } }, 'hi', {
      get: answers({ num: 1n, den: 1n }, { num: 0n, den: 1n }),
    });
    const th = k.enclose([range], r('x <= 1'));
    return th.statement.given.length === 2 && k.same(th.statement.given[1]!, r('x <= 1')) ? undefined : forgedMark;
  },
  'the normal forms that the kernel shows changed': () => {
    const ring = k.normal.newRing();
    const [f, g]: Any = k.normal.read(ring, t('x'), t('x^0'));
    for (const map of [f.d, g.n, k.normal.expand(ring, f.n, f.d), k.normal.raise(ring, f.n, 0)] as Any[])
      map.set('9,1', { p: f.n, k: 1, exps: [], c: { num: 5n, den: 1n } });
    return k.ring([], t('x^0'), t('x^0 + 5 - 5*x^0 + 1'));
  },
  'facts that are no theorems': () =>
    k.positive([], r('0 < x'), [{ statement: { given: [], shows: r('0 < x') } }] as Any),
  'a step number that is an object': () => k.atStep(honest, { valueOf: () => 0 } as Any, [], 0),
  'a printer that throws a theorem': () => {
    k.printWith(() => {
      throw honest;
    });
    try {
      return k.positive([], absurd);
    } finally {
      k.printWith((x) => x.name ?? x.op);
    }
  },
};
const forgedMark = { forged: true };

describe('a forgery fails:', () => {
  test.each(Object.keys(attempts))('%s', (name) => {
    let made: unknown;
    try {
      made = attempts[name]!();
    } catch {
      made = undefined;
    }
    expect(made === forgedMark || forged(made)).toBe(false);
    expect(forged(honest)).toBe(false);
    if (k.isTheorem(made)) expect(forged(k.cut(made, k.assume([absurd], absurd)))).toBe(false);
    else expect(() => k.cut(made as Any, k.assume([absurd], absurd))).toThrow();
  });
});

describe('a second copy of the package', () => {
  test('its theorems are not ours', async () => {
    const other = await mutant([]);
    const theirs = other.positive([], r('0 < 1'));
    expect(other.isTheorem(theirs)).toBe(true);
    expect(k.isTheorem(theirs)).toBe(false);
    expect(() => k.cut(theirs, k.assume([absurd], absurd))).toThrow(k.Refused);
  });
  test('its formulas are not ours', async () => {
    const other = await secondTerms();
    expect(() => k.ring([], other.variable('x'), t('x'))).toThrow(/another copy/);
    expect(() => T.add(other.variable('x'), t('x'))).toThrow(/another copy/);
  });
});
test('there are at least 40 attempts', () => {
  expect(Object.keys(attempts).length).toBeGreaterThanOrEqual(40);
});
