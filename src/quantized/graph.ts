/**
 * The whole functional graph of a quantized map: the successor of every state, every cycle, the basin each state falls
 * into, and (asked for) its depth, the number of steps to the cycle.
 *
 * Successors come from generated loops over the coordinates, with what does not depend on the inner ones computed once;
 * otherwise the exact step is run on every state. Walks resolve the table in place, one cache line a state, so the
 * successors are gone afterwards and the step tells them again. Memory is stated before any is taken: 12 bytes a state
 * (8 of them touched, and 4 times the longest walk), 16 with depths. Time: about 15 ns a state, most of it the memory's.
 */
import { ClaimError } from '../expr/error.ts';
import * as I from './integer.ts';
import * as M from './map.ts';
import * as W from './walk.ts';

export interface GraphOptions {
  readonly depths?: boolean;
  /** Bytes that may be taken; 1 GiB unless told. More needed is an error that states how much. */
  readonly memory?: number;
  /** Told the number of states and bytes before they are taken. */
  readonly announce?: (states: number, bytes: number) => void;
}

export interface Graph {
  readonly states: number;
  readonly bytes: number;
  /** ~(index of the state that names its cycle), for every state: negative numbers. */
  readonly label: Int32Array;
  /** At the state that names a cycle: the number of states that end on it, itself included; 0 elsewhere. */
  readonly basin: Uint32Array;
  /** Steps to the cycle; 0 on it. */
  readonly depth: Uint32Array | undefined;
  readonly cycles: number;
  /** How many cycles of each period there are. */
  readonly periods: ReadonlyMap<number, number>;
  readonly longestTail: number | undefined;
  readonly successor: (index: number) => number;
}

const GIB = 2 ** 30;

export const stateCount = (p: M.Prepared): number => p.coordinates.reduce((n, c) => n * (c.hi - c.lo + 1), 1);

/** Bytes that a graph of that many states takes. */
export const graphBytes = (states: number, depths = false): number => states * 4 * (depths ? 4 : 3);

/** Phase outermost, then the coordinates in order, the last one innermost. */
export function stateIndex(p: M.Prepared, z: M.State): number {
  const d = p.spec.states.length;
  let index = p.phases.length > 1 ? z[d]! : 0;
  for (let i = 0; i < d; i++) {
    const { lo, hi } = p.coordinates[i]!;
    index = index * (hi - lo + 1) + (z[i]! - lo);
  }
  return index;
}

export function stateOf(p: M.Prepared, index: number): M.State {
  const d = p.spec.states.length;
  const z = new Array<number>(p.coordinates.length);
  let rest = index;
  for (let i = d - 1; i >= 0; i--) {
    const { lo, hi } = p.coordinates[i]!;
    const size = hi - lo + 1;
    z[i] = (rest % size) + lo;
    rest = Math.floor(rest / size);
  }
  if (p.phases.length > 1) z[d] = rest;
  return z;
}

/** The innermost coordinate each slot depends on; −1 for constants. */
function levels(code: I.IntegerCode): readonly number[] {
  const level: number[] = [];
  for (const i of code.code)
    level.push(
      i.kind === 'input' ? i.index : i.kind === 'constant' ? -1 : Math.max(level[i.a]!, 'b' in i ? level[i.b]! : -1),
    );
  return level;
}

/** Loops that write the successors of one phase into s, from index k on. */
function loopSource(map: M.QuantizedMap, phase: number): string {
  const { code, fractions } = map.phases[phase]!;
  const level = levels(code);
  const d = map.spec.states.length;
  const { lo, hi } = map.spec.format;
  const at = (l: number): string =>
    code.code.flatMap((i, k) => (level[k] === l ? [`const t${k} = ${I.sourceOf(i)};`] : [])).join(' ');
  const open = Array.from({ length: d }, (_, l) => `for (let x${l} = ${lo}; x${l} <= ${hi}; x${l}++) { ${at(l)}`);
  const body = fractions.map((f, i) => M.coordinateSource(map, f, i, map.rounding)).join('\n');
  const size = hi - lo + 1;
  const start = ((phase + 1) % map.phases.length) * size ** d;
  const index = Array.from({ length: d }, (_, i) => `(y${i} + ${-lo}) * ${size ** (d - 1 - i)}`).join(' + ');
  return `{ ${at(-1)} ${open.join('\n')}\n${body}\ns[k++] = ${start} + ${index};\n${'}'.repeat(d)} }`;
}

function fillFast(map: M.QuantizedMap, s: Int32Array): void {
  const source = map.phases.map((_, k) => loopSource(map, k)).join('\n');
  (new Function('s', `"use strict"; let k = 0;\n${source}`) as (s: Int32Array) => void)(s);
}

function fillSlowly(map: M.QuantizedMap, s: Int32Array): void {
  for (let i = 0; i < s.length; i++) s[i] = stateIndex(map, map.exact(stateOf(map, i)));
}

/** Writes the index of the successor of every state. */
export const successors = (map: M.QuantizedMap, table: Int32Array): void =>
  (map.fast ? fillFast : fillSlowly)(map, table);

/** Marks what is on the stack; no state has this label. */
const WALKING = -(2 ** 31);

export interface Resolved {
  readonly basin: Uint32Array;
  readonly depth: Uint32Array | undefined;
  readonly periods: Map<number, number>;
}

/**
 * Turns successors (≥ 0) into labels (< 0) in place: from each state not yet resolved, walks to known ground or back into
 * its own walk, then unwinds the stack.
 */
export function resolve(s: Int32Array, depths: boolean): Resolved {
  const basin = new Uint32Array(s.length);
  const depth = depths ? new Uint32Array(s.length) : undefined;
  const periods = new Map<number, number>();
  let stack = new Int32Array(1 << 12);
  for (let i = 0; i < s.length; i++) {
    let next = s[i]!;
    if (next < 0) continue;
    let j = i;
    let top = 0;
    do {
      if (top === stack.length) stack = grown(stack);
      stack[top++] = j;
      s[j] = WALKING;
      j = next;
      next = s[j]!;
    } while (next >= 0);
    if (next === WALKING) {
      const period = top - stack.lastIndexOf(j, top - 1);
      periods.set(period, (periods.get(period) ?? 0) + 1);
      next = ~j;
      for (let k = 0; k < period; k++) s[stack[--top]!] = next;
      basin[j]! += period;
    }
    basin[~next]! += top;
    if (depth) unwindDepths(stack, top, depth, depth[j]!);
    while (top > 0) s[stack[--top]!] = next;
  }
  return { basin, depth, periods };
}

function grown(stack: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * stack.length);
  larger.set(stack);
  return larger;
}

function unwindDepths(stack: Int32Array, top: number, depth: Uint32Array, ground: number): void {
  for (let k = top - 1, d = ground + 1; k >= 0; k--, d++) depth[stack[k]!] = d;
}

const longest = (depth: Uint32Array): number => {
  let most = 0;
  for (let i = 0; i < depth.length; i++) if (depth[i]! > most) most = depth[i]!;
  return most;
};

function walked(states: number, fill: (table: Int32Array) => void): Resolved & { readonly table: Int32Array } {
  const memory = W.walkMemory(states);
  fill(memory.table);
  return { ...memory, periods: W.walkAll(memory), depth: undefined };
}
function resolved(states: number, fill: (table: Int32Array) => void): Resolved & { readonly table: Int32Array } {
  const table = new Int32Array(states);
  fill(table);
  return { table, ...resolve(table, true) };
}

/** The whole graph. Throws ClaimError when the space or the memory it takes is larger than allowed. */
export function graph(map: M.QuantizedMap, { depths = false, memory = GIB, announce }: GraphOptions = {}): Graph {
  const states = stateCount(map);
  const bytes = graphBytes(states, depths);
  if (states > W.MOST_STATES) throw new ClaimError(`a space of at most ${W.MOST_STATES} states`, `${states}`);
  if (bytes > memory) throw new ClaimError(`at most ${memory} bytes for the graph`, `${bytes} for ${states} states`);
  announce?.(states, bytes);
  const fill = (table: Int32Array): void => successors(map, table);
  const { table, basin, depth, periods } = (depths ? resolved : walked)(states, fill);
  const cycles = [...periods.values()].reduce((a, b) => a + b, 0);
  const longestTail = depth && longest(depth);
  const successor = (index: number): number => stateIndex(map, map.step(stateOf(map, index)));
  return { states, bytes, label: table, basin, depth, cycles, periods, longestTail, successor };
}

export interface GraphCycle {
  /** Index of the state that names it. */
  readonly entry: number;
  readonly period: number;
  readonly basin: number;
}
/** Every cycle, by increasing index of its naming state. */
export function* cycles(g: Graph): Generator<GraphCycle> {
  for (let i = 0; i < g.states; i++)
    if (g.basin[i] !== 0) yield { entry: i, period: cycleStates(g, i).length, basin: g.basin[i]! };
}
/** The indices on a cycle, from its naming state on. */
export function cycleStates(g: Graph, entry: number): readonly number[] {
  const all = [entry];
  for (let j = g.successor(entry); j !== entry; j = g.successor(j)) all.push(j);
  return all;
}
/** The state that names the cycle on which a state ends. */
export const cycleOf = (g: Graph, index: number): number => ~g.label[index]!;
