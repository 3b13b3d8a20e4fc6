/**
 * Every command and code block of the documentation, as a reader would go through it (see pages.ts); links and files that
 * it names; options it mentions. `npm run docs:slow` runs the blocks marked slow too, installing the packed package.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { by } from '../../src/index.ts';
import { EXPORTS } from '../../src/load.ts';
import { api } from '../../tools/api.ts';
import { type Block, blocks, empty, linked, ROOT } from './pages.ts';
import { inJavaScript, read } from './read.ts';

const SLOW = process.env.DOCS === 'slow';
const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((f) => f.endsWith('.md') && f !== 'api.md')
    .map((f) => `docs/${f}`),
];
describe('the pages', () => {
  it.each(PAGES)(
    '%s',
    async (page) => {
      const list = blocks(page);
      if (list.length > 0) await read(page, SLOW && page === 'README.md' ? empty() : linked(), list);
    },
    SLOW ? 3_600_000 : 300_000,
  );

  it(
    'README.md in JavaScript',
    async () => {
      await read('README.md', SLOW ? empty() : linked(), blocks('README.md').map(inJavaScript));
    },
    SLOW ? 3_600_000 : 300_000,
  );
});

describe('the machinery', () => {
  const one = (language: string, text: string): readonly Block[] => [{ page: 'a page', line: 1, language, text }];
  it('fails on a command that fails, or does not fail as said', async () => {
    await expect(read('a page', linked(), one('sh', 'npx counterflow check nowhere.ts\n'))).rejects.toThrow(
      /a page:2.*\nexit 2, not 0/,
    );
    await read('a page', linked(), one('sh', 'npx counterflow check nowhere.ts   # exit 2\n'));
    await expect(read('a page', linked(), one('sh', 'true   # exit 1\n'))).rejects.toThrow(/exit 0, not 1/);
  });
  it('fails on output that is not printed', async () => {
    const said = (text: string): readonly Block[] => [...one('sh', 'echo one two\n'), ...one('text', text)];
    await read('a page', linked(), said('one …\n'));
    await expect(read('a page', linked(), said('one three\n'))).rejects.toThrow(/the page says/);
  });
  it('fails on code with a mistake, on a refuted claim, on languages nobody runs', async () => {
    const claim = (bound: string): string =>
      `import { claim, real, that } from 'counterflow';\nexport default claim('a', { says: 'a', status: 'theorem', reals: { x: real('[0, 1]') }, conclude: ({ x }) => that\`\${x} <= ${bound}\` });\n`;
    await read('a page', linked(), one('ts', claim('1')));
    await expect(read('a page', linked(), one('ts', claim('1/2')))).rejects.toThrow(/exit 1, not 0/);
    await expect(read('a page', linked(), one('ts', claim('1').replace("'[0, 1]'", '1')))).rejects.toThrow();
    await expect(read('a page', linked(), one('python', 'x'))).rejects.toThrow(/not run by any test/);
    expect(() => blocks('a page', '```\nx\n```\n')).toThrow(/without a language/);
  });
});

describe('what the pages name is there', () => {
  const text = (page: string): string => readFileSync(join(ROOT, page), 'utf8');
  it.each(PAGES)('links of %s', (page) => {
    const links = [...text(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((m) => m[1]!);
    const missing = links.filter((l) => !/^https?:/.test(l) && !existsSync(join(ROOT, dirname(page), l)));
    expect(missing).toEqual([]);
  });
  it.each(PAGES)('commands and options of %s', (page) => {
    const said = [...text(page).matchAll(/`(?:npx )?counterflow ([a-z]+)([^`]*)`/g)];
    const help = (command: string): string =>
      execFileSync(process.execPath, [join(ROOT, 'dist/cli.js'), command, '--help'], { encoding: 'utf8' });
    for (const [, command, rest] of said) {
      const known = help(command!);
      expect(known, command).toContain(`$ counterflow ${command}`);
      for (const [option] of rest!.matchAll(/--[a-z-]+/g)) expect(known, `${command} ${option}`).toContain(option);
    }
  });
  it('the screenshot is there and small', () => {
    const { size } = statSync(join(ROOT, 'docs/report.png'));
    expect(size).toBeGreaterThan(20_000);
    expect(size).toBeLessThan(200_000);
  });
  it('npm scripts', () => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: object };
    const said = PAGES.flatMap((p) => [...text(p).matchAll(/npm run ([a-z:-]+)/g)].map((m) => m[1]!));
    expect(said.filter((s) => !Object.hasOwn(scripts, s))).toEqual([]);
  });
  it('everything that can be imported, every field of a claim, every way to prove', () => {
    const all = PAGES.map(text).join('\n');
    const fields = [...text('src/claim/claim.ts').matchAll(/^ {2}'(\w+)',$/gm)].map((m) => m[1]!);
    const names = [...EXPORTS, ...Object.keys(by).map((w) => `by.${w}`), ...fields];
    expect(fields).toContain('conclude');
    expect(names.filter((n) => !new RegExp(`\\b${n.replace('.', '\\.')}\\b`).test(all))).toEqual([]);
  });
  it('every command of the tool is on a page', () => {
    const help = execFileSync(process.execPath, [join(ROOT, 'dist/cli.js'), '--help'], { encoding: 'utf8' });
    const commands = [...help.matchAll(/\$ counterflow ([a-z]+) --help/g)].map((m) => m[1]!);
    const all = PAGES.map(text).join('\n');
    expect(commands.length).toBeGreaterThan(8);
    expect(commands.filter((c) => !new RegExp(`counterflow ${c}\\b`).test(all))).toEqual([]);
  });
});

describe('docs/api.md', () => {
  it('is what the types say (npm run api)', () => {
    expect(readFileSync(join(ROOT, 'docs/api.md'), 'utf8')).toBe(api());
  });
});
