/**
 * What newcomers get wrong, in TypeScript and in JavaScript, in packages of either type: each mistake gives one message
 * that names the place (line) and says what to do.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import * as counterflow from '../../src/index.ts';
import { EXPORTS } from '../../src/load.ts';
import { type Project, project } from './project.ts';

interface Mistake {
  readonly name: string;
  /** The line with the mistake, and what to put in its place. */
  readonly line: string;
  readonly replace: string;
  readonly message: RegExp;
  /** The line of the message; without it, the line of the mistake. */
  readonly at?: number | null;
}

const TEXT = `import { claim, descent, ex, matrix, real, size, that, vector } from 'counterflow';

export default claim('ID', {
  says: 'Small steps on the sum of squares shrink every coordinate.',
  status: 'conjecture',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: { X: matrix('n', 'd', '[-1, 1]'), w: vector('d', '[-1, 1]'), eta: real('(0, 1/2]') },
  where: ({ w, eta }) => ({
    run: descent({ start: { w }, loss: ({ w }) => ex\`sum(\${w}^2)/2\`, eta, steps: 1 }),
  }),
  assume: ({ X, w }) => that\`norm(\${X}*\${w}) <= 1\`,
  conclude: ({ w, run }) => that\`normInf(\${run.at(1).w}) <= normInf(\${w})\`,
});
`;
const LAST = '  conclude: ({ w, run }) => that`normInf(${run.at(1).w}) <= normInf(${w})`,';
const RUN = '    run: descent({ start: { w }, loss: ({ w }) => ex`sum(${w}^2)/2`, eta, steps: 1 }),';
const REALS = "  reals: { X: matrix('n', 'd', '[-1, 1]'), w: vector('d', '[-1, 1]'), eta: real('(0, 1/2]') },";
const IMPORT = "import { claim, descent, ex, matrix, real, size, that, vector } from 'counterflow';";
const FIRST = "export default claim('ID', {";
const conclude = (name: string, text: string, message: RegExp): Mistake => ({
  name,
  line: LAST,
  replace: `  conclude: ${text},`,
  message,
});

const MISTAKES: readonly Mistake[] = [
  conclude('wrong symbol', '({ v }) => that`normInf(${v}) <= 1`', /\(n, d, X, w, eta, run\).*found "v"/),
  conclude('name outside a hole', '({ w }) => that`normInf(w) <= 1`', /a hole \$\{w\} for a name/),
  conclude('braces without $', '({ w }) => that`normInf({w}) <= 1`', /stands in a hole: \$\{w\}/),
  conclude('wrong name at a moment', '({ run }) => that`${run.at(1).ww} <= 1`', /\(w, loss, t\).*"ww"/),
  conclude('misspelt function', '({ w }) => that`normInff(${w}) <= 1`', /did you mean "normInf"/),
  conclude('function of another notation', '({ w }) => that`log(1 + ${w}) <= ${w}`', /"log" \(here it is written ln\)/),
  conclude('JavaScript +', '({ w }) => that`normInf(${w + 1}) <= 3`', /joined inside ex`…` or that`…`/),
  conclude('JavaScript *', '({ w }) => that`normInf(${2 * w}) <= 3`', /joined inside ex`…` or that`…`/),
  conclude('JavaScript <=', '({ eta }) => eta <= 1', /joined inside ex`…` or that`…`/),
  { ...conclude('JavaScript ===', '({ eta }) => eta === eta', /comparisons are written in that`…`/), at: 3 },
  conclude(
    'JavaScript &&',
    '({ eta }) => that`${eta} <= 1` && that`${eta} > 0`',
    /joined by and, or, implies \(not by &&/,
  ),
  conclude('no tag', '({ eta }) => `${eta} <= 1`', /a template without ex or that/),
  { ...conclude('no return', '({ eta }) => { that`${eta} <= 1`; }', /a function with \{ \} needs a return/), at: 3 },
  conclude('ex for that', '({ eta }) => ex`${eta} <= 1`', /for a comparison use that/),
  conclude('that for ex', '({ eta }) => that`${eta} - 1`', /a comparison is wanted/),
  conclude('no product sign', '({ eta }) => that`2${eta} <= 1`', /write a\*b/),
  conclude('number in a hole', '({ eta }) => that`${eta} <= ${0.5}`', /written in the text of a formula: ex`1\/3`/),
  conclude('index in brackets', '({ w }) => that`${w[0]} <= 1`', /an entry of a vector is x\.at\(0\)/),
  conclude(
    'wrong shape',
    '({ X, w }) => that`sum(${w}*${X}) <= 9`',
    /factors that fit.*a vector of length \d times a \d × \d matrix/,
  ),
  {
    name: 'missing import',
    line: IMPORT,
    replace: IMPORT.replace(' that,', ''),
    message: /import \{ that, … \} from 'counterflow'/,
    at: 11,
  },
  {
    name: 'misspelt import',
    line: IMPORT,
    replace: IMPORT.replace(' vector', ' vectors'),
    message: /import \{ vector, …|"vectors" \(did you mean "vector"\?\)/,
    at: null,
  },
  {
    name: 'missing domain',
    line: REALS,
    replace: REALS.replace("'(0, 1/2]'", ''),
    message: /an interval with rational ends: .*found none/,
  },
  {
    name: 'domain as text',
    line: REALS,
    replace: REALS.replace("real('(0, 1/2]')", "'(0, 1/2]'"),
    message: /write eta: real\('\(0, 1\/2\]'\)/,
    at: 3,
  },
  {
    name: 'irrational end',
    line: REALS,
    replace: REALS.replace('1/2', 'sqrt(2)'),
    message: /for an irrational end take a rational one/,
  },
  {
    name: 'domain of numbers',
    line: REALS,
    replace: REALS.replace("'(0, 1/2]'", '0, 0.5'),
    message: /interval with rational ends.*found number: write it as text/,
  },
  {
    name: 'wrong size name',
    line: REALS,
    replace: REALS.replace("vector('d'", "vector('m'"),
    message: /a name of a size, for the shape of w \(n, d\) is wanted, found "m"/,
    at: 3,
  },
  {
    name: 'unknown option',
    line: RUN,
    replace: RUN.replace('eta,', 'eta, stepz: 2,'),
    message: /\(start, observe, sums, loss, eta, momentum, steps\).*"stepz" \(did you mean "steps"\?\)/,
  },
  { name: 'missing option', line: RUN, replace: RUN.replace(' eta,', ''), message: /a step size eta in descent/ },
  {
    name: 'loss that is no function',
    line: RUN,
    replace: RUN.replace('({ w }) => ex', 'ex'),
    message: /loss: \(\{ … \}\) => ex`…` is wanted, found a formula/,
  },
  {
    name: 'the start in the loss',
    line: RUN,
    replace: RUN.replace('loss: ({ w })', 'loss: ()'),
    message: /w from the callback's argument/,
  },
  {
    name: 'constants as numbers',
    line: REALS,
    replace: `${REALS} constants: { c: '2' },`,
    message: /constant\('2', \{ to: '3' \}\).* for c in constants is wanted, found string/,
    at: 3,
  },
  {
    name: 'momentum in place of descent',
    line: IMPORT,
    replace: IMPORT.replace(' ex,', ' ex, heavyBall,').replace(
      /$/,
      ' export const run = heavyBall({ start: {}, loss: () => 0 });',
    ),
    message: /descent\(\{ …, momentum: heavyBall\(beta\) \}\) is wanted, found object/,
  },
  {
    name: 'misspelt field',
    line: LAST,
    replace: LAST.replace('conclude', 'conlcude'),
    message: /"conlcude" \(did you mean "conclude"\?\)/,
    at: 3,
  },
  {
    name: 'unknown status',
    line: "  status: 'conjecture',",
    replace: "  status: 'open',",
    message: /one of theorem, conjecture, refuted/,
    at: 3,
  },
  {
    name: 'no default export',
    line: FIRST,
    replace: "export const mine = claim('ID', {",
    message: /a claim exported as mine \(write: export default claim/,
    at: null,
  },
  {
    name: 'no claim at all',
    line: FIRST,
    replace: "console.log('ID', {",
    message: /a default export made by claim.*no default export/,
    at: null,
  },
];

interface Problem {
  readonly file: string;
  readonly line: number | null;
  readonly wanted: string;
  readonly found: string;
}
const LANGUAGES = ['ts', 'js'] as const;
const TYPES = ['module', undefined] as const;
const fileOf = (m: Mistake, ending: string): string =>
  `theorems/${m.name.replace(/[^A-Za-z]+/g, '-')}-${MISTAKES.indexOf(m)}-${ending}.${ending}`;

describe.each(TYPES)('package type %s', (type) => {
  let p: Project;
  let errors: readonly Problem[];
  let checked: readonly string[];
  beforeAll(async () => {
    p = project(type);
    for (const ending of LANGUAGES) {
      p.write(`theorems/right.${ending}`, TEXT.replace('ID', `right-${ending}`));
      for (const [i, m] of MISTAKES.entries()) {
        expect(TEXT).toContain(m.line);
        p.write(fileOf(m, ending), TEXT.replace(m.line, m.replace).replace('ID', `m/mistake-${i}-${ending}`));
      }
    }
    const ran = await p.run('check', '--json', '--runs', '256', '--no-witness');
    const document = JSON.parse(ran.out) as { errors: Problem[]; claims: { id: string }[] };
    errors = document.errors;
    checked = document.claims.map((c) => c.id);
  }, 180_000);

  it('the claim without a mistake is checked, none of the others', () => {
    expect(checked).toEqual(['right-js', 'right-ts']);
    expect(errors).toHaveLength(2 * MISTAKES.length);
  });

  describe.each(LANGUAGES)('.%s', (ending) => {
    it.each(MISTAKES.map((m) => [m.name, m] as const))('%s', (_, m) => {
      const about = errors.filter((e) => e.file === fileOf(m, ending));
      expect(about).toHaveLength(1);
      expect(`${about[0]!.wanted} is wanted, found ${about[0]!.found}`).toMatch(m.message);
      const line = m.at === undefined ? TEXT.split('\n').indexOf(m.line) + 1 : m.at;
      if (line !== null) expect(about[0]!.line).toBe(line);
    });
  });
});

describe('a project without the package', () => {
  it('is told to install it', async () => {
    const p = project('module');
    p.write('theorems/a.ts', TEXT.replace('ID', 'a').replace("'counterflow'", "'counterflow/nothing'"));
    p.write('theorems/b.ts', TEXT.replace('ID', 'b'));
    const { rmSync } = await import('node:fs');
    rmSync(`${p.dir}/node_modules`, { recursive: true });
    expect((await p.run('check', 'theorems/b.ts')).err).toMatch(
      /b\.ts:1:\d+: counterflow installed in this project \(npm install\)/,
    );
  });
});

describe('the names an author can import', () => {
  it('are those the messages know', () => {
    expect([...EXPORTS].sort()).toEqual(Object.keys(counterflow).sort());
  });
});
