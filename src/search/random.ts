/**
 * Random numbers by counter: block `n` of a claim and seed has a stream of its own, whoever asks for it and when.
 *
 * Philox 4×32-10 (Salmon, Moraes, Dror, Shaw 2011) on 32-bit integers. Not for cryptography. Some 20 ns a number.
 */

export interface Stream {
  /** A whole number 0 … 2³² − 1. */
  readonly next: () => number;
  /** A double in [0, 1), 53 bits. */
  readonly double: () => number;
  /** A whole number 0 … n − 1, for 1 ≤ n ≤ 2³². */
  readonly below: (n: number) => number;
  /** Mean 0, variance 1. */
  readonly normal: () => number;
}

export interface Key {
  /** Hexadecimal digits, or any text. */
  readonly hash: string;
  readonly seed: number;
  readonly block: number;
}

const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;

/** The upper 32 bits of a·b. */
function high(a: number, b: number): number {
  const al = a & 0xffff;
  const ah = a >>> 16;
  const bl = b & 0xffff;
  const bh = b >>> 16;
  const middle = ah * bl + ((al * bl) >>> 16);
  const lower = al * bh + (middle & 0xffff);
  return (ah * bh + Math.floor(middle / 65536) + Math.floor(lower / 65536)) >>> 0;
}

/** Ten rounds of Philox 4×32. */
export function philox(counter: Uint32Array, k0: number, k1: number, out: Uint32Array): void {
  let a = counter[0]!;
  let b = counter[1]!;
  let c = counter[2]!;
  let d = counter[3]!;
  let p = k0;
  let q = k1;
  for (let round = 0; round < 10; round++) {
    const above = (high(M1, c) ^ b ^ p) >>> 0;
    const below = (high(M0, a) ^ d ^ q) >>> 0;
    b = Math.imul(M1, c) >>> 0;
    d = Math.imul(M0, a) >>> 0;
    a = above;
    c = below;
    p = (p + W0) >>> 0;
    q = (q + W1) >>> 0;
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
}

/** FNV-1a with a final mix. */
function digest(text: string, salt: number): number {
  let h = (0x811c9dc5 ^ salt) >>> 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The stream of a key. Equal keys give equal streams; a seed is any whole number. */
export function stream(key: Key): Stream {
  const id = `${key.hash}/${key.seed}`;
  const [k0, k1] = [digest(id, 1), digest(id, 2)];
  const counter = Uint32Array.of(0, 0, key.block >>> 0, Math.floor(key.block / 2 ** 32));
  const words = new Uint32Array(4);
  let used = 4;
  const next = (): number => {
    if (used === 4) {
      philox(counter, k0, k1, words);
      counter[0] = counter[0]! + 1;
      if (counter[0] === 0) counter[1] = counter[1]! + 1;
      used = 0;
    }
    return words[used++]!;
  };
  return { next, double: doubles(next), below: wholes(next), normal: normals(doubles(next)) };
}

const doubles = (next: () => number) => (): number => {
  const top = next() >>> 5;
  return (top * 67108864 + (next() >>> 6)) / 9007199254740992;
};

const wholes =
  (next: () => number) =>
  (n: number): number => {
    const limit = 4294967296 - (4294967296 % n);
    let x = next();
    while (x >= limit) x = next();
    return x % n;
  };

/** Marsaglia's polar method; the second of a pair is kept. */
function normals(double: () => number): () => number {
  let kept = NaN;
  return () => {
    if (!Number.isNaN(kept)) {
      const k = kept;
      kept = NaN;
      return k;
    }
    for (;;) {
      const x = 2 * double() - 1;
      const y = 2 * double() - 1;
      const s = x * x + y * y;
      if (s === 0 || s >= 1) continue;
      const f = Math.sqrt((-2 * Math.log(s)) / s);
      kept = y * f;
      return x * f;
    }
  };
}
