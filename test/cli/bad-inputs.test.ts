/** Bad input gives one clear message with its place and the right exit code, and the other claims are still checked. */
import { beforeAll, describe, expect, it } from 'vitest';
import { claimText, type Project, project, type Ran } from './project.ts';

interface Row {
  readonly id: string;
  readonly verdict: string;
  readonly asExpected: boolean;
  readonly reason: string | null;
  readonly witness: { readonly undefined: string | null } | null;
}
interface Problem {
  readonly file: string;
  readonly line: number | null;
  readonly wanted: string;
  readonly found: string;
}
interface Document {
  readonly claims: readonly Row[];
  readonly errors: readonly Problem[];
}

/** [file, text, what the message says, whether a line is named] */
const BAD: readonly (readonly [string, string, RegExp, boolean])[] = [
  ['unbalanced', claimText('a/unbalanced', { conclude: '({ x }) => that`(${x} <= 1`' }), /formula|comparison/, true],
  ['symbol', claimText('a/symbol', { conclude: '({ x }) => that`y <= ${x}`' }), /bare name "y"/, true],
  ['none', claimText('a/none', { conclude: '({ x }) => that`${x} + 1`' }), /a comparison is wanted/, true],
  ['two', claimText('a/two', { conclude: '({ x }) => that`0 <= ${x} >= 1`' }), /one direction/, true],
  ['implicit', claimText('a/implicit', { conclude: '({ x }) => that`2${x} <= 1`' }), /write a\*b/, true],
  ['empty', claimText('a/empty', { reals: "{ x: real('(1, 1]') }" }), /not empty/, true],
  ['order', claimText('a/order', { reals: "{ x: real('[2, 1]') }" }), /lower end/, true],
  ['interval', claimText('a/interval', { reals: "{ x: real('[0; 1]') }" }), /interval with rational ends/, true],
  ['throws', claimText('a/throws', { conclude: '() => { throw new Error("broken heart"); }' }), /broken heart/, true],
  [
    'undefined',
    claimText('a/undefined', { conclude: '({ z }) => that`${z} <= 1`' }),
    /a name of the claim \(x, v\).*"z"/,
    true,
  ],
  [
    'shapes',
    claimText('a/shapes', {
      reals: "{ x: vector(2, '[0, 1]'), y: vector(3, '[0, 1]') }",
      conclude: '({ x, y }) => that`${x} <= ${y}`',
    }),
    /equal shape/,
    true,
  ],
  [
    'transposed',
    claimText('a/transposed', {
      sizes: '{ n: size(1, 2), d: size(1, 2) }',
      reals: "{ X: matrix('n', 'd', '[0, 1]'), w: vector('n', '[0, 1]') }",
      conclude: '({ X, w }) => that`sum(${X}*${w}) >= 0`',
    }),
    /factors that fit.*n = 1, d = 2|factors that fit.*n = 2, d = 1/,
    true,
  ],
  ['status', claimText('a/status', { status: "'lemma'" }), /a status, one of/, true],
  ['field', claimText('a/field', { asume: '() => that`0 <= 1`' }), /"asume"/, true],
  ['id', claimText('A Bad Id'), /a claim id/, true],
  ['twice', claimText('a/twice', { sizes: '{ x: size(1, 2) }' }), /declared once/, true],
  ['statement', claimText('a/statement', { conclude: '({ x }) => ex`${x}`' }), /a statement/, true],
  [
    'outer',
    claimText('a/outer', {
      where: '({ x }) => ({ run: descent({ start: { x }, loss: () => ex`${x}^2`, eta: ex`1/2` }) })',
      conclude: '({ run }) => run.always(({ loss }) => that`${loss} >= 0`)',
    }),
    /from the callback's argument/,
    true,
  ],
  [
    'input',
    claimText('a/input', { inputs: "{ g: real('[0, 1]') }", conclude: '({ g }) => that`${g} <= 1`' }),
    /inputs inside a step/,
    true,
  ],
  [
    'limit',
    claimText('a/limit', {
      where: '({ x }) => ({ f: flow({ start: { u: x }, loss: ({ u }) => ex`${u}^2` }) })',
      conclude: '({ f }) => that`${f.end().u} <= 1`',
    }),
    /end is not a function/,
    true,
  ],
  ['fraction', claimText('a/fraction', { conclude: '({ x }) => that`${0.5}*${x} <= 1`' }), /whole number/, true],
  [
    'syntax',
    "import { claim } from 'counterflow';\nexport default claim('a/syntax', {\n  says: 'x'\n  status: 'theorem',\n});\n",
    /Expected/,
    true,
  ],
  [
    'import',
    "import { claim, nothing } from 'counterflow';\nnothing();\nexport default claim('a/import', { says: 'x', status: 'theorem', conclude: () => 1 });\n",
    /nothing/,
    false,
  ],
  [
    'module',
    "import { claim } from 'counterflow-not-there';\nexport default claim('a', {});\n",
    /counterflow-not-there/,
    false,
  ],
  ['nodefault', 'export const x = 1;\n', /no default export/, false],
  ['notclaim', 'export default 42;\n', /default export made by claim/, false],
  ['same', claimText('good/square'), /the id in/, false],
  ['hangs', `${claimText('a/hangs')}\nfor (;;);\n`, /loads within 8 s.*one that did not end/, false],
  [
    'hangsLater',
    claimText('a/hangs-later', { conclude: '() => { for (;;); }' }),
    /within 8 s.*one that did not end/,
    false,
  ],
];

let p: Project;
let ran: Ran;
let document: Document;

beforeAll(async () => {
  p = project('module');
  p.write('theorems/0good.ts', claimText('good/square'));
  p.write(
    'theorems/false.ts',
    claimText('good/false', { status: "'refuted'", conclude: '({ x }) => that`${x} <= 1/2`' }),
  );
  for (const [name, text] of BAD) p.write(`theorems/bad/${name}.ts`, text);
  p.write('theorems/vacuous.ts', claimText('bad/vacuous', { assume: '({ x }) => that`${x} > 2`' }));
  p.write(
    'theorems/undefined-everywhere.ts',
    claimText('bad/undefined-everywhere', { conclude: '({ x }) => that`1/(${x} - ${x}) <= 1`' }),
  );
  p.write(
    'theorems/undefined-at-a-point.ts',
    claimText('bad/undefined-at-a-point', { conclude: '({ x }) => that`1/${x} >= 1`' }),
  );
  p.write(
    'theorems/unexpected.ts',
    claimText('bad/unexpected', { status: "'theorem'", conclude: '({ x }) => that`${x} <= 1/2`' }),
  );
  ran = await p.run('check', '--json', '--runs', '4096', '--load-seconds', '8');
  document = JSON.parse(ran.out) as Document;
}, 120_000);

describe('a run with bad claims in it', () => {
  it('still checks the others, and exits 2', () => {
    expect(ran.code).toBe(2);
    const verdicts = Object.fromEntries(document.claims.map((c) => [c.id, c.verdict]));
    expect(verdicts).toMatchObject({ 'good/square': 'proved', 'good/false': 'refuted', 'bad/vacuous': 'vacuous' });
    expect(document.errors.length).toBe(BAD.length);
  });

  it.each(BAD)('%s', (name, _, message, placed) => {
    const about = document.errors.filter((e) => e.file.endsWith(`bad/${name}.ts`));
    expect(about).toHaveLength(1);
    expect(`${about[0]!.wanted} is wanted, found ${about[0]!.found}`).toMatch(message);
    if (placed) expect(about[0]!.line).toBeGreaterThan(0);
  });

  it('an undefined conclusion refutes and says so', () => {
    for (const id of ['bad/undefined-everywhere', 'bad/undefined-at-a-point']) {
      const row = document.claims.find((c) => c.id === id);
      expect(row?.verdict).toBe('refuted');
      expect(row?.witness?.undefined).toMatch(/1\//);
    }
  });

  it('verdicts that are not as expected are told', () => {
    const expected = Object.fromEntries(document.claims.map((c) => [c.id, c.asExpected]));
    expect(expected).toMatchObject({ 'good/false': true, 'bad/unexpected': false, 'bad/vacuous': false });
  });
});

describe('bad options, paths and witnesses', () => {
  const good = 'theorems/0good.ts';
  it.each<[string, string[], RegExp]>([
    ['unknown option', ['check', '--frobnicate'], /an option of counterflow check is wanted, found --frobnicate/],
    ['unknown command', ['chekc'], /a command is wanted/],
    ['a path that is not there', ['check', 'theorems/nowhere.ts'], /nowhere\.ts: a claim file.*nothing there/],
    ['seed that is no number', ['check', good, '--seed', 'x'], /--seed: a whole number/],
    ['runs 0', ['check', good, '--runs', '0'], /--runs: a whole number/],
    ['shard', ['check', good, '--shard', '5/2'], /--shard: i\/n/],
    ['new with a bad id', ['new', 'No Good'], /an id of small letters/],
    ['replay of nothing', ['replay', 'x.witness.json'], /a witness file/],
    ['missing argument', ['replay'], /replay <witness>: the argument in <…> is wanted/],
  ])('%s: exit 2', async (_, args, message) => {
    const r = await p.run(...args);
    expect(r.err).toMatch(message);
    expect(r.code).toBe(2);
    expect(r.out).toBe('');
  });

  it('exit 1 when a verdict is not as expected', async () => {
    expect((await p.run('check', 'theorems/unexpected.ts', '--json')).code).toBe(1);
  });

  it.each<[string, string | object, RegExp]>([
    ['truncated JSON', '{"claim": "good/false", "ha', /JSON/],
    ['of another claim', { claim: 'other', hash: '', sizes: {}, values: {}, step: null }, /a witness of other/],
    ['of other sizes', { claim: 'good/false', hash: '', sizes: { n: 3 }, values: {}, step: null }, /no such sizes/],
    ['without values', { claim: 'good/false', hash: '', sizes: {}, step: null }, /an object in values/],
    [
      'outside the domain',
      { claim: 'good/false', hash: '', sizes: {}, values: { x: '2', v: ['0', '0'] }, step: null },
      /outside its domain/,
    ],
    [
      'not a counterexample',
      { claim: 'good/false', hash: '', sizes: {}, values: { x: '1/4', v: ['0', '0'] }, step: null },
      /holds/,
    ],
    [
      'code instead of a value',
      { claim: 'good/false', hash: '', sizes: {}, values: { x: 'process.exit(0)', v: ['0', '0'] }, step: null },
      /exact rational/,
    ],
  ])('a witness %s', async (_, witness, message) => {
    p.write('theorems/false.witness.json', typeof witness === 'string' ? witness : JSON.stringify(witness));
    const r = await p.run('replay', 'theorems/false.witness.json');
    expect(r.code).toBeGreaterThan(0);
    expect(r.out + r.err).toMatch(message);
  });

  it('a broken witness beside a claim is an error of that claim only', async () => {
    p.write('theorems/false.witness.json', '{"claim":');
    const r = await p.run('check', 'theorems/false.ts', good, '--json', '--runs', '100');
    const d = JSON.parse(r.out) as Document;
    expect(r.code).toBe(2);
    expect(d.errors[0]!.found).toMatch(/JSON/);
    expect(d.claims.map((c) => c.id)).toEqual(['good/square']);
  });
});
