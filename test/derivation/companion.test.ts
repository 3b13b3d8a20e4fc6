/** The companion in derivations: what it proposes is used where the kernel accepts it, noted where not, and loaded last. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import { adoptInstance } from '../../src/claim/instance.ts';
import { proveInstance } from '../../src/claim/replay.ts';
import { Names, read, write } from '../../src/derivation/companion-text.ts';
import type { Proposal } from '../../src/derivation/proposal.ts';
import { derived } from '../../src/derive.ts';
import { FUNCTIONS } from '../../src/expr/term.ts';
import { text } from '../../src/expr/text.ts';
import { by, claim, real, that } from '../../src/index.ts';
import { instances, loadClaim } from '../../src/load.ts';
import { t } from '../kernel/tools.ts';

const loaded = (c: unknown) => {
  const some = c as Claim;
  return { file: 'here.ts', claim: some, instances: instances(some, 'here.ts'), hash: '' };
};
function outcome(c: unknown): { readonly proof: string; readonly notes: readonly Proposal[] } {
  const notes: Proposal[] = [];
  const proof = proveInstance(adoptInstance((c as Claim).instantiate({})), notes);
  return { proof: typeof proof === 'string' ? proof : 'proved', notes };
}
const potential = claim('companion/potential', {
  says: 'Two forms of the second derivative of the hypentropy potential.',
  status: 'theorem',
  reals: { w: real('[-2, 2]'), a: real('(0, 2]') },
  conclude: ({ w, a }) => that`1/(2*${a}^2*sqrt(1 + ${w}^2/(4*${a}^4))) = 1/sqrt(${w}^2 + 4*${a}^4)`,
  derivation: ({ w, a }) => by.companion(that`1/(2*${a}^2*sqrt(1 + ${w}^2/(4*${a}^4))) = 1/sqrt(${w}^2 + 4*${a}^4)`),
});

describe('by.companion', () => {
  it('proportional radicands become one root', () => {
    const { proof, notes } = outcome(potential);
    expect(proof).toBe('proved');
    expect(notes.some((n) => n.by === 'content' && n.accepted)).toBe(true);
    expect(notes.some((n) => n.by === 'content' && !n.accepted)).toBe(true);
  });
  it('derive prints who proposed what, and who was refused and why', () => {
    const { proved, proposals, steps } = derived(loaded(potential));
    expect(proved).toBe(true);
    expect(steps[0]!.by).toBe('companion');
    expect(proposals).toContainEqual({
      by: 'content',
      task: 'root of 1 + w^2/(4*a^4)',
      proposal: '1/2*sqrt(4*a^4 + w^2)/a^2',
      accepted: true,
      why: 'accepted',
    });
    expect(proposals.filter((p) => !p.accepted).map((p) => p.why)[0]).toMatch(/^false at w = /);
  });
  it('an inequality through a factorisation of its gap', () => {
    const says = claim('companion/gap', {
      says: 'A quartic gap that is a square.',
      status: 'theorem',
      reals: { x: real('[-2, 2]'), y: real('[-2, 2]') },
      conclude: ({ x, y }) => that`4*${x}^3*${y} + 4*${x}*${y}^3 <= ${x}^4 + 6*${x}^2*${y}^2 + ${y}^4`,
      derivation: ({ x, y }) => by.companion(that`4*${x}^3*${y} + 4*${x}*${y}^3 <= ${x}^4 + 6*${x}^2*${y}^2 + ${y}^4`),
    });
    expect(outcome(says).proof).toBe('proved');
  });
  it('an inequality that grows from its bound, by a proposed slope', () => {
    const says = claim('companion/slope', {
      says: 'log(1 + x) is at most x + x³.',
      status: 'theorem',
      reals: { x: real('[0, 4]') },
      conclude: ({ x }) => that`ln(1 + ${x}) <= ${x}*(1 + ${x}^2)`,
      derivation: ({ x }) => by.companion(that`ln(1 + ${x}) <= ${x}*(1 + ${x}^2)`),
    });
    expect(outcome(says).proof).toBe('proved');
  });
  it('a false statement stays unproved, whatever is proposed', () => {
    const says = claim('companion/false', {
      says: 'nerdamer thinks so.',
      status: 'theorem',
      reals: { x: real('[-2, 2]'), y: real('[-2, 2]') },
      conclude: ({ x, y }) => that`ln(exp(${x}) + exp(${y})) = 1`,
      derivation: ({ x, y }) => by.companion(that`ln(exp(${x}) + exp(${y})) = 1`),
    });
    const { proof, notes } = outcome(says);
    expect(proof).toMatch(/^companion: wanted ln\(exp\(x\) \+ exp\(y\)\) = 1/);
    expect(notes.some((n) => n.by === 'nerdamer' && n.proposal === t('1') && !n.accepted)).toBe(true);
  });
});

describe('formulas there and back', () => {
  it('come back as they went, up to how numbers are written', () => {
    const names = new Names();
    for (const f of ['x^2*y/3 - 2*x', '-x^2', '(-2)^3*x', 'x^(2/3)', 'sqrt(1 + exp(x - y))', 'asinh(x/(2*y^2))'])
      expect(text(read(write(t(f), names), names))).toBe(text(t(f)).replace('(-2)^3', '(-8)'));
  });
  it.each([
    '1+*2',
    'i',
    'pi*x1_',
    'integrate(x1_,x1_)',
    'log(x1_,2)',
    'x1_;x1_',
    'constructor(1)',
    'x1_[0]',
    '2 x1_',
    'x1_!',
    '((x1_)',
    'x9_',
    '',
  ])('%s is not read', (s) => {
    const names = new Names();
    names.there(t('x'));
    expect(() => read(s, names)).toThrow();
  });
  it('numbers are exact, decimals too', () => {
    expect(text(read('0.1+1e-3', new Names()))).toBe('101/1000');
    expect(text(read('12345678901234567890123', new Names()))).toBe('12345678901234567890123');
  });
  it('functions the kernel lacks are written with those it has', () => {
    const names = new Names();
    names.there(t('x'));
    expect(text(read('sech(x1_)^2 + abs(x1_) + e^(2*x1_)', names))).toBe('(1/cosh(x))^2 + sqrt(x^2) + exp(2*x)');
    expect(FUNCTIONS).toContain('tan');
    expect(text(read('tan(x1_)', names))).toBe('sin(x)/cos(x)');
  });
});

it('nothing of nerdamer is loaded before the first question', () => {
  const code = `
    import { createRequire } from 'node:module';
    await import('./src/derive.ts');
    const cache = Object.keys(createRequire(process.cwd() + '/x.js').cache);
    console.log(cache.filter((f) => f.includes('nerdamer')).length);`;
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    encoding: 'utf8',
  });
  expect(stdout.trim()).toBe('0');
});

describe('in the library', () => {
  it.each([
    ['discretization/quadratic-sandwich', 'mathjs', 'derivative of '],
    ['bias/effective-initialization-shrinks', 'nerdamer', 'factorisation of '],
  ])('%s: %s proposed the %s…', async (id, by, task) => {
    const { proved, proposals } = derived(await loadClaim(`theorems/${id}.ts`));
    expect(proved).toBe(true);
    expect(proposals.some((p) => p.accepted && p.by === by && p.task.startsWith(task))).toBe(true);
  });
});
