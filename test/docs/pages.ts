/**
 * The code blocks of a page of documentation, and how a reader would go through them: one project folder a page, in order.
 *
 * `sh`: every line is run; a comment `# exit 1` says that another exit code is right, `# Ctrl-C ends it` that it goes on
 * until then. A block whose first line begins with `# slow` is run by `npm run docs:slow` only; with `in a clone` it is run in
 * a clone of the repository beside the project. `text` after it is what it prints, `…` standing for anything.
 * `ts`, `js`: saved under the name in the comment of the first line; all are type-checked, claims are checked as claims.
 * `yaml`: the lines that call counterflow are run.
 */
import { execFile, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface Block {
  readonly page: string;
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a page. Throws on one without a language. */
export function blocks(page: string, text = readFileSync(join(ROOT, page), 'utf8')): readonly Block[] {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map((m) => {
    const line = text.slice(0, m.index).split('\n').length;
    if (m[1] === '') throw new Error(`${page}:${line}: a block without a language`);
    return { page, line, language: m[1]!, text: m[2]! };
  });
}

export interface Reader {
  /** The project. */
  readonly dir: string;
  /** A clone of the repository beside it; made when first asked for. */
  readonly clone: () => Promise<string>;
}

const run = (
  command: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; out: string; err: string }> =>
  new Promise((done) => {
    execFile('sh', ['-c', command], { cwd, env, maxBuffer: 1 << 26, timeout: 1_500_000 }, (e, out, err) => {
      done({ code: e ? Number(e.code ?? -1) : 0, out, err });
    });
  });

/** A project that has counterflow installed as a link to this repository. */
export function linked(type = 'module'): Reader {
  const parent = mkdtempSync(join(tmpdir(), 'counterflow-docs-'));
  const dir = join(parent, 'project');
  const bin = join(dir, 'node_modules/.bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ name: 'project', private: true, type }));
  symlinkSync(ROOT, join(dir, 'node_modules/counterflow'), 'dir');
  symlinkSync(join(ROOT, 'node_modules/vitest'), join(dir, 'node_modules/vitest'), 'dir');
  const script = (name: string, file: string): void => {
    writeFileSync(join(bin, name), `#!/bin/sh\nexec '${process.execPath}' '${join(ROOT, file)}' "$@"\n`);
    chmodSync(join(bin, name), 0o755);
  };
  script('counterflow', 'dist/cli.js');
  script('vitest', 'node_modules/vitest/vitest.mjs');
  return { dir, clone: cloned(parent) };
}

/** An empty folder, for pages that install the package themselves. */
export function empty(): Reader {
  const parent = mkdtempSync(join(tmpdir(), 'counterflow-docs-'));
  const dir = join(parent, 'project');
  mkdirSync(dir);
  return { dir, clone: cloned(parent) };
}

function cloned(parent: string): () => Promise<string> {
  let made: Promise<string> | undefined;
  return () => {
    made ??= run(`git clone -q '${ROOT}' counterflow`, parent, process.env).then(() => join(parent, 'counterflow'));
    return made;
  };
}

const environment = (dir: string): NodeJS.ProcessEnv => {
  const { NODE_OPTIONS: _, VITEST: __, ...rest } = process.env;
  return {
    ...rest,
    NO_COLOR: '1',
    PATH: `${join(dir, 'node_modules/.bin')}:${process.env.PATH}`,
    GITHUB_STEP_SUMMARY: join(dir, 'summary.md'),
  };
};

const line = (b: Block, i: number): string => `${b.page}:${b.line + 1 + i}`;

/** Starts a command that goes on for ever, and ends it when it says what it is watching. */
function interrupted(command: string, cwd: string): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn('sh', ['-c', `exec ${command}`], { cwd, env: environment(cwd) });
    const limit = setTimeout(() => child.kill('SIGKILL'), 60_000);
    let out = '';
    child.stdout.on('data', (d) => {
      out += d;
      if (/watching/.test(out)) child.kill('SIGINT');
    });
    child.on('exit', (code) => {
      clearTimeout(limit);
      if (code === 0) done(out);
      else failed(new Error(`${command}: exit ${code} after Ctrl-C\n${out}`));
    });
  });
}

async function runLine(reader: Reader, b: Block, text: string, i: number, cwd: string): Promise<string> {
  const [, command, note = ''] = /^(.*?)(?:\s+#\s*(.*))?$/.exec(text)!;
  const bare = command!.replace(/^npx counterflow/, 'counterflow');
  if (/Ctrl-C ends it/.test(note)) return interrupted(bare, cwd);
  const wanted = Number(/exit (\d)/.exec(note)?.[1] ?? 0);
  const { code, out, err } = await run(bare === command || cwd !== reader.dir ? command! : bare, cwd, environment(cwd));
  if (code !== wanted) throw new Error(`${line(b, i)}: ${command}\nexit ${code}, not ${wanted}\n${out}${err}`);
  return `${out}${wanted === 2 ? err : ''}`;
}

export const isSlow = (b: Block): boolean => /^# slow/.test(b.text);

/** Runs a block of commands; what they print. */
export async function runCommands(reader: Reader, b: Block): Promise<string> {
  const cwd = /^# slow.*in a clone/.test(b.text) ? await reader.clone() : reader.dir;
  let printed = '';
  for (const [i, text] of b.text.split('\n').entries())
    if (text.trim() !== '' && !text.startsWith('#')) printed += await runLine(reader, b, text, i, cwd);
  return printed;
}

/** The commands of a workflow that call counterflow. */
export const workflowCommands = (b: Block): Block => ({
  ...b,
  text: b.text
    .split('\n')
    .map((l) => /^\s*(?:- )?(?:run: )?(npx counterflow .*)$/.exec(l)?.[1] ?? '')
    .join('\n')
    .replace(/\$\{\{ matrix\.shard \}\}|\$CI_NODE_INDEX\/\$CI_NODE_TOTAL/g, '1/2'),
});

const literal = (t: string): string => t.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether what was printed is what the page says; blanks count as one, `…` is anything. */
export function printedAs(page: string, printed: string): boolean {
  const tidy = (t: string): string =>
    t
      .replace(/[ \t]+/g, ' ')
      .replace(/ ?\n/g, '\n')
      .trim();
  const pattern = tidy(page)
    .split('…')
    .map((part) => literal(part))
    .join('[\\s\\S]*');
  return new RegExp(`^${pattern}$`).test(tidy(printed));
}

const NAMED = /^\/\/ (\S+\.[cm]?[jt]s)\n/;

/** Saves a block of code where its first line says, or under a name of its own. */
export function save(reader: Reader, b: Block, number: number): string {
  const name = NAMED.exec(b.text)?.[1] ?? `blocks/block-${number}.${b.language}`;
  const path = join(reader.dir, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, b.text.replace(NAMED, ''));
  return name;
}

/** The errors of the TypeScript compiler for the project's blocks, strictly. */
export async function typeErrors(reader: Reader, names: readonly string[]): Promise<string> {
  const config = {
    compilerOptions: {
      target: 'ES2022',
      module: 'NodeNext',
      moduleResolution: 'NodeNext',
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      allowImportingTsExtensions: true,
      types: [],
    },
    files: names,
  };
  writeFileSync(join(reader.dir, 'tsconfig.json'), JSON.stringify(config));
  const { out } = await run(`'${join(ROOT, 'node_modules/.bin/tsc')}' -p .`, reader.dir, process.env);
  return out;
}
