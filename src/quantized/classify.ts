/**
 * Classification with fixed-point weights and inputs: the sign of a polynomial of them, zero included, exactly.
 *
 * Doubles where integer intervals prove that no intermediate value passes 2⁵³, else BigInt; an accumulator of given width
 * is proved wide enough or refused. Trusts integer.ts.
 */
import { ClaimError } from '../expr/error.ts';
import type { Term } from '../expr/term.ts';
import * as F from '../number/fixed.ts';
import * as Q from '../number/rational.ts';
import * as I from './integer.ts';
import type { State } from './map.ts';

export interface Classifier {
  /** In the order of the formats. */
  readonly names: readonly string[];
  /** −1, 0 or 1. */
  readonly sign: (values: State) => -1 | 0 | 1;
  readonly exact: (values: State) => -1 | 0 | 1;
  readonly fast: boolean;
  /** Bits of the accumulator that is wide enough for every input. */
  readonly bits: number;
}

const LIMIT = 1n << 53n;

function generated(c: I.IntegerCode, turn: number): (values: State) => -1 | 0 | 1 {
  const inputs = Array.from({ length: c.inputs }, (_, i) => `const x${i} = z[${i}];`);
  const body = c.code.map((i, k) => `const t${k} = ${I.sourceOf(i)};`);
  const result = `t${c.outputs[0]!.slot}`;
  const code = [...inputs, ...body, `return ${result} > 0 ? ${turn} : ${result} < 0 ? ${0 - turn} : 0;`];
  return new Function('z', `"use strict"; ${code.join('\n')}`) as (values: State) => -1 | 0 | 1;
}

/** The sign of `output` over variables with the given formats. Throws as compileInteger and requireRoom do. */
export function classifier(output: Term, formats: ReadonlyMap<string, F.Format>, accumulator?: number): Classifier {
  const names = [...formats.keys()];
  const all = [...formats.values()];
  if (names.length === 0) throw new ClaimError('at least one variable with a format', 'none');
  const meaning = new Map(
    names.map((n, index) => [n, { index, factor: Q.rational(1n, 1n << BigInt(all[index]!.fraction)) }] as const),
  );
  const code = I.compileInteger([output], meaning, names.length);
  const ranges = I.boundInteger(
    code,
    all.map((f) => F.range(BigInt(f.lo), BigInt(f.hi))),
  );
  const reach = ranges.reduce(F.hullRange);
  if (accumulator !== undefined) F.requireRoom(reach, accumulator);
  const turn = Q.sign(code.outputs[0]!.factor);
  const exact = (z: State): -1 | 0 | 1 => Q.sign(I.evaluateInteger(code, z)[0]!);
  const fast = F.magnitude(reach) <= LIMIT;
  return { names, exact, sign: fast ? generated(code, turn) : exact, fast, bits: F.bitsFor(reach) };
}
