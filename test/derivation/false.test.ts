/**
 * What is false can't be proved: the library's refuted claims (at the sizes of their witnesses, where committed); and proved claims with one
 * sign or factor changed, or turned around, under the derivation of the true one.
 */
import { expect, it } from 'vitest';
import type { Instance, Said } from '../../src/claim/instance.ts';
import { proveInstance } from '../../src/claim/replay.ts';
import type { Logic } from '../../src/expr/statement.ts';
import * as T from '../../src/expr/term.ts';
import { files, load, refutedInstances } from './library.ts';

const MINUTES = 60_000;
const REFUTED = await files(['refuted'], 4);
const PROVED = await files(['theorem'], 6);

/** Why one of the sizes is not proved. */
function unproved(instances: readonly Instance[]): string | undefined {
  for (const i of instances) {
    const proof = proveInstance(i);
    if (typeof proof === 'string') return proof;
  }
  return undefined;
}
it('refuted claims are not proved', { timeout: 10 * MINUTES }, async () => {
  const [stated, proved]: [string[], string[]] = [[], []];
  for (const file of REFUTED) {
    const why = unproved(refutedInstances(await load(file), file));
    if (why === undefined) proved.push(file);
    else if (!why.startsWith('not stated')) stated.push(file);
  }
  expect(proved).toEqual([]);
  expect(stated.length).toBeGreaterThanOrEqual(25);
});

type Relation = Extract<Logic, { readonly kind: 'relation' }>;
type Change = (p: Relation) => Relation | undefined;
const changed = (p: Relation, relation: Relation['relation'], lhs: T.Term, rhs: T.Term): Relation => ({
  ...p,
  relation,
  lhs,
  rhs,
});
const isZero = (t: T.Term): boolean => t.op === 'num' && t.value!.num === 0n;
/** Each is false wherever the statement is true and its right side is not 0. */
const CHANGES: { readonly [name: string]: Change } = {
  sign: (p) => (p.relation === '=' && !isZero(p.rhs) ? changed(p, '=', p.lhs, T.neg(p.rhs)) : undefined),
  'factor 2': (p) =>
    p.relation === '=' && !isZero(p.rhs) ? changed(p, '=', p.lhs, T.mul(T.whole(2), p.rhs)) : undefined,
  'turned around': (p) => (p.relation === '<=' || p.relation === '<' ? changed(p, '<', p.rhs, p.lhs) : undefined),
  'off by one': (p) => (p.relation === '=' ? changed(p, '=', p.lhs, T.add(p.rhs, T.whole(1))) : undefined),
};

/** The logic with its first relation changed. */
function altered(l: Logic, change: Change): Logic | undefined {
  if (l.kind === 'relation') return change(l);
  if (l.kind === 'always') {
    const body = altered(l.body, change);
    return body && { ...l, body };
  }
  if (l.kind !== 'and' && l.kind !== 'implies') return undefined;
  const at = l.kind === 'and' ? 0 : 1;
  const part = altered(l.parts[at]!, change);
  return part && ({ ...l, parts: l.parts.map((p, i) => (i === at ? part : p)) } as Logic);
}
function variant(i: Instance, change: Change): Instance | undefined {
  const [first, ...rest] = i.conclude as readonly [Said, ...Said[]];
  const logic = altered(first.logic, change);
  return logic && { ...i, conclude: [{ ...first, logic }, ...rest] };
}

it(
  'proved claims with one error are not proved',
  async () => {
    const [tried, proved]: [string[], string[]] = [[], []];
    for (const file of PROVED) {
      const [instance] = (await load(file)).instances;
      const variants = Object.entries(CHANGES).flatMap(([name, change]) => {
        const v = variant(instance!, change);
        return v ? [[`${file}: ${name}`, v] as const] : [];
      });
      if (variants.length === 0 || typeof proveInstance(instance!) === 'string') continue;
      for (const [name, v] of variants) {
        tried.push(name);
        if (typeof proveInstance(v) !== 'string') proved.push(name);
      }
    }
    expect(proved).toEqual([]);
    expect(tried.length).toBeGreaterThanOrEqual(25);
  },
  10 * MINUTES,
);
