/**
 * Identities of the library hold exactly: rational points, two steps, exact rational arithmetic. Where a formula leaves the
 * rationals (roots, exponentials) the point says nothing and is counted.
 */
import { describe, expect, it } from 'vitest';
import { coordinates, values } from '../src/claim/domains.ts';
import type { Declared, Instance } from '../src/claim/instance.ts';
import { judge } from '../src/claim/judge.ts';
import { compileInstance, type Judge, type Program } from '../src/claim/program.ts';
import { findClaims } from '../src/find.ts';
import { loadClaim } from '../src/load.ts';
import { type Exact, exact } from '../src/number/exact.ts';
import * as Q from '../src/number/rational.ts';
import { type Draw, draws } from '../test/tape/random-terms.ts';

const identity = (j: Judge): boolean =>
  j.kind === 'atom'
    ? j.relation === '='
    : j.kind === 'always'
      ? identity(j.body)
      : j.kind === 'and' && j.parts.every(identity);

function entries(list: readonly Declared[], draw: Draw): readonly Exact[] {
  return list.flatMap((d) => {
    const x = coordinates(d.domain, d.shape).map((c) => {
      const k = Q.rational(1 + Math.floor(draw(7)), 8);
      const steps = c.step ? Math.floor(draw(Number(Q.div(Q.sub(c.hi, c.lo), c.step).num) + 1)) : 0;
      return exact.rational(
        c.step ? Q.add(c.lo, Q.mul(c.step, Q.rational(steps))) : Q.add(c.lo, Q.mul(k, Q.sub(c.hi, c.lo))),
      );
    });
    return values(exact, d.domain, d.shape, x);
  });
}

interface Count {
  yes: number;
  no: number;
  silent: number;
}

function tryPoint(p: Program, i: Instance, draw: Draw, count: Count): void {
  const inputs = [entries(i.inputs, draw), entries(i.inputs, draw)];
  const r = judge(exact, p, { params: entries(i.reals, draw), inputs: (k) => inputs[k] ?? [], horizon: 2 });
  if (r.assume.some((a) => a.truth !== 'yes')) return;
  p.conclude.forEach((j, k) => {
    const { truth } = r.conclude[k]!;
    if (identity(j)) count[truth === 'undecided' ? 'silent' : truth]++;
  });
}

const { files } = await findClaims(['theorems']);

describe('identities', () => {
  const total: Count = { yes: 0, no: 0, silent: 0 };
  for (const file of files)
    it(file, async () => {
      const { claim, instances } = await loadClaim(file);
      if (claim.status === 'refuted') return;
      const count: Count = { yes: 0, no: 0, silent: 0 };
      for (const i of instances.slice(0, 4)) {
        const p = compileInstance(i);
        if (!p.conclude.some(identity)) continue;
        for (let k = 0; k < 10; k++) tryPoint(p, i, draws(k + 1), count);
      }
      expect(count.no).toBe(0);
      total.yes += count.yes;
    }, 60_000);
  it('are really decided, many of them', () => {
    expect(total.yes).toBeGreaterThan(300);
  });
});
