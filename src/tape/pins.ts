/**
 * Which values V8 has to be told to compute now, so that straight code stays within the registers.
 *
 * V8 (TurboFan) keeps loads, stores and calls in their order and puts arithmetic as late as it can: breadth first, from the
 * end backwards. So it would load much long before its use. Storing a value where nobody reads it pins its computation. What
 * V8 does is imitated here, and a value is pinned where too many would be live. Affects speed only. Linear.
 */

/** What code does, in order. `args` are places in the list of items. Loads, stores and calls keep their order. */
export interface Item {
  readonly kind: 'load' | 'store' | 'call' | 'operation';
  readonly args: readonly number[];
}

/** Vector registers of x64, but for V8's own and those of the operation at hand. */
const REGISTERS = 12;
/** A value of that many uses is pinned: else the chains behind many such values would go on side by side. */
const SHARED = 5;

class Backwards {
  readonly #items: readonly Item[];
  /** Uses as a value that are not placed yet. */
  readonly #uses: Int32Array;
  /** The item of fixed order before each item, −1 where none. */
  readonly #before: Int32Array;
  readonly #live: Uint8Array;
  /** Of items of fixed order: what follows is placed. */
  readonly #reached: Uint8Array;
  /** Pinned operations behind an item of fixed order whose store is not placed. */
  readonly #pending = new Map<number, number[]>();
  /** Items, and −1 − k for the store of the pinned item k. */
  readonly #queue: number[] = [];
  readonly #stored = new Set<number>();
  #count = 0;
  readonly pinned = new Set<number>();

  constructor(items: readonly Item[]) {
    this.#items = items;
    this.#uses = new Int32Array(items.length);
    this.#before = new Int32Array(items.length);
    this.#live = new Uint8Array(items.length);
    this.#reached = new Uint8Array(items.length);
    let last = -1;
    items.forEach((x, k) => {
      for (const a of x.args) this.#uses[a]!++;
      this.#before[k] = last;
      if (x.kind !== 'operation') last = k;
    });
    items.forEach((x, k) => {
      if (x.kind === 'operation' && this.#uses[k]! >= SHARED) this.#hold(k);
    });
    this.#reach(last);
  }

  run(): ReadonlySet<number> {
    for (let at = 0; at < this.#queue.length; at++) {
      const k = this.#queue[at]!;
      if (k < 0) this.#store(-1 - k);
      else if (this.#mustWait(k)) this.#pin(k);
      else if (!this.#pending.get(k)?.length) this.#place(k);
    }
    return this.pinned;
  }
  #mustWait(k: number): boolean {
    const { kind, args } = this.#items[k]!;
    if (kind !== 'operation' || this.pinned.has(k)) return false;
    const fresh = new Set(args.filter((a) => !this.#live[a])).size;
    return fresh > 1 && this.#count - 1 + fresh > REGISTERS;
  }
  #hold(k: number): void {
    this.pinned.add(k);
    const before = this.#before[k]!;
    const list = this.#pending.get(before);
    if (list) list.push(k);
    else this.#pending.set(before, [k]);
  }
  #pin(k: number): void {
    this.#hold(k);
    const before = this.#before[k]!;
    if (before < 0 || this.#reached[before]) this.#advance(before);
  }
  /** What may be placed just behind or at an item of fixed order whose followers are placed. */
  #advance(k: number): void {
    const pinned = this.#pending.get(k);
    if (pinned?.length) this.#queue.push(-1 - pinned.pop()!);
    else if (k >= 0 && this.#uses[k] === 0) this.#queue.push(k);
  }
  #reach(k: number): void {
    if (k < 0) return;
    this.#reached[k] = 1;
    this.#advance(k);
  }
  #store(k: number): void {
    this.#stored.add(k);
    if (this.#uses[k] === 0) this.#queue.push(k);
    this.#advance(this.#before[k]!);
  }
  #ready(k: number): boolean {
    if (this.#items[k]!.kind === 'operation') return !this.pinned.has(k) || this.#stored.has(k);
    return this.#reached[k] === 1;
  }
  #place(k: number): void {
    const { kind, args } = this.#items[k]!;
    if (this.#live[k]) this.#count--;
    for (const a of args) {
      if (!this.#live[a]) this.#count++;
      this.#live[a] = 1;
      this.#uses[a]!--;
      if (this.#uses[a] === 0 && this.#ready(a)) this.#queue.push(a);
    }
    if (kind !== 'operation') this.#reach(this.#before[k]!);
  }
}

/** The operations to pin. */
export const pins = (items: readonly Item[]): ReadonlySet<number> => new Backwards(items).run();
