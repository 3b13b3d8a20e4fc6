/** `counterflow` alone: what is in this folder, and what to do next. Reads, changes nothing, loads no claim. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { ClaimResult } from '../claim/result.ts';
import { VERDICTS } from '../claim/verdict.ts';
import { witnessPath } from '../claim/witness.ts';
import { findClaims } from '../find.ts';
import { lastRun } from './common.ts';

export interface Folder {
  readonly installed: boolean;
  readonly claims: readonly string[];
  /** Results of the last run whose claims are still there. */
  readonly last: readonly ClaimResult[];
  /** Claims written or changed since. */
  readonly changed: readonly string[];
  /** Refuted claims without a committed witness. */
  readonly unpinned: readonly string[];
}

/** A command and what it does here. */
export type Step = readonly [command: string, does: string];

const plural = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** What the last run found, in one sentence. */
export function situation(f: Folder): string {
  if (f.claims.length === 0) return 'No claims here yet.';
  if (f.last.length === 0) return `${plural(f.claims.length, 'claim')} here, not checked yet.`;
  const counts = VERDICTS.map((v) => [v, f.last.filter((r) => r.row.verdict === v).length] as const);
  const said = counts.filter(([, n]) => n > 0).map(([v, n]) => `${n} ${v}`);
  const changed = f.changed.length > 0 ? `; ${f.changed.length} not in it or changed since` : '';
  return `${plural(f.claims.length, 'claim')} here; last run: ${said.join(', ')}${changed}.`;
}

function steps(f: Folder): readonly Step[] {
  if (f.claims.length === 0) return [['counterflow new my-claim', 'writes a claim to start from, in theorems/']];
  const wrong = f.last.find((r) => !r.row.asExpected)?.row.file;
  const unproved = f.last.find((r) => r.row.verdict === 'survived')?.row.file;
  return [
    ...(f.last.length === 0 ? [['counterflow check', 'checks them all'] as Step] : []),
    ...(f.changed.length > 0 && f.last.length > 0
      ? [
          [
            `counterflow check${f.changed.length > 1 ? '' : ` ${f.changed[0]}`}`,
            'checks what is new or has changed',
          ] as Step,
        ]
      : []),
    ...(wrong
      ? [
          [`counterflow show ${wrong}`, 'not as expected: see how it was read'] as Step,
          [`counterflow check ${wrong} --watch`, 'checks it again each time you save it'] as Step,
        ]
      : []),
    ...(f.unpinned.length > 0
      ? [[`counterflow check ${f.unpinned[0]} --pin`, 'keeps its counterexample beside it, to be committed'] as Step]
      : []),
    ...(!wrong && unproved
      ? [[`counterflow derive ${unproved}`, 'survived, not proved: see how far a proof gets'] as Step]
      : []),
    ...(!wrong && unproved ? [[`counterflow hunt ${unproved}`, 'searches on for a counterexample'] as Step] : []),
    ...(f.last.length > 0
      ? [
          ['counterflow report --html pages', 'a page for every claim of the last run'] as Step,
          ['counterflow list', 'every claim and its verdict'] as Step,
        ]
      : []),
    ['counterflow new my-claim', 'writes another claim'],
  ];
}

/** What to do next in such a folder, most useful first. */
export const advice = (f: Folder): readonly Step[] => [
  ...(f.installed ? [] : [['npm install <counterflow-….tgz>', 'so that claims can import counterflow'] as Step]),
  ...steps(f),
  ['counterflow --help', 'lists all commands'],
];

function installed(): boolean {
  if (existsSync('node_modules/counterflow')) return true;
  try {
    return (JSON.parse(readFileSync('package.json', 'utf8')) as { name?: unknown }).name === 'counterflow';
  } catch {
    return false;
  }
}

const time = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

export async function folder(): Promise<Folder> {
  const { files } = await findClaims([]);
  const here = new Set(files);
  const last = (lastRun()?.results ?? []).filter((r) => here.has(r.row.file));
  const known = new Set(last.map((r) => r.row.file));
  const at = time('.counterflow/last.json');
  return {
    installed: installed(),
    claims: files,
    last,
    changed: files.filter((f) => !known.has(f) || time(f) > at),
    unpinned: last
      .filter((r) => r.row.witness && r.row.status === 'refuted' && !existsSync(witnessPath(r.row.file)))
      .map((r) => r.row.file),
  };
}

export async function run(): Promise<number> {
  const f = await folder();
  const prefix = process.env.npm_command === 'exec' ? 'npx ' : '';
  const all = advice(f).map(([c, does]): Step => [c.startsWith('counterflow') ? `${prefix}${c}` : c, does]);
  const width = Math.max(...all.map(([command]) => command.length));
  const lines = all.map(([command, does]) => `  ${command.padEnd(width)}   ${does}`);
  process.stdout.write(
    [
      'counterflow checks claims about gradient descent and gradient flow.',
      '',
      situation(f),
      '',
      'Next:',
      ...lines,
      '',
    ].join('\n'),
  );
  return 0;
}
