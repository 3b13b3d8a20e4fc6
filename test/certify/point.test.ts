/** One exact point: what one number system has decided is kept while another decides the rest. */
import { describe, expect, it } from 'vitest';
import { certifyPoint } from '../../src/certify/point.ts';
import { type Claim, claim } from '../../src/claim/claim.ts';
import { real } from '../../src/claim/domains.ts';
import { adoptInstance } from '../../src/claim/instance.ts';
import { pointFromJson } from '../../src/claim/point.ts';
import { compileInstance } from '../../src/claim/program.ts';
import type { Expr } from '../../src/expr/expr.ts';
import { type Statement, that } from '../../src/expr/statement.ts';
import { pointTables } from '../../src/report/points.ts';
import { pythonOf } from '../../src/report/python.ts';

type Says = (v: { x: Expr }) => Statement | readonly Statement[];
function at(x: string, assume: Says, conclude: Says) {
  const c = claim('test/point', {
    says: 'A test.',
    status: 'conjecture',
    reals: { x: real('[0, 1]') },
    assume,
    conclude,
  } as never) as unknown as Claim;
  const program = compileInstance(adoptInstance(c.instantiate(c.choices()[0]!)));
  const point = pointFromJson(program.instance, { x }, 0);
  return { program, point, verdict: certifyPoint(program, point) };
}
const TIE: Says = ({ x }) => that`3*${x} <= 1`;

describe('a tie of an assumption beside a conclusion that is no rational', () => {
  it('is refuted where the conclusion fails, holds where it holds', () => {
    const fails = at('1/3', TIE, ({ x }) => that`exp(${x}) <= 13/10`);
    expect(fails.verdict).toMatchObject({ kind: 'refuted', certificate: 'interval', bits: 53 });
    const table = pointTables(fails.program, fails.point, 0, 53, new Map());
    expect(table.assume[0]).toMatchObject({ truth: 'holds', slack: { lo: '0', hi: '0' } });
    const { program, point, verdict } = fails;
    const loaded = { claim: { id: 'test/point', says: 'A test.' }, instances: [program.instance] };
    expect(pythonOf(loaded, program, point, verdict as never, '0')).toEqual({
      why: 'an assumption holds with equality, which intervals can’t decide, and a conclusion is not rational.',
    });
    expect(at('1/3', TIE, ({ x }) => that`exp(${x}) <= 14/10`).verdict.kind).toBe('holds');
  });

  it('is no point of the claim where it fails by a hair', () => {
    const beyond = at(
      '100000000000000000000000000001/300000000000000000000000000000',
      TIE,
      ({ x }) => that`exp(${x}) <= 1`,
    );
    expect(beyond.verdict).toEqual({ kind: 'inadmissible', why: 'assumption 1' });
    expect(
      at(
        '1/3',
        ({ x }) => that`3*${x} < 1`,
        ({ x }) => that`exp(${x}) <= 1`,
      ).verdict.kind,
    ).toBe('inadmissible');
  });

  it('two conclusions are decided each in its own arithmetic', () => {
    const both: Says = ({ x }) => [that`3*${x} = 1`, that`exp(${x}) >= 1 + ${x}`];
    expect(at('1/3', TIE, both).verdict.kind).toBe('holds');
    const second: Says = ({ x }) => [that`3*${x} = 1`, that`exp(${x}) <= 1 + ${x}`];
    expect(at('1/3', TIE, second).verdict).toMatchObject({ kind: 'refuted', conclusion: 1 });
  });

  it('nothing is said of a tie that is transcendental itself', () => {
    const open = at(
      '1/3',
      ({ x }) => that`exp(2*${x}) <= exp(${x})^2`,
      ({ x }) => that`exp(${x}) <= 1`,
    );
    expect(open.verdict).toMatchObject({ kind: 'undecided', reason: 'precision' });
  });
});
