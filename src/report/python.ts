/**
 * A point witness as a standalone Python script: the claim at that point computed again, without counterflow.
 *
 * Untrusted and independent: the script decides by itself whether every hypothesis holds and a conclusion fails, in exact
 * fractions, or in mpmath's intervals where there are roots, functions or long runs. Runs stay loops. Where no script is
 * possible a sentence says why.
 */
import { readingAt } from '../certify/point.ts';
import type { Coordinate } from '../claim/domains.ts';
import type { Declared, Instance, Said } from '../claim/instance.ts';
import { type ExactPoint, type ValueJson, valuesJson } from '../claim/point.ts';
import { compileInstance, fixedSteps, type Judge, type Program, type RunProgram } from '../claim/program.ts';
import type { PythonText } from '../claim/result.ts';
import type { Term } from '../expr/term.ts';
import { parseRational } from '../number/decimal.ts';
import { block, constant, type Style } from './python/formula.ts';
import { comment, Names, wrapped } from './python/names.ts';
import { prelude } from './python/prelude.ts';
import { type QuantizedText, quantizedText, unwritable } from './python/quantized.ts';
import { type RunText, runText, statesOf } from './python/runs.ts';

export interface ScriptInput {
  readonly id: string;
  readonly says: string;
  readonly instance: Instance;
  readonly program: Program;
  readonly point: ExactPoint;
  /** Of the certificate. */
  readonly bits: number;
  /** The failing conclusion has a side that is certainly undefined. */
  readonly undefinedSide: boolean;
  readonly version: string;
}

const WHY: { readonly [kind: string]: string } = {
  'flow limit': 'the limit of a flow is proved by its dual system, not computed.',
  'descent limit': 'the limit of a run is proved by a trapping ball, not computed.',
  least: 'a least norm is proved by a dual solution, not computed.',
  margin: 'a largest margin is proved by a dual solution, not computed.',
  eigenvalue: 'a largest eigenvalue is proved by the inertia of a matrix, not computed.',
};

function impossible(input: ScriptInput, style: Style): string | undefined {
  const { instance } = input;
  const finite = instance.finite ?? [];
  if (finite.length > 0 && style === 'intervals' && finite.every((q) => q.kind === 'quantized'))
    return unwritable(finite) ?? 'the verdict is about a quantized run whose step is not exact in fractions.';
  const kind = instance.solved?.[0]?.kind;
  if (kind !== undefined) return WHY[kind];
  if (finite.length === 0 && style === 'intervals' && tied(input))
    return 'an assumption holds with equality, which intervals can’t decide, and a conclusion is not rational.';
  return unwritable(finite);
}

/** The script is of one style: in intervals it can't decide an assumption that holds with equality. */
function tied({ program, point, bits }: ScriptInput): boolean {
  const r = readingAt(program, point, scriptBits(bits));
  return r?.assume.some((a) => a.truth === 'undecided') === true;
}
const scriptBits = (bits: number): number => Math.max(200, 2 * bits);

const EXACT: ReadonlySet<string> = new Set(['neg', 'abs']);
/** Exact fractions double in length with every step of a run. */
const FRACTION_STEPS = 5;

function styleOf(p: Program, steps: number): Style {
  const tapes = [p.top, ...p.runs.flatMap((r) => [r.start, r.step, r.body])];
  const inexact = tapes.some((t) =>
    t.code.some((i) => i.op === 'pi' || i.op === 'power' || (i.op === 'unary' && !EXACT.has(i.f))),
  );
  return inexact || steps > FRACTION_STEPS ? 'intervals' : 'fractions';
}

/** Everything that is asked of the emitters below. */
export interface Scope {
  readonly input: ScriptInput;
  readonly style: Style;
  readonly names: Names;
  readonly runs: ReadonlyMap<number, RunText>;
  readonly quantized: QuantizedText;
}

const pythonValue = (v: ValueJson): string =>
  typeof v === 'string' ? constant(parseRational(v)!, 'fractions') : `[${v.map(pythonValue).join(', ')}]`;

function witnessText({ input, names }: Scope): string {
  const values = valuesJson(input.instance, input.point);
  const lines = [...input.instance.reals, ...input.instance.inputs].map(
    (d) => `${names.global(d.name)} = ${pythonValue(values[d.name]!)}`,
  );
  return lines.map((l) => wrapped(l, '')).join('\n');
}

const ends = (c: Coordinate): string => {
  const step = c.step ? `, ${constant(c.step, 'fractions')}` : '';
  return `"${c.loOpen ? '(' : '['}", ${constant(c.lo, 'fractions')}, ${constant(c.hi, 'fractions')}, "${c.hiOpen ? ')' : ']'}"${step}`;
};
const ratio = ({ num, den }: { num: bigint; den: bigint }): string => (den === 1n ? `${num}` : `${num}/${den}`);
const intervalWords = (c: Coordinate): string =>
  `${c.loOpen ? '(' : '['}${ratio(c.lo)}, ${ratio(c.hi)}${c.hiOpen ? ')' : ']'}${c.step ? `, a multiple of ${ratio(c.step)} from its lower end` : ''}`;

const UNIT = '"[", Q(1), Q(1), "]"';
/** A domain as [what it says, the Python that decides it]. */
function domainCheck(d: Declared, x: string): readonly [string, string] {
  if (d.domain.form === 'entries')
    return [`${d.name} in ${intervalWords(d.domain.of)}`, `inside(${x}, ${ends(d.domain.of)})`];
  if (d.domain.form === 'unit') return [`${d.name} of length 1`, `inside(dot(${x}, ${x}), ${UNIT})`];
  const lengths =
    d.domain.form === 'orthogonal'
      ? `all(inside(dot(r, r), ${UNIT}) for r in ${x})`
      : `all(inside(dot(r, r), ${ends({ ...d.domain.of, lo: squared(d.domain.of.lo), hi: squared(d.domain.of.hi) })}) for r in ${x})`;
  const across = `all(dot(r, s) == 0 for i, r in enumerate(${x}) for s in ${x}[:i])`;
  return [`rows of ${d.name} orthogonal, their lengths as declared`, `${across} and ${lengths}`];
}
const squared = (q: { num: bigint; den: bigint }): { num: bigint; den: bigint } => ({
  num: q.num * q.num,
  den: q.den * q.den,
});

function domainsText({ input, names }: Scope): string {
  const { reals, inputs } = input.instance;
  const own = reals.map((d) => domainCheck(d, names.global(d.name)));
  const each = inputs.map((d): readonly [string, string] => {
    const [says, test] = domainCheck(d, 'x');
    return [`${says}, at every step`, `all(${test} for x in ${names.global(d.name)})`];
  });
  const rows = [...own, ...each].map(([says, test]) => `    (${JSON.stringify(says)}, ${test}),`);
  return rows.length === 0 ? 'domains = []' : `domains = [\n${rows.join('\n')}\n]`;
}

/** In intervals the values are enclosed after their domains have been checked exactly. */
function enclosed({ input, style, names }: Scope): string {
  const all = [...input.instance.reals, ...input.instance.inputs];
  if (style === 'fractions' || all.length === 0) return '';
  return all.map((d) => `${names.global(d.name)} = intervals(${names.global(d.name)})`).join('\n');
}

interface Atoms {
  readonly relations: readonly Term[];
  readonly known: ReadonlyMap<Term, string>;
}

const atomsOf = (j: Judge): readonly number[] =>
  j.kind === 'atom' ? [j.index] : j.kind === 'always' ? [] : j.parts.flatMap(atomsOf);

/** A statement without `always` as one Python expression, its sides written. */
function logic(j: Judge, sides: (index: number) => readonly [string, string], lazy: boolean): string {
  const go = (p: Judge): string => logic(p, sides, lazy);
  const by = lazy ? 'lambda: ' : '';
  switch (j.kind) {
    case 'atom': {
      const [a, b] = sides(j.index);
      const name = j.label.replace(/\s/g, '');
      return `relation(${JSON.stringify(name)}, ${by}${a}, "${j.relation}", ${by}${b})`;
    }
    case 'and':
    case 'or':
      return `${j.kind === 'and' ? 'every' : 'some'}(${j.parts.map(go).join(', ')})`;
    case 'implies':
      return `some(negation(${go(j.parts[0])}), ${go(j.parts[1])})`;
    case 'iff': {
      const [a, b] = j.parts.map(go) as [string, string];
      return `every(some(negation(${a}), ${b}), some(negation(${b}), ${a}))`;
    }
    case 'always':
      throw new TypeError('a statement about one moment is wanted, found always inside another');
  }
}

function body(s: Scope, j: Judge, { relations, known }: Atoms, first: readonly string[]): readonly string[] {
  const indices = [...new Set(atomsOf(j))];
  const terms = indices.flatMap((i) => [relations[2 * i]!, relations[2 * i + 1]!]);
  const lazy = s.input.undefinedSide;
  const local = s.names.local();
  const made = block(terms, known, s.style, () => local('s'), lazy);
  const at = (i: number): readonly [string, string] => {
    const k = 2 * indices.indexOf(i);
    return [made.values[k]!, made.values[k + 1]!];
  };
  return [...first, ...made.lines, `return ${logic(j, at, lazy)}`];
}

const define = (name: string, args: string, lines: readonly string[]): string =>
  [`def ${name}(${args}):`, ...lines.map((l) => wrapped(l, '    '))].join('\n');

/** Parts of a statement, each a function: what is said at the top, and what is said at every step of a run. */
function statementText(s: Scope, name: string, j: Judge): readonly string[] {
  if (j.kind === 'always') {
    const run = s.runs.get(j.run)!;
    const { first, known } = run.moment(j);
    const at = define(
      `${name}_at`,
      run.clock,
      body(s, j.body, { relations: s.input.program.runs[j.run]!.relations, known }, first),
    );
    return [at, define(name, '', [`return every_step(${name}_at, range(${run.times(j.stage)}))`])];
  }
  if (j.kind !== 'atom' && j.parts.some(hasAlways)) {
    const word = j.kind;
    const inner = j.parts.map((p, i) => statementText(s, `${name}_part_${i + 1}`, p));
    const call = (i: number): string => `${name}_part_${i + 1}()`;
    const all = j.parts.map((_, i) => call(i)).join(', ');
    const joined =
      word === 'implies'
        ? `some(negation(${call(0)}), ${call(1)})`
        : word === 'iff'
          ? `every(some(negation(${call(0)}), ${call(1)}), some(negation(${call(1)}), ${call(0)}))`
          : `${word === 'and' ? 'every' : 'some'}(${all})`;
    return [...inner.flat(), define(name, '', [`return ${joined}`])];
  }
  return [define(name, '', body(s, j, { relations: s.input.program.relations, known: topNames(s) }, []))];
}
const hasAlways = (j: Judge): boolean => j.kind === 'always' || (j.kind !== 'atom' && j.parts.some(hasAlways));

function topNames(s: Scope): ReadonlyMap<Term, string> {
  return new Map([...[...s.runs.values()].flatMap((r) => [...r.top]), ...s.quantized.answers, ...s.names.params()]);
}

function statementsText(s: Scope, kind: 'assumption' | 'conclusion'): readonly string[] {
  const judges = kind === 'assumption' ? s.input.program.assume : s.input.program.conclude;
  const said = kind === 'assumption' ? s.input.instance.assume : s.input.instance.conclude;
  const names = judges.map((_, i) => `${kind}_${i + 1}`);
  const functions = judges.flatMap((j, i) => {
    const [head, ...rest] = statementText(s, names[i]!, j);
    return [`${comment(said[i]!.text)}\n${head}`, ...rest];
  });
  const rows = names.map((n, i) => `    (${JSON.stringify(short(said[i]!))}, ${n}),`);
  const list = rows.length === 0 ? `${kind}s = []` : `${kind}s = [\n${rows.join('\n')}\n]`;
  return [...functions, list];
}
const short = ({ text }: Said): string => (text.length > 100 ? `${text.slice(0, 100)} …` : text).replace(/\s+/g, ' ');

function header({ input, style }: Scope): string {
  const { instance, id, says, version } = input;
  const sizes = Object.entries(instance.choice).map(([k, v]) => `${k} = ${v}`);
  const where = (instance.definitions ?? []).filter((d) => d.run === null).map((d) => `  ${d.name} = ${d.text}`);
  const written = instance.runs.flatMap((r) =>
    (r.written ?? []).map((w) => `  ${w.role === w.name ? w.role : `${w.role} ${w.name}`}: ${w.text}`),
  );
  const numbers =
    style === 'fractions'
      ? 'All numbers are exact fractions: nothing is rounded.'
      : "Every number is an interval of mpmath's (pip install mpmath), rounded outwards, that contains the exact value; a relation counts only if it holds, or fails, for all numbers of the two intervals. This rests on mpmath.";
  const lines = [
    `A counterexample to "${id}", checked without counterflow (which wrote this script, version ${version}).`,
    '',
    says,
    '',
    ...(sizes.length > 0 ? [`Sizes: ${sizes.join(', ')}.`] : []),
    ...(where.length > 0 ? ['Where', ...where] : []),
    ...(written.length > 0 ? ['Runs', ...written] : []),
    '',
    numbers,
    'Exit code 0: every hypothesis holds and a conclusion fails. Exit code 1: not confirmed.',
  ];
  return lines.map((l) => comment(l)).join('\n');
}

const section = (title: string, text: string): readonly string[] => (text === '' ? [] : [`# ${title}\n\n${text}`]);

function assembled(s: Scope): string {
  const runs = [...s.runs.values()].filter((r) => r.text !== '');
  const own = [
    ...section('The witness.', witnessText(s)),
    domainsText(s),
    enclosed(s),
    ...runs.map((r) => r.text),
    s.quantized.text,
    ...section('The hypotheses, then what is claimed.', statementsText(s, 'assumption').join('\n\n\n')),
    statementsText(s, 'conclusion').join('\n\n\n'),
    'sys.exit(verdict(domains, assumptions, conclusions))',
  ].filter((t) => t !== '');
  const text = own.join('\n\n\n');
  const { style, input } = s;
  const needs = {
    style,
    undefinedSide: input.undefinedSide,
    text,
    steps: /\bevery_step\(/.test(text),
    quantized: s.quantized.text !== '',
  };
  return `#!/usr/bin/env python3\n${header(s)}\n\n${prelude({ ...needs, bits: scriptBits(input.bits) })}\n\n\n${text}\n`;
}

/** Steps that each run is followed for. */
const horizonOf = (r: RunProgram, p: Program, x: ExactPoint): number =>
  r.node.steps ?? Math.max(x.horizon, p.assumedTo);

/** The script of a point witness, or why there is none. */
export function pythonScript(input: ScriptInput): PythonText {
  const { program, point } = input;
  const steps = Math.max(fixedSteps(program) ?? 0, ...program.runs.map((r) => horizonOf(r, program, point)), 0);
  const style = styleOf(program, steps);
  const why = impossible(input, style);
  if (why !== undefined) return { why };
  const names = new Names(input.instance);
  const used = statesOf(program, point);
  const runs = new Map(program.runs.map((r, i) => [i, runText(r, i, used[i]!, names, style, input.instance)] as const));
  const quantized = quantizedText(input.instance, program.relations, names);
  return { script: assembled({ input, style, names, runs, quantized }) };
}

/** The script of a witness that was decided at a point of a loaded claim. Throws on a formula it can't write. */
export function pythonOf(
  loaded: { readonly claim: { readonly id: string; readonly says: string }; readonly instances: readonly Instance[] },
  program: Program,
  point: ExactPoint,
  verdict: { readonly bits: number; readonly said: { readonly undefinedSide: boolean } },
  version: string,
): PythonText {
  const { choice } = program.instance;
  const instance = loaded.instances.find((i) => i.choice === choice) ?? program.instance;
  const { id, says } = loaded.claim;
  const { bits, said } = verdict;
  /** Of quantized runs the script finds the answers itself. */
  const whole = instance.finite?.length ? compileInstance(instance) : program;
  return pythonScript({ id, says, instance, program: whole, point, bits, undefinedSide: said.undefinedSide, version });
}
