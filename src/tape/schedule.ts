/**
 * The order of operations in which results are used soon: outputs that share a value stand next to each other, and what
 * only one of them needs is computed just before it; of some orders the one in which fewest values wait in memory.
 * Values do not depend on the order. Linear.
 */
import type { Operation, Source, Straight } from './straight.ts';

/** How often each operation is used. */
function uses(s: Straight): Int32Array {
  const count = new Int32Array(s.operations.length);
  const use = (x: Source): void => {
    if (x.kind === 'value') count[x.index]!++;
  };
  for (const o of s.operations) o.args.forEach(use);
  s.outputs.forEach(use);
  return count;
}

/** The latest shared value each output rests on. */
function keys(s: Straight): readonly number[] {
  const count = uses(s);
  const shared = new Int32Array(s.operations.length);
  s.operations.forEach((o, k) => {
    let latest = -1;
    for (const a of o.args)
      if (a.kind === 'value') latest = Math.max(latest, count[a.index]! > 1 ? a.index : shared[a.index]!);
    shared[k] = latest;
  });
  return s.outputs.map((o) => (o.kind === 'value' ? shared[o.index]! : -1));
}

/** Goes on with what a value is used for at once where it has at most this many uses. */
const EAGER = [1, 4, 8] as const;

class Order {
  readonly order: number[] = [];
  readonly #operations: readonly Operation[];
  readonly #done: Uint8Array;
  /** Arguments of each operation that are not computed. */
  readonly #missing: Int32Array;
  readonly #users: readonly number[][];
  readonly #eager: number;

  constructor(operations: readonly Operation[], eager: number) {
    this.#operations = operations;
    this.#eager = eager;
    this.#done = new Uint8Array(operations.length);
    this.#missing = new Int32Array(operations.length);
    this.#users = operations.map(() => []);
    operations.forEach((o, k) => {
      for (const a of new Set(values(o))) {
        this.#users[a]!.push(k);
        this.#missing[k]!++;
      }
    });
  }
  /** Computes a value and first what it rests on. */
  demand(root: number): void {
    const stack = [root];
    while (stack.length > 0) {
      const k = stack.at(-1)!;
      const missing = this.#done[k] ? undefined : values(this.#operations[k]!).find((a) => !this.#done[a]);
      if (missing !== undefined) stack.push(missing);
      else this.#finish(stack.pop()!);
    }
  }
  #finish(first: number): void {
    const stack = [first];
    for (let k = stack.pop(); k !== undefined; k = stack.pop()) {
      if (this.#done[k]) continue;
      this.#done[k] = 1;
      this.order.push(k);
      const users = this.#users[k]!;
      for (const u of users) this.#missing[u]!--;
      if (users.length > this.#eager) continue;
      for (let i = users.length - 1; i >= 0; i--) if (this.#missing[users[i]!] === 0) stack.push(users[i]!);
    }
  }
}

const values = (o: Operation): number[] => o.args.flatMap((a) => (a.kind === 'value' ? [a.index] : []));

/** By how much values that wait for their use exceed the registers, summed over the operations. */
function excess(s: Straight, order: readonly number[]): number {
  const left = new Int32Array(s.operations.length);
  for (const o of s.operations) for (const a of values(o)) left[a]!++;
  let [live, sum] = [0, 0];
  for (const k of order) {
    if (left[k]! > 0) live++;
    for (const a of values(s.operations[k]!)) if (--left[a]! === 0) live--;
    sum += Math.max(0, live - REGISTERS);
  }
  return sum;
}
const REGISTERS = 12;

/** The order of least excess. */
function bestOrder(s: Straight, roots: readonly number[]): readonly number[] {
  let [best, least] = [[] as readonly number[], Infinity];
  for (const eager of EAGER) {
    const o = new Order(s.operations, eager);
    for (const r of roots) o.demand(r);
    const cost = excess(s, o.order);
    if (cost < least) [best, least] = [o.order, cost];
  }
  return best;
}

/** The same operations in another order. */
export function scheduled(s: Straight): Straight {
  const key = keys(s);
  const outputs = s.outputs.map((_, i) => i).sort((a, b) => key[a]! - key[b]! || a - b);
  const roots = outputs.flatMap((i) => {
    const o = s.outputs[i]!;
    return o.kind === 'value' ? [o.index] : [];
  });
  const order = bestOrder(s, roots);
  const index = new Int32Array(s.operations.length);
  order.forEach((k, i) => {
    index[k] = i;
  });
  const moved = (x: Source): Source => (x.kind === 'value' ? { kind: 'value', index: index[x.index]! } : x);
  const operations = order.map((k): Operation => {
    const o = s.operations[k]!;
    return { ...o, args: o.args.map(moved) } as unknown as Operation;
  });
  return { operations, outputs: s.outputs.map(moved) };
}
