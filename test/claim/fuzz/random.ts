/**
 * Random claims, a good part of them true for a reason that an engine may find (identities, signs, bounds of the domain,
 * conclusions that repeat or weaken an assumption, invariants), and near misses of those.
 */
import fc from 'fast-check';
import type { Compare, Described, Formula, Named, RunOf, Saying, Variable } from './described.ts';

interface Draw {
  readonly below: (n: number) => number;
  readonly one: <T>(list: readonly T[]) => T;
  /** n times out of m. */
  readonly odds: (n: number, m: number) => boolean;
}
/** What formulas may name. */
interface Scope {
  readonly scalars: readonly string[];
  readonly vectors: readonly string[];
  readonly runs: readonly RunOf[];
}

export const num = (value: string | number): Formula => ({ is: 'number', value: `${value}` });
export const name = (n: string): Formula => ({ is: 'name', name: n });
const sign = (s: '+' | '-' | '*' | '/', a: Formula, b: Formula): Formula => ({ is: 'sign', sign: s, args: [a, b] });
const square = (of: Formula): Formula => ({ is: 'power', of, to: 2 });
const call = (c: Extract<Formula, { is: 'call' }>['call'], ...args: Formula[]): Formula => ({
  is: 'call',
  call: c,
  args,
});
export const says = (a: Formula, by: Compare, b: Formula): Saying => ({ is: 'chain', sides: [a, b], by: [by] });

const NUMBERS = ['0', '1', '2', '1/2', '1/3', '3', '1/4', '3/2', '5'] as const;

function variable(d: Draw, n: string, vector: boolean): Variable {
  const over = d.one([1, 2, 3]);
  const plain = { name: n, over, loOpen: false, hiOpen: false };
  const form = vector ? 'vector' : d.one(['real', 'real', 'real', 'log', 'integer'] as const);
  if (form === 'integer') return { ...plain, over: 1, lo: -d.below(3), hi: d.below(3), form };
  const lo = form === 'log' ? d.below(3) : d.below(6) - 4;
  if (d.odds(1, 10)) return { ...plain, lo, hi: lo, form };
  return { ...plain, lo, hi: lo + 1 + d.below(4), loOpen: d.odds(1, 3), hiOpen: d.odds(1, 3), form };
}

function leaf(d: Draw, s: Scope): Formula {
  const r = s.runs.length > 0 && d.odds(1, 3) ? d.one(s.runs) : undefined;
  if (r) {
    const names = [...r.start, ...r.start, ...r.observe, ...r.sums].map((q) => q.name);
    return { is: 'at', run: r.name, step: d.one([0, 1, 2, 3, 4, 5]), name: d.odds(1, 12) ? 't' : d.one(names) };
  }
  if (s.vectors.length > 0 && d.odds(1, 4)) return scalarOf(d, vectorly(d, s, 1));
  return s.scalars.length === 0 || d.odds(1, 5) ? num(d.one(NUMBERS)) : name(d.one(s.scalars));
}
const scalarOf = (d: Draw, v: Formula): Formula =>
  call(d.one(['sum', 'sum', 'prod', 'min', 'max', 'norm1', 'normInf'] as const), v);
function vectorly(d: Draw, s: Scope, depth: number): Formula {
  const v = name(d.one(s.vectors));
  if (depth === 0) return v;
  switch (d.below(5)) {
    case 0:
      return square(v);
    case 1:
      return call('abs', v);
    case 2:
      return sign(d.one(['+', '-', '*'] as const), v, vectorly(d, s, depth - 1));
    case 3:
      return sign('*', leaf(d, { ...s, vectors: [] }), v);
    default:
      return v;
  }
}

function formula(d: Draw, s: Scope, depth: number): Formula {
  if (depth === 0 || d.odds(1, 5)) return leaf(d, s);
  const go = (): Formula => formula(d, s, depth - 1);
  switch (d.below(14)) {
    case 0:
      return sign('/', go(), d.odds(1, 3) ? go() : sign('+', num(1), square(go())));
    case 1:
      return call('sqrt', d.odds(1, 3) ? go() : sign('+', square(go()), num(d.one(['0', '1', '1/4']))));
    case 2:
      return call('exp', leaf(d, s));
    case 3:
      return call('abs', go());
    case 4:
      return call(d.one(['min', 'max'] as const), go(), go());
    case 5:
    case 6:
      return { is: 'power', of: go(), to: d.one([2, 2, 3, 1, 0, -1]) };
    default:
      return sign(d.one(['+', '-', '*'] as const), go(), go());
  }
}

const RELATIONS: readonly Compare[] = ['<', '<=', '<=', '>=', '>', '=', '!='];
function relation(d: Draw, s: Scope): Saying {
  if (s.vectors.length > 0 && d.odds(1, 6))
    return says(vectorly(d, s, 1), d.one(RELATIONS), d.odds(1, 2) ? vectorly(d, s, 1) : num(d.one(NUMBERS)));
  if (d.odds(1, 6)) {
    const by = d.odds(1, 2) ? (['<', '<='] as const) : (['>', '>='] as const);
    return {
      is: 'chain',
      sides: [formula(d, s, 1), formula(d, s, 1), formula(d, s, 1)],
      by: [d.one(by), d.one(by)],
    };
  }
  return says(formula(d, s, 2), d.one(RELATIONS), d.odds(1, 2) ? num(d.one(NUMBERS)) : formula(d, s, 1));
}
function anything(d: Draw, s: Scope, depth: number): Saying {
  if (depth === 0 || d.odds(1, 2)) return relation(d, s);
  const go = (): Saying => anything(d, s, depth - 1);
  const kind = d.one(['and', 'or', 'or', 'implies', 'implies', 'iff'] as const);
  return kind === 'and' || kind === 'or' ? { is: kind, parts: [go(), go()] } : { is: kind, parts: [go(), go()] };
}

/** True wherever it is defined. */
function tautology(d: Draw, s: Scope): Saying {
  const [a, b] = [formula(d, s, 1), formula(d, s, 1)];
  const product = sign('*', a, b);
  const rows: readonly (() => Saying)[] = [
    () => says(square(a), '>=', num(0)),
    () => says(sign('+', square(a), num(d.one(['1', '1/2']))), '>', num(0)),
    () => says(num(0), '<=', sign('+', square(a), square(b))),
    () => says(sign('+', square(a), square(b)), '>=', sign('*', num(2), product)),
    () => says(square(sign('-', a, b)), '=', sign('+', sign('-', square(a), sign('*', num(2), product)), square(b))),
    () => says(sign('-', square(a), square(b)), '=', sign('*', sign('-', a, b), sign('+', a, b))),
    () => says(call('abs', a), '>=', num(0)),
    () => says(call('max', a, b), '>=', a),
    () => says(call('min', a, b), '<=', call('max', a, b)),
    () => says(sign('+', call('min', a, b), call('max', a, b)), '=', sign('+', a, b)),
    () => says(call('abs', sign('+', a, b)), '<=', sign('+', call('abs', a), call('abs', b))),
    () => says(call('exp', a), '>', num(0)),
    () => says(call('sqrt', square(a)), '=', call('abs', a)),
    () => says(sign('+', a, num(1)), '!=', a),
    () => says(a, '<=', sign('+', a, square(b))),
  ];
  return d.one(rows)();
}

/** What follows from a relation. */
function weaker(d: Draw, p: Saying): Saying {
  if (p.is === 'always') return { ...p, body: weaker(d, p.body) };
  if (p.is !== 'chain' || d.odds(1, 3)) return p;
  const [a, z] = [p.sides[0]!, p.sides[p.sides.length - 1]!];
  const by = p.by[0]!;
  if (by === '=' || by === '!=') return says(z, by, a);
  const upward = by.startsWith('<');
  switch (d.below(4)) {
    case 0:
      return says(a, upward ? '<=' : '>=', z);
    case 1:
      return says(sign('-', a, z), upward ? '<=' : '>=', num(0));
    case 2:
      return says(a, upward ? '<' : '>', sign(upward ? '+' : '-', z, num(1)));
    default:
      return says(z, upward ? '>=' : '<=', a);
  }
}

/** Bounds that the domain gives, exact or with room. */
function bounded(d: Draw, v: Variable): Saying {
  const [lo, hi, x] = [num(`${v.lo}/${v.over}`), num(`${v.hi}/${v.over}`), name(v.name)];
  const inside = sign('*', sign('-', x, lo), sign('-', hi, x));
  return d.one([
    () => says(x, d.one(['>=', '>']), lo),
    () => says(x, d.one(['<=', '<']), hi),
    () => says(inside, d.one(['>=', '>']), num(0)),
    () => says(sign('+', square(x), x), d.one(['<=', '<']), num(d.one(NUMBERS))),
    () => says(x, '<', sign('+', hi, num('1/2'))),
    () => says(call('exp', x), '<=', num(d.one(['2', '3', '20']))),
  ])();
}

interface Part {
  readonly assume: readonly Saying[];
  readonly conclude: readonly Saying[];
}

/** A statement under which another one is said to follow. */
function arrow(d: Draw, a: Saying, b: Saying): Part {
  switch (d.below(5)) {
    case 0:
      return { assume: [], conclude: [{ is: 'implies', parts: [a, b] }] };
    case 1:
      return { assume: [a], conclude: [b, { is: 'implies', parts: [b, a] }] };
    case 2:
      return { assume: [{ is: 'or', parts: [a, b] }], conclude: [b] };
    case 3:
      return { assume: [], conclude: [{ is: 'iff', parts: [a, d.odds(1, 2) ? a : b] }] };
    default:
      return { assume: [a], conclude: [b] };
  }
}

const momentScope = (s: Scope, r: RunOf, next: boolean, inputs: readonly Variable[]): Scope => {
  const states = r.start.filter((q) => !s.vectors.includes((q.is as { name?: string }).name ?? '')).map((q) => q.name);
  const wide = r.start.filter((q) => !states.includes(q.name)).map((q) => q.name);
  const here = [...states, ...r.observe.map((q) => q.name), ...r.sums.map((q) => q.name)];
  return {
    ...s,
    scalars: [
      ...here,
      ...here,
      't',
      ...('loss' in r.by ? ['loss'] : []),
      ...(next ? here.map((n) => `next.${n}`) : []),
      ...inputs.map((v) => v.name),
      ...s.scalars.slice(0, 1),
    ],
    vectors: next ? [...wide, ...wide.map((n) => `next.${n}`)] : wide,
  };
};

/** `next.p` written out: the same number, said of the state. */
function unfolded(f: Formula, r: RunOf): Formula {
  if (f.is === 'name' && f.name.startsWith('next.') && 'step' in r.by)
    return r.by.step.find((q) => `next.${q.name}` === f.name)?.is ?? f;
  if (f.is === 'power') return { ...f, of: unfolded(f.of, r) };
  return 'args' in f ? ({ ...f, args: f.args.map((a) => unfolded(a, r)) } as Formula) : f;
}
function unfoldedSaying(s: Saying, r: RunOf): Saying {
  if (s.is === 'chain') return { ...s, sides: s.sides.map((f) => unfolded(f, r)) };
  if (s.is === 'always') return { ...s, body: unfoldedSaying(s.body, r) };
  return { ...s, parts: s.parts.map((p) => unfoldedSaying(p, r)) } as Saying;
}

function ofRun(d: Draw, s: Scope, r: RunOf, inputs: readonly Variable[]): Part {
  const next = d.odds(1, 3);
  const here = momentScope({ ...s, runs: d.odds(1, 4) ? s.runs : [] }, r, next, d.odds(1, 2) ? inputs : []);
  const always = (body: Saying): Saying => ({ is: 'always', run: r.name, body });
  switch (d.below(5)) {
    case 0:
      return { assume: [], conclude: [always(tautology(d, here))] };
    case 1:
    case 2: {
      const body = d.odds(1, 3)
        ? says(name(d.one(here.scalars)), d.one(['<=', '>=', '<'] as const), num(d.one(NUMBERS)))
        : relation(d, here);
      const then = weaker(d, always(body));
      const said = d.odds(1, 2) ? unfoldedSaying(then, r) : then;
      return { assume: [always(body)], conclude: [said] };
    }
    case 3: {
      const p = name(d.one(here.scalars));
      const body = says(p, d.one(['<=', '>='] as const), num(d.one(NUMBERS)));
      const k = d.below(7);
      const at: Formula = { is: 'at', run: r.name, step: k, name: r.start[0]!.name };
      return { assume: [always(body)], conclude: [always(says(at, d.one(RELATIONS), num(d.one(NUMBERS))))] };
    }
    default:
      return { assume: [], conclude: [always(anything(d, here, 1))] };
  }
}

function part(d: Draw, s: Scope, reals: readonly Variable[], inputs: readonly Variable[]): Part {
  if (s.runs.length > 0 && d.odds(2, 3)) return ofRun(d, s, d.one(s.runs), inputs);
  switch (d.below(6)) {
    case 0:
    case 1:
      return { assume: [], conclude: [tautology(d, s)] };
    case 2: {
      const p = relation(d, s);
      return arrow(d, p, weaker(d, p));
    }
    case 3: {
      const scalars = reals.filter((v) => v.form !== 'vector');
      return { assume: [], conclude: [scalars.length > 0 ? bounded(d, d.one(scalars)) : tautology(d, s)] };
    }
    case 4:
      return arrow(d, anything(d, s, 1), d.odds(1, 2) ? tautology(d, s) : anything(d, s, 1));
    default:
      return { assume: d.odds(1, 2) ? [anything(d, s, 2)] : [], conclude: [anything(d, s, 2)] };
  }
}

const STRICTER: { readonly [c in Compare]: Compare } = {
  '<=': '<',
  '>=': '>',
  '<': '<=',
  '>': '>=',
  '=': '!=',
  '!=': '=',
};
/** A near miss: one thing about it is changed. */
function missed(d: Draw, p: Saying): Saying {
  if (p.is === 'always') return { ...p, body: missed(d, p.body) };
  if (p.is === 'chain') {
    const at = d.below(p.by.length);
    if (d.odds(1, 2)) return { ...p, sides: p.sides.map((f, i) => (i === at ? sign('+', f, num('1/2')) : f)) };
    const by = p.by.map((c, i) => (i === at ? STRICTER[c] : c));
    return { ...p, by };
  }
  if (p.is === 'and' || p.is === 'or') return { ...p, is: p.is === 'and' ? 'or' : 'and' };
  return { ...p, parts: [p.parts[1], p.parts[0]] };
}

function run(d: Draw, n: number, s: Scope, inputs: readonly Variable[]): RunOf {
  const [p, q] = [`p${n}`, `q${n}`];
  const wide = s.vectors.length > 0 && d.odds(1, 4);
  const start: Named[] = [{ name: p, is: wide ? name(d.one(s.vectors)) : leaf(d, { ...s, vectors: [] }) }];
  if (d.odds(1, 3)) start.push({ name: q, is: formula(d, { ...s, vectors: [] }, 1) });
  const free = inputs.length > 0 && d.odds(2, 3) ? [inputs[0]!.name] : [];
  const flat: Scope = {
    scalars: [...(wide ? [] : [p]), ...start.slice(1).map((x) => x.name), ...s.scalars.slice(0, 1)],
    vectors: wide ? [p] : [],
    runs: [],
  };
  const observe = d.odds(1, 3) ? [{ name: `o${n}`, is: formula(d, flat, 1) }] : [];
  const seen: Scope = { ...flat, scalars: [...flat.scalars, ...observe.map((o) => o.name), 't', ...free] };
  const sums = d.odds(1, 4) ? [{ name: `s${n}`, is: d.odds(1, 2) ? square(leaf(d, seen)) : leaf(d, seen) }] : [];
  const steps = d.odds(1, 3) ? { steps: 1 + d.below(4) } : {};
  const base = { name: `run${n}`, start, observe, sums, ...steps };
  const inState = wide ? call('sum', d.odds(1, 2) ? square(name(p)) : name(p)) : name(p);
  if (d.odds(1, 3)) {
    const inner = d.one([
      inState,
      sign('*', num('1/2'), inState),
      start.length > 1 ? sign('*', inState, name(q)) : sign('+', inState, num(1)),
    ]);
    const loss = sign('/', square(sign('-', inner, leaf(d, { ...s, vectors: [] }))), num(d.one(['2', '4'])));
    const eta = free.length > 0 && d.odds(1, 2) ? name(free[0]!) : num(d.one(['1/2', '1/4', '1/8']));
    const kind = d.one(['heavyBall', 'nesterov'] as const);
    const momentum = d.odds(1, 3) ? { momentum: { kind, beta: num(d.one(['1/2', '1/4'])) } } : {};
    return { ...base, by: { loss, eta, ...momentum } };
  }
  const next = (old: Formula): Formula =>
    d.one([
      () => sign('*', num(d.one(['1/2', '2', '1/3'])), old),
      () => sign('-', old, num(d.one(['1', '1/2']))),
      () => sign('+', old, square(leaf(d, { ...seen, vectors: [] }))),
      () => sign('-', num('1/2'), old),
      () => sign('+', sign('*', num('1/2'), old), leaf(d, { ...seen, vectors: [] })),
      () => (free.length > 0 ? sign('+', old, name(free[0]!)) : square(old)),
      () => old,
      () => (wide ? old : leaf(d, { ...seen, vectors: [] })),
    ])();
  return { ...base, by: { step: start.map((x) => ({ name: x.name, is: next(name(x.name)) })) } };
}

function described(d: Draw): Described {
  const vectors = d.odds(1, 4) ? [variable(d, 'v', true), ...(d.odds(1, 2) ? [variable(d, 'w', true)] : [])] : [];
  const scalars = ['x', 'y', 'z'].slice(0, 1 + d.below(vectors.length > 0 ? 1 : 3)).map((n) => variable(d, n, false));
  const reals = [...scalars, ...vectors];
  const bare: Scope = { scalars: scalars.map((v) => v.name), vectors: vectors.map((v) => v.name), runs: [] };
  const defined = d.odds(1, 4) ? [{ name: 'def', is: formula(d, bare, 2) }] : [];
  const named: Scope = { ...bare, scalars: [...bare.scalars, ...defined.map((n) => n.name)] };
  const runs: RunOf[] = [];
  const inputs = d.odds(1, 4) ? [variable(d, 'g', false)] : [];
  if (d.odds(1, 2)) {
    runs.push(run(d, 0, named, inputs));
    if (d.odds(1, 4)) runs.push(run(d, 1, { ...named, runs: d.odds(1, 2) ? runs : [] }, inputs));
  }
  const scope: Scope = { ...named, runs };
  const parts = [part(d, scope, reals, inputs), ...(d.odds(1, 4) ? [part(d, scope, reals, inputs)] : [])];
  const assume = parts.flatMap((p) => p.assume);
  const conclude = parts.flatMap((p) => p.conclude);
  const spoilt = d.odds(1, 4) ? conclude.map((p) => missed(d, p)) : conclude;
  return { reals, inputs: runs.length > 0 ? inputs : [], defined, runs, assume, conclude: spoilt };
}

/** Draws of fast-check, as dice. */
export const claims: fc.Arbitrary<Described> = fc.gen().map((g) => {
  const below = (n: number): number => g(fc.nat, { max: n - 1 });
  const d: Draw = { below, one: (list) => list[below(list.length)]!, odds: (n, m) => below(m) < n };
  return described(d);
});
