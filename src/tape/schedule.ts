/**
 * The order of operations in which results are used soon: outputs that share a value stand next to each other, and what
 * only one of them needs is computed just before it. Values do not depend on the order. Linear.
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

/** Operations below the given ones, each after what it needs. */
function postorder(operations: readonly Operation[], roots: readonly number[]): readonly number[] {
  const done = new Uint8Array(operations.length);
  const order: number[] = [];
  const stack: number[] = [];
  for (const root of roots) {
    stack.push(root);
    while (stack.length > 0) {
      const k = stack.at(-1)!;
      const missing = done[k] ? undefined : operations[k]!.args.find((a) => a.kind === 'value' && !done[a.index]);
      if (missing?.kind === 'value') {
        stack.push(missing.index);
        continue;
      }
      stack.pop();
      if (!done[k]) order.push(k);
      done[k] = 1;
    }
  }
  return order;
}

/** The same operations in another order. */
export function scheduled(s: Straight): Straight {
  const key = keys(s);
  const outputs = s.outputs.map((_, i) => i).sort((a, b) => key[a]! - key[b]! || a - b);
  const roots = outputs.flatMap((i) => {
    const o = s.outputs[i]!;
    return o.kind === 'value' ? [o.index] : [];
  });
  const order = postorder(s.operations, roots);
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
