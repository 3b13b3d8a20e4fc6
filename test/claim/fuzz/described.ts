/**
 * Claims as plain descriptions, and the claims an author would write from them. The description is what `naive.ts` evaluates:
 * it has nothing of the engine's terms, programs or tapes.
 */
import { type Claim, claim } from '../../../src/claim/claim.ts';
import * as S from '../../../src/expr/statement.ts';
import { descent, type Expr, ex, heavyBall, integer, iterate, nesterov, real, vector } from '../../../src/index.ts';

export type Sign = '+' | '-' | '*' | '/';
export type Call = 'abs' | 'sqrt' | 'exp' | 'min' | 'max' | 'sum' | 'prod' | 'norm1' | 'normInf';
/** Names are reals, definitions, inputs; inside a run also its states, sums, observables, `loss`, `t`, and `next.…`. */
export type Formula =
  | { readonly is: 'number'; readonly value: string }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'at'; readonly run: string; readonly step: number; readonly name: string }
  | { readonly is: 'sign'; readonly sign: Sign; readonly args: readonly [Formula, Formula] }
  | { readonly is: 'power'; readonly of: Formula; readonly to: number }
  | { readonly is: 'call'; readonly call: Call; readonly args: readonly Formula[] };
export type Compare = '<' | '<=' | '>' | '>=' | '=' | '!=';
export type Saying =
  | { readonly is: 'chain'; readonly sides: readonly Formula[]; readonly by: readonly Compare[] }
  | { readonly is: 'and' | 'or'; readonly parts: readonly Saying[] }
  | { readonly is: 'implies' | 'iff'; readonly parts: readonly [Saying, Saying] }
  | { readonly is: 'always'; readonly run: string; readonly body: Saying };

export interface Variable {
  readonly name: string;
  readonly lo: number;
  readonly hi: number;
  /** Both ends are numbers over this. */
  readonly over: number;
  readonly loOpen: boolean;
  readonly hiOpen: boolean;
  readonly form: 'real' | 'log' | 'integer' | 'vector';
}
export interface Named {
  readonly name: string;
  readonly is: Formula;
}
export interface RunOf {
  readonly name: string;
  readonly start: readonly Named[];
  /** A map, or gradient descent on a loss of degree at most 4 in each state. */
  readonly by:
    | { readonly step: readonly Named[] }
    | {
        readonly loss: Formula;
        readonly eta: Formula;
        readonly momentum?: { readonly kind: 'heavyBall' | 'nesterov'; readonly beta: Formula };
      };
  readonly observe: readonly Named[];
  readonly sums: readonly Named[];
  readonly steps?: number;
}
export interface Described {
  readonly reals: readonly Variable[];
  readonly inputs: readonly Variable[];
  readonly defined: readonly Named[];
  readonly runs: readonly RunOf[];
  readonly assume: readonly Saying[];
  readonly conclude: readonly Saying[];
}

type Lookup = (name: string) => Expr;
interface Handle {
  readonly at: (k: number) => Record<string, Expr>;
  readonly always: (f: (m: Record<string, Expr>) => S.Statement) => S.Statement;
}
type Runs = { readonly [name: string]: Handle };

const template = (text: string): Expr => ex(Object.assign([text], { raw: [text] }) as unknown as TemplateStringsArray);
const SIGNED: { readonly [s in Sign]: (a: Expr, b: Expr) => Expr } = {
  '+': (a, b) => ex`${a} + ${b}`,
  '-': (a, b) => ex`${a} - ${b}`,
  '*': (a, b) => ex`${a}*${b}`,
  '/': (a, b) => ex`${a}/${b}`,
};
const CALLED: { readonly [c in Call]: (a: Expr, b: Expr | undefined) => Expr } = {
  abs: (a) => ex`abs(${a})`,
  sqrt: (a) => ex`sqrt(${a})`,
  exp: (a) => ex`exp(${a})`,
  min: (a, b) => (b ? ex`min(${a}, ${b})` : ex`min(${a})`),
  max: (a, b) => (b ? ex`max(${a}, ${b})` : ex`max(${a})`),
  sum: (a) => ex`sum(${a})`,
  prod: (a) => ex`prod(${a})`,
  norm1: (a) => ex`norm1(${a})`,
  normInf: (a) => ex`normInf(${a})`,
};

function formula(f: Formula, look: Lookup, runs: Runs): Expr {
  const go = (g: Formula): Expr => formula(g, look, runs);
  switch (f.is) {
    case 'number':
      return template(f.value);
    case 'name':
      return look(f.name);
    case 'at':
      return runs[f.run]!.at(f.step)[f.name]!;
    case 'sign':
      return SIGNED[f.sign](go(f.args[0]), go(f.args[1]));
    case 'power':
      return ex`${go(f.of)}^${f.to}`;
    case 'call':
      return CALLED[f.call](go(f.args[0]!), f.args[1] && go(f.args[1]));
  }
}

const COMPARED: { readonly [c in Compare]: (a: Expr, b: Expr) => S.Statement } = {
  '<': (a, b) => S.that`${a} < ${b}`,
  '<=': (a, b) => S.that`${a} <= ${b}`,
  '>': (a, b) => S.that`${a} > ${b}`,
  '>=': (a, b) => S.that`${a} >= ${b}`,
  '=': (a, b) => S.that`${a} = ${b}`,
  '!=': (a, b) => S.that`${a} != ${b}`,
};
/** A chain in one template. */
function chain(sides: readonly Expr[], by: readonly Compare[]): S.Statement {
  if (by.length === 1) return COMPARED[by[0]!](sides[0]!, sides[1]!);
  const texts = ['', ...by.map((c) => ` ${c} `), ''];
  return S.that(Object.assign(texts, { raw: texts }) as unknown as TemplateStringsArray, ...sides);
}

function saying(s: Saying, look: Lookup, runs: Runs): S.Statement {
  const go = (p: Saying): S.Statement => saying(p, look, runs);
  switch (s.is) {
    case 'chain':
      return chain(
        s.sides.map((f) => formula(f, look, runs)),
        s.by,
      );
    case 'and':
      return S.and(...s.parts.map(go));
    case 'or':
      return S.or(...s.parts.map(go));
    case 'implies':
      return S.implies(go(s.parts[0]), go(s.parts[1]));
    case 'iff':
      return S.iff(go(s.parts[0]), go(s.parts[1]));
    case 'always':
      return runs[s.run]!.always((m) => saying(s.body, within(m, look), runs));
  }
}

/** What a run has at a moment comes first. */
const within =
  (m: object, outer: Lookup): Lookup =>
  (name) => {
    const here = m as { readonly [name: string]: Expr } & { readonly next: { readonly [name: string]: Expr } };
    if (name.startsWith('next.')) return here.next[name.slice(5)]!;
    return name in m ? here[name]! : outer(name);
  };

function handle(r: RunOf, look: Lookup, runs: Runs): Handle {
  const record = (list: readonly Named[], at: Lookup): Record<string, Expr> =>
    Object.fromEntries(list.map(({ name, is }) => [name, formula(is, at, runs)]));
  const common = {
    start: record(r.start, look),
    ...(r.observe.length > 0 ? { observe: (m: object) => record(r.observe, within(m, look)) } : {}),
    ...(r.sums.length > 0 ? { sums: (m: object) => record(r.sums, within(m, look)) } : {}),
    ...(r.steps ? { steps: r.steps } : {}),
  };
  const { by } = r;
  if ('step' in by) {
    const step = (m: object) => record(by.step, within(m, look));
    return iterate({ ...common, step } as never) as unknown as Handle;
  }
  const momentum = by.momentum && {
    momentum: (by.momentum.kind === 'nesterov' ? nesterov : heavyBall)(formula(by.momentum.beta, look, runs)),
  };
  const loss = (m: object) => formula(by.loss, within(m, look), runs);
  const eta = (m: object) => formula(by.eta, within(m, look), runs);
  return descent({ ...common, loss, eta, ...momentum } as never) as unknown as Handle;
}

function domain(v: Variable) {
  const end = (n: number): string => `${n}/${v.over}`;
  const text = `${v.loOpen ? '(' : '['}${end(v.lo)}, ${end(v.hi)}${v.hiOpen ? ')' : ']'}`;
  if (v.form === 'integer') return integer(v.lo as never, v.hi as never);
  if (v.form === 'vector') return vector(2, text as never);
  return real(text as never, v.form === 'log' ? { scale: 'log' } : {});
}

/** The claim of a description. */
export function claimOf(d: Described, id = 'test/fuzz'): Claim {
  const declared = (list: readonly Variable[]) => Object.fromEntries(list.map((v) => [v.name, domain(v)]));
  const lookup =
    (all: object): Lookup =>
    (name) =>
      (all as { readonly [name: string]: Expr })[name]!;
  const said = (list: readonly Saying[]) => (all: object) => list.map((s) => saying(s, lookup(all), all as Runs));
  const where = (free: object): object => {
    const all: { [name: string]: unknown } = { ...free };
    const made: { [name: string]: unknown } = {};
    const put = (name: string, x: unknown): void => {
      all[name] = x;
      made[name] = x;
    };
    for (const n of d.defined) put(n.name, formula(n.is, lookup(all), all as Runs));
    for (const r of d.runs) put(r.name, handle(r, lookup(all), all as Runs));
    return made;
  };
  return claim(id, {
    says: 'For tests.',
    status: 'conjecture',
    reals: declared(d.reals),
    ...(d.inputs.length > 0 ? { inputs: declared(d.inputs) } : {}),
    where,
    ...(d.assume.length > 0 ? { assume: said(d.assume) } : {}),
    conclude: said(d.conclude),
  } as never) as unknown as Claim;
}
