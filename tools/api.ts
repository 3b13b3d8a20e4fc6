/**
 * Writes docs/api.md from the declarations that the build emits: what an author can import, with its documentation comment.
 * `npm run api`. TypeScript 7 has no programming interface yet, so declarations are split by a scanner of this file.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(fileURLToPath(import.meta.url), '../..');
const DIST = join(ROOT, 'dist');

interface Declaration {
  readonly names: readonly string[];
  readonly comment: string;
  readonly text: string;
}

const BLANK = /\s+/y;
const COMMENT = /\/\*\*([\s\S]*?)\*\/|\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const STRING = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/y;

const matchAt = (re: RegExp, text: string, at: number): RegExpExecArray | null => {
  re.lastIndex = at;
  return re.exec(text);
};

/** The end of the declaration that begins at `from`: a semicolon, or the closing brace of an interface, class or function. */
function endOf(text: string, from: number): number {
  let depth = 0;
  const braced = /^(?:export )?(?:declare )?(?:abstract )?(?:interface|class|namespace)\b/.test(text.slice(from));
  for (let i = from; i < text.length; i++) {
    const skipped = matchAt(COMMENT, text, i) ?? matchAt(STRING, text, i);
    if (skipped) i += skipped[0].length - 1;
    else if ('({['.includes(text[i]!)) depth++;
    else if (')}]'.includes(text[i]!)) {
      depth--;
      if (depth === 0 && braced && text[i] === '}') return i + 1;
    } else if (text[i] === ';' && depth === 0) return i + 1;
  }
  return text.length;
}

const namesOf = (text: string): readonly string[] => {
  const head =
    /^(?:export )?(?:default )?(?:declare )?(?:abstract )?(?:interface|class|type|const|function|namespace)\s+(\w+)/.exec(
      text,
    );
  return head ? [head[1]!] : [];
};
const plain = (comment: string): string =>
  comment
    .split('\n')
    .map((l) => l.replace(/^\s*\* ?/, ''))
    .join('\n')
    .trim();

/** The top-level declarations of a file, each with the documentation comment before it. */
export function declarations(text: string): readonly Declaration[] {
  const found: Declaration[] = [];
  let comment = '';
  for (let i = 0; i < text.length; ) {
    const blank = matchAt(BLANK, text, i);
    const said = matchAt(COMMENT, text, i);
    if (blank) i += blank[0].length;
    else if (said) {
      comment = said[1] === undefined ? comment : plain(said[1]);
      i += said[0].length;
    } else {
      const end = endOf(text, i);
      const body = text.slice(i, end);
      found.push({ names: namesOf(body), comment: /^import\b/.test(body) ? '' : comment, text: body });
      comment = '';
      i = end;
    }
  }
  return found;
}

interface Exported {
  readonly name: string;
  readonly file: string;
}

/** What an entry file exports, with the file each is declared in. */
function exportsOf(entry: string): readonly Exported[] {
  const text = readFileSync(join(DIST, entry), 'utf8');
  const from = [...text.matchAll(/export (?:type )?\{([^}]*)\} from '([^']+)';/g)].flatMap((m) =>
    m[1]!
      .split(',')
      .map((n) => n.replace(/^\s*type /, '').trim())
      .filter((n) => n !== '')
      .map((name) => ({ name, file: m[2]! })),
  );
  const spaces = [...text.matchAll(/export \* as (\w+) from '([^']+)';/g)].flatMap((m) =>
    declarations(declared(m[2]!))
      .filter((d) => d.text.startsWith('export'))
      .flatMap((d) => d.names.map((n) => ({ name: `${m[1]}.${n}`, file: m[2]! }))),
  );
  return [...from, ...spaces];
}
const declared = (file: string): string => readFileSync(join(DIST, file.replace(/\.ts$/, '.d.ts')), 'utf8');

/** Types of the engine that an author never writes. */
const INNER = new Set([
  'Step',
  'Term',
  'Expr',
  'Packed',
  'RunNode',
  'Choice',
  'Logic',
  'Place',
  'Notation',
  'Rational',
  'Moment',
  'SolvedQuestion',
  'Change',
  'Way',
  'AlongWay',
  'Ask',
]);

/** The declarations of a name, and those of its file that they mention and that have no heading of their own. */
function withMentioned(
  name: string,
  all: readonly Declaration[],
  done: Set<string>,
  stop: ReadonlySet<string>,
): readonly Declaration[] {
  const own = all.filter((d) => d.names.includes(name) && !done.has(d.text));
  for (const d of own) done.add(d.text);
  const mentioned = all
    .flatMap((d) => d.names)
    .filter((n) => !INNER.has(n) && !stop.has(n) && own.some((d) => new RegExp(`\\b${n}\\b`).test(d.text)));
  return [
    ...own,
    ...[...new Set(mentioned)].filter((n) => n !== name).flatMap((n) => withMentioned(n, all, done, stop)),
  ];
}

const shown = (d: Declaration): string =>
  d.text
    .replace(/^export /, '')
    .replace(/^declare /, '')
    .replace(/\[Symbol\.toPrimitive\]\(\): never;\n/, '')
    .replace(/^ {4}\/\*\* JavaScript's operators[^\n]*\n/m, '');

function section(title: string, entry: string, about: string): string {
  const exported = exportsOf(entry);
  const done = new Set<string>();
  const own = new Set(exported.map((e) => e.name));
  const parts = exported.map(({ name, file }) => {
    const all = declarations(declared(join(dirname(entry), file)));
    const bare = name.split('.').at(-1)!;
    const list = withMentioned(bare, all, done, own);
    if (list.length === 0) return '';
    const comments = all.filter((d) => d.names.includes(bare)).map((d) => d.comment);
    const said = comments.find((c) => c !== '') ?? '';
    return `### ${name}\n\n${said === '' ? '' : `${said}\n\n`}\`\`\`ts\n${list.map(shown).join('\n')}\n\`\`\``;
  });
  return `## ${title}\n\n${about}\n\n${parts.filter((p) => p !== '').join('\n\n')}`;
}

/** Every declaration an entry file makes itself. */
function whole(title: string, entry: string, about: string): string {
  const list = declarations(readFileSync(join(DIST, entry), 'utf8')).filter((d) => /^export (?!\{\})/.test(d.text));
  const parts = list.map((d) => `${d.comment === '' ? '' : `${d.comment}\n\n`}\`\`\`ts\n${shown(d)}\n\`\`\``);
  return `## ${title}\n\n${about}\n\n${parts.join('\n\n')}`;
}

/** The text of docs/api.md. */
export function api(): string {
  return `${[
    '# What can be imported',
    'Made from the types by `npm run api`; a test compares it with the build. How a claim is written: [writing-a-claim](writing-a-claim.md).',
    section('counterflow', 'index.d.ts', 'Everything an author of claims needs.'),
    whole('counterflow/vitest', 'vitest.d.ts', 'Claims as tests.'),
    whole(
      'counterflow/vitest-reporter',
      'vitest-reporter.d.ts',
      "The verdicts after the tests: `reporters: ['default', 'counterflow/vitest-reporter']`.",
    ),
  ].join('\n\n')}\n`;
}

if (process.argv[1] && existsSync(process.argv[1]) && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  writeFileSync(join(ROOT, 'docs/api.md'), api());
