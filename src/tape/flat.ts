/**
 * A tape on many boxes at once: straight-line code over flat arrays of lower and upper ends.
 *
 * Rigorous: + − × ÷ √ are rounded by fl(x ∓ (φ|x| + η)), at most the neighbour's neighbour of the exact end (Rump,
 * Zimmermann, Boldo, Melquiond 2009); NaN anywhere, and arguments that may lie outside a domain, send that box to
 * interval.ts, which decides what is defined. Elementary functions always go through interval.ts. Code is generated from
 * the tape alone; above LIMIT operations V8 would not optimise it, and every box goes to interval.ts. Nanoseconds an operation.
 */

import { type Column, read, write } from '../number/flat.ts';
import { interval as I, type Interval } from '../number/interval.ts';
import { evaluate, type Instruction, type Tape } from './tape.ts';

/** The outputs of the tape on the first n boxes. Outputs are none of the inputs. */
export type FlatCode = (inputs: readonly Column[], outputs: readonly Column[], n: number) => void;

const LIMIT = 600;
const PHI = '1.1102230246251568e-16';
const ETA = '5e-324';
const lower = (x: string): string => `${x}-(abs(${x})*${PHI}+${ETA})`;
const upper = (x: string): string => `${x}+(abs(${x})*${PHI}+${ETA})`;

interface Emitter {
  readonly lines: string[];
  readonly constants: Map<number, Interval>;
}

const sum = (k: string, a: string, b: string): string =>
  `s=l${a}+l${b};t=h${a}+h${b};l${k}=${lower('s')};h${k}=${upper('t')};`;
const difference = (k: string, a: string, b: string): string =>
  `s=l${a}-h${b};t=h${a}-l${b};l${k}=${lower('s')};h${k}=${upper('t')};`;
const spread = (k: string, op: string, a: string, b: string): string =>
  `p=l${a}${op}l${b};q=l${a}${op}h${b};r=h${a}${op}l${b};s=h${a}${op}h${b};` +
  `t=min(min(p,q),min(r,s));s=max(max(p,q),max(r,s));l${k}=${lower('t')};h${k}=${upper('s')};`;

/** c·x for one number c. */
function scaled(e: Emitter, k: string, c: number, x: string): string {
  const { lo } = e.constants.get(c)!;
  const [low, high] = lo >= 0 ? ['l', 'h'] : ['h', 'l'];
  return `s=l${c}*${low}${x};t=l${c}*${high}${x};l${k}=${lower('s')};h${k}=${upper('t')};`;
}
const isNumber = (e: Emitter, slot: number): boolean => {
  const c = e.constants.get(slot);
  return c !== undefined && c.lo === c.hi;
};

function emit(e: Emitter, i: Instruction, slot: number): void {
  const k = `${slot}`;
  const put = (line: string): void => void e.lines.push(line);
  if (i.op === 'const' || i.op === 'pi') {
    e.constants.set(slot, i.op === 'pi' ? I.pi() : I.rational(i.value));
    return;
  }
  const a = `${i.a}`;
  if (i.op === 'square') {
    put(
      `p=l${a}*l${a};q=h${a}*h${a};s=l${a}>0?p:h${a}<0?q:0*p;t=max(p,q);l${k}=max(0,${lower('s')});h${k}=${upper('t')};`,
    );
  } else if (i.op === 'binary' && (i.f === 'add' || i.f === 'sub' || i.f === 'mul' || i.f === 'div')) {
    const b = `${i.b}`;
    if (i.f === 'add') put(sum(k, a, b));
    else if (i.f === 'sub') put(difference(k, a, b));
    else if (i.f === 'div') put(`bad|=!(l${b}>0||h${b}<0);${spread(k, '/', a, b)}`);
    else if (isNumber(e, i.a)) put(scaled(e, k, i.a, b));
    else if (isNumber(e, i.b)) put(scaled(e, k, i.b, a));
    else put(spread(k, '*', a, b));
  } else if (i.op === 'unary' && i.f === 'neg') put(`l${k}=-h${a};h${k}=-l${a};`);
  else if (i.op === 'unary' && i.f === 'sqrt')
    put(`bad|=!(l${a}>=0);s=sqrt(l${a});t=sqrt(h${a});l${k}=max(0,${lower('s')});h${k}=${upper('t')};`);
  else if (i.op === 'binary')
    put(`v=call(${slot},l${a},h${a},l${i.b},h${i.b});l${k}=v.lo;h${k}=v.hi;bad|=v.defined!=='yes';`);
  else put(`v=call(${slot},l${a},h${a},0,0);l${k}=v.lo;h${k}=v.hi;bad|=v.defined!=='yes';`);
}

type Call = (slot: number, a: number, b: number, c: number, d: number) => Interval;
/** Instruction after instruction by interval.ts. */
function caller(t: Tape): Call {
  const of = (lo: number, hi: number): Interval => ({ lo, hi, defined: 'yes' });
  return (slot, a, b, c, d) => {
    const i = t.code[slot - t.inputs]!;
    if (!(a <= b)) return I.div(of(1, 1), of(0, 0));
    if (i.op === 'pow') return I.pow(of(a, b), i.n);
    if (i.op === 'power') return I.power(of(a, b), i.exponent);
    if (i.op === 'unary') return I[i.f](of(a, b));
    return (i as Extract<Instruction, { op: 'binary' }>).f === 'min'
      ? I.min(of(a, b), of(c, d))
      : I.max(of(a, b), of(c, d));
  };
}

/** Decides one box by interval.ts. */
const decided =
  (t: Tape) =>
  (inputs: readonly Column[], outputs: readonly Column[], i: number): void => {
    const values = evaluate(
      I,
      t,
      inputs.map((c) => read(c, i)),
    );
    for (const [k, v] of values.entries()) write(outputs[k]!, i, v!);
  };

function source(t: Tape): string {
  const e: Emitter = { lines: [], constants: new Map() };
  for (const [k, i] of t.code.entries()) emit(e, i, t.inputs + k);
  const inputs = Array.from({ length: t.inputs }, (_, k) => k);
  const named = [...inputs, ...t.code.map((_, k) => t.inputs + k).filter((k) => !e.constants.has(k))];
  const end = (x: number): string => (x === Infinity ? 'Infinity' : x === -Infinity ? '-Infinity' : `${x}`);
  return [
    '"use strict";const {abs,min,max,sqrt}=Math;',
    ...[...e.constants].map(([k, c]) => `const l${k}=${end(c.lo)},h${k}=${end(c.hi)};`),
    'return function(inputs,outputs,n){',
    ...inputs.map((k) => `const L${k}=inputs[${k}].lo,H${k}=inputs[${k}].hi,D${k}=inputs[${k}].defined;`),
    ...t.outputs.map((_, k) => `const X${k}=outputs[${k}].lo,Y${k}=outputs[${k}].hi,Z${k}=outputs[${k}].defined;`),
    'for(let i=0;i<n;i++){let p=0,q=0,r=0,s=0,t=0,v,bad=0;',
    ...(named.length > 0 ? [`let ${named.flatMap((k) => [`l${k}=0`, `h${k}=0`]).join(',')};`] : []),
    ...inputs.map((k) => `l${k}=L${k}[i];h${k}=H${k}[i];bad|=D${k}[i]!==0||!(l${k}<=h${k});`),
    ...e.lines,
    ...t.outputs.map((o) => `bad|=!(l${o}<=h${o});`),
    'if(bad){decide(inputs,outputs,i);continue;}',
    ...t.outputs.map((o, k) => `X${k}[i]=l${o};Y${k}[i]=h${o};Z${k}[i]=0;`),
    '}};',
  ].join('\n');
}

/** The tape as code over columns. */
export function flatCode(t: Tape): FlatCode {
  const decide = decided(t);
  if (t.code.length > LIMIT)
    return (inputs, outputs, n) => {
      for (let i = 0; i < n; i++) decide(inputs, outputs, i);
    };
  return new Function('decide', 'call', source(t))(decide, caller(t)) as FlatCode;
}
