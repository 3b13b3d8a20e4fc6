/**
 * The fixed part of a script: comparison in three values, the arithmetic's own helpers, the printed verdict.
 *
 * Only the helpers that a script uses are written into it. Plain Python 3.8 or later; intervals are mpmath's.
 */
import type { Style } from './formula.ts';

const FRACTIONS = `import sys
from fractions import Fraction as Q`;

const INTERVALS = `import sys
from fractions import Fraction as Q
from mpmath import iv, mp

iv.prec = mp.prec = BITS


def R(p, q=1):
    """The fraction p/q as an interval."""
    return iv.mpf(p) / iv.mpf(q)


def intervals(x):
    return [intervals(y) for y in x] if isinstance(x, list) else R(x.numerator, x.denominator)`;

const ERRORS = `class Undefined(Exception):
    pass


class Undecided(Exception):
    pass`;

/** Helpers of the interval style, in the order in which they need each other. */
const HELPERS: readonly (readonly [name: string, needs: readonly string[], text: string])[] = [
  [
    'nonzero',
    [],
    `def nonzero(x):
    if x.a == 0 and x.b == 0:
        raise Undefined("a division by 0")
    if x.a <= 0 <= x.b:
        raise Undecided("a divisor that may be 0")
    return x`,
  ],
  [
    'sqrt',
    [],
    `def sqrt(x):
    if x.b < 0:
        raise Undefined("the root of a negative number")
    if x.a < 0:
        raise Undecided("the root of a number that may be negative")
    return iv.sqrt(x)`,
  ],
  [
    'log',
    [],
    `def log(x):
    if x.b <= 0:
        raise Undefined("the logarithm of a number that is not positive")
    if x.a <= 0:
        raise Undecided("the logarithm of a number that may not be positive")
    return iv.log(x)`,
  ],
  ['exp', [], 'exp = iv.exp'],
  ['sin', [], 'sin = iv.sin'],
  ['cos', [], 'cos = iv.cos'],
  ['pi', [], 'pi = iv.pi'],
  ['tan', ['nonzero', 'sin', 'cos'], 'def tan(x):\n    return sin(x) / nonzero(cos(x))'],
  ['sinh', ['exp'], 'def sinh(x):\n    return (exp(x) - exp(-x)) / 2'],
  ['cosh', ['exp'], 'def cosh(x):\n    return (exp(x) + exp(-x)) / 2'],
  ['tanh', ['exp'], 'def tanh(x):\n    return 1 - 2 / (exp(2*x) + 1)'],
  ['asinh', ['log'], 'def asinh(x):\n    return -asinh(-x) if x.b < 0 else log(x + iv.sqrt(x**2 + 1))'],
  ['atanh', ['log', 'nonzero'], 'def atanh(x):\n    return log((1 + x) / nonzero(1 - x)) / 2'],
  [
    'atan',
    [],
    `def atan(x):
    """mpmath's atan at the ends, widened by far more than its error (mpmath has no interval atan)."""
    low, high = mp.atan(mp.mpf(x.a)), mp.atan(mp.mpf(x.b))
    return iv.mpf([low - mp.mpf(2)**(20 - mp.prec), high + mp.mpf(2)**(20 - mp.prec)])`,
  ],
  [
    'power',
    ['log', 'exp'],
    `def power(x, p, q):
    """x^(p/q)."""
    if x.b < 0 or (x.a == 0 and x.b == 0 and p < 0):
        raise Undefined("a root of a negative number, or 0 to a negative power")
    if x.a == 0 and x.b == 0:
        return R(0)
    return exp(R(p, q) * log(x))`,
  ],
  ['minimum', [], 'def minimum(x, y):\n    return iv.mpf([min(x.a, y.a), min(x.b, y.b)])'],
  ['maximum', [], 'def maximum(x, y):\n    return iv.mpf([max(x.a, y.a), max(x.b, y.b)])'],
];

const COMPARE: { readonly [s in Style]: string } = {
  fractions: `def compare(a, sign, b):
    return {"<": a < b, "<=": a <= b, "=": a == b, "!=": a != b}[sign]


def shown(x):
    return str(x) if len(str(x)) <= 40 else f"{float(x):.15g} (an exact fraction of {len(str(x))} characters)"`,
  intervals: `def compare(a, sign, b):
    """True or False where it holds, or fails, for all numbers of the two intervals; None otherwise."""
    below, above = a.b < b.a, a.a > b.b
    same = a.a == a.b == b.a == b.b
    if sign == "<":
        return True if below else False if above or a.a >= b.b else None
    if sign == "<=":
        return True if a.b <= b.a else False if above else None
    if sign == "=":
        return True if same else False if below or above else None
    return True if below or above else False if same else None


def shown(x):
    return f"[{mp.nstr(mp.mpf(x.a), 15)}, {mp.nstr(mp.mpf(x.b), 15)}]"`,
};

const RELATION = `seen = []


def relation(name, a, sign, b):
    truth = compare(a, sign, b)
    seen.append(f"{name} {shown(a)} {sign} {shown(b)}: {word(truth)}".lstrip())
    return truth`;

/** Where a side that is certainly undefined refutes: the sides come as functions. */
const RELATION_UNDEFINED = `seen = []


def relation(name, a, sign, b):
    try:
        a, b = a(), b()
    except (Undefined, ZeroDivisionError) as e:
        seen.append(f"{name} undefined: {e}".lstrip())
        return False
    truth = compare(a, sign, b)
    seen.append(f"{name} {shown(a)} {sign} {shown(b)}: {word(truth)}".lstrip())
    return truth`;

const LOGIC = `def word(truth):
    return {True: "true", False: "false", None: "not decided"}[truth]


def every(*truths):
    return False if False in truths else None if None in truths else True


def some(*truths):
    return True if True in truths else None if None in truths else False


def negation(truth):
    return None if truth is None else not truth`;

const STEPS = `def every_step(statement, steps):
    undecided = False
    for k in steps:
        seen.clear()
        truth = statement(k)
        if truth is False:
            seen.append(f"at step {k}")
            return False
        undecided = undecided or truth is None
    return None if undecided else True`;

/** Fixed point, in exact fractions. */
const QUANTIZED = `def rounded(x, grid, mode):
    """x rounded to a multiple of the grid."""
    n = x / grid
    low = n.numerator // n.denominator
    rest = n - low
    if rest == 0 or mode == "floor":
        k = low
    elif mode == "toward-zero":
        k = low + (n < 0)
    elif rest != Q(1, 2):
        k = low + (rest > Q(1, 2))
    else:
        k = low + (low % 2 if mode == "nearest-even" else n > 0)
    return k*grid


def confined(x, low, high, wrap):
    return min(max(x, low), high) if wrap is None else low + (x - low) % (high - low + wrap)


def orbit(step, start):
    """All states up to the first one that comes again, and where that one stood first."""
    states, known = [start], {repr(start): 0}
    while len(states) < 10**6:
        state = step(states[-1])
        if repr(state) in known:
            return states, known[repr(state)]
        known[repr(state)] = len(states)
        states.append(state)
    sys.exit("Not confirmed: no state came again in a million steps.")


def state_at(states, back, k):
    return states[k] if k < len(states) else states[back + (k - back) % (len(states) - back)]


def moments(states, back, first):
    """Each state from there on with the next one."""
    return [(states[k], state_at(states, back, k + 1)) for k in range(first, len(states))]`;

const DOMAIN = `def entries(x):
    return [z for y in x for z in entries(y)] if isinstance(x, list) else [x]


def inside(x, left, low, high, right, step=None):
    """Every entry in the interval (and on its grid), exactly."""
    return all(
        (low < z if left == "(" else low <= z)
        and (z < high if right == ")" else z <= high)
        and (step is None or ((z - low) / step).denominator == 1)
        for z in entries(x)
    )


def dot(x, y):
    return sum(a*b for a, b in zip(x, y))`;

const verdict = (style: Style): string => `def decided(statement):
    seen.clear()
    try:
        return statement()
    except (${style === 'fractions' ? 'ZeroDivisionError' : 'Undefined, Undecided, ZeroDivisionError'}) as e:
        seen.append(f"not defined: {e}")
        return None


def verdict(domains, assumptions, conclusions):
    good = True
    for name, truth in domains:
        print(f"{name}: {word(truth)}")
        good = good and truth
    for name, statement in assumptions:
        truth = decided(statement)
        print(f"assumed: {name}: {word(truth)}", *seen[-8:], sep="\\n    ")
        good = good and truth is True
    fails = False
    for name, statement in conclusions:
        truth = decided(statement)
        print(f"claimed: {name}: {word(truth)}", *seen[-8:], sep="\\n    ")
        fails = fails or truth is False
    print("Confirmed: a counterexample." if good and fails else "Not confirmed.")
    return 0 if good and fails else 1`;

export interface Needs {
  readonly style: Style;
  readonly bits: number;
  readonly undefinedSide: boolean;
  readonly steps: boolean;
  readonly quantized: boolean;
  /** The script's own part: helpers that it names are included. */
  readonly text: string;
}

function helpers(text: string): readonly string[] {
  const wanted = new Set<string>();
  const want = (name: string): void => {
    if (wanted.has(name)) return;
    wanted.add(name);
    for (const n of HELPERS.find(([h]) => h === name)?.[1] ?? []) want(n);
  };
  for (const [name] of HELPERS) if (new RegExp(`(?<![\\w.])${name}(?![\\w"])`).test(text)) want(name);
  return HELPERS.filter(([name]) => wanted.has(name)).map(([, , code]) => code);
}

/** All names that the fixed part may use: a claim's own names keep away from them. */
export const RESERVED: ReadonlySet<string> = new Set([
  ...HELPERS.map(([name]) => name),
  ...'Q R iv mp sys intervals Undefined Undecided compare shown seen relation word every some negation'.split(' '),
  ...'every_step entries inside dot decided verdict rounded confined orbit state_at moments int any repr state after abs min max sum all zip len str range print list float'.split(
    ' ',
  ),
  ...'isinstance Exception ZeroDivisionError'.split(' '),
  ...'False None True and as assert async await break class continue def del elif else except finally for'.split(' '),
  ...'from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(' '),
]);

/** The text above a script's own part. */
export function prelude(n: Needs): string {
  const intervals = n.style === 'intervals';
  const code = helpers(n.text);
  return [
    intervals ? INTERVALS.replace('BITS', `${n.bits}`) : FRACTIONS,
    ...(intervals || n.undefinedSide ? [ERRORS] : []),
    ...(intervals ? code : []),
    COMPARE[n.style],
    LOGIC,
    n.undefinedSide ? RELATION_UNDEFINED : RELATION,
    ...(n.steps ? [STEPS] : []),
    DOMAIN,
    ...(n.quantized ? [QUANTIZED] : []),
    verdict(n.style),
  ]
    .join('\n\n\n')
    .replace(/\n{4,}/g, '\n\n\n');
}
