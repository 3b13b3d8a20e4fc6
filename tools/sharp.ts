/**
 * `npm run sharp`: probes every declared constant of the library and writes docs/sharp-constants.md and the brackets with their
 * witnesses (test/golden/sharp-constants.json).
 *
 * Trusts nothing of its own: a row is what `counterflow probe` said, and test/probe/sharp-constants.test.ts decides it again.
 * Ten minutes of CPU; with names of claims (`-- descent/one-step`) only their rows are made anew, `-- --from FILE` takes them from
 * what `counterflow probe --json` has printed.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Witness } from '../src/claim/witness.ts';
import { loadClaim } from '../src/load.ts';
import { parseRational, toNumber } from '../src/number/decimal.ts';
import type { ProbeFindings } from '../src/report/probe.ts';

const ROOT = new URL('..', import.meta.url).pathname;
export const PAGE = `${ROOT}docs/sharp-constants.md`;
export const ROWS = `${ROOT}test/golden/sharp-constants.json`;

/** One constant: how far it is proved or certified, where it fails. All numbers exact, as text. */
export interface Row {
  readonly file: string;
  readonly id: string;
  readonly paper: string;
  readonly says: string;
  readonly name: string;
  readonly value: string;
  readonly to: string;
  readonly sure: { readonly at: string; readonly verdict: string };
  readonly fails: { readonly at: string; readonly witness: Witness };
  readonly guess: string | null;
}

const number = (t: string): number => toNumber(parseRational(t)!);
/** A bracket of this part of the way from the stated value to the other end counts as closed. */
const CLOSED = 2 ** -10;

export type Sharpness = 'sharp' | 'not sharp' | 'open';
export function sharpness({ value, to, sure, fails }: Row): Sharpness {
  const [stated, end, holds, broken] = [value, to, sure.at, fails.at].map(number) as [number, number, number, number];
  if (sure.at !== value) return 'not sharp';
  return Math.abs(broken - holds) <= CLOSED * Math.abs(end - stated) ? 'sharp' : 'open';
}

const cell = (t: string): string => t.replaceAll('|', '\\|');
const shown = (t: string): string => (t.includes('/') && t.length > 5 ? `${number(t).toPrecision(8)}…` : t);

function line(r: Row): string {
  const verdict = { sharp: 'sharp', 'not sharp': `**not sharp**`, open: 'open' }[sharpness(r)];
  const bracket = `${shown(r.sure.at)} ${r.sure.verdict}, ${shown(r.fails.at)} refuted`;
  const cells = [r.paper, `[${r.id}](../${r.file})`, r.says, `${r.name} = ${r.value}`, bracket, verdict, r.guess ?? ''];
  return `| ${cells.map(cell).join(' | ')} |`;
}

export function page(rows: readonly Row[]): string {
  const count = (s: Sharpness): number => rows.filter((r) => sharpness(r) === s).length;
  return [
    '# Sharp constants',
    `What \`counterflow probe\` says about the declared constants of the library: the furthest value at which the claim is still
proved or certified (on its declared domain, at all its sizes), and the nearest at which a counterexample is verified. A constant
is sharp when the first is the stated one and the second as near as 1/1000 of the way probed; it is not sharp when a better
one is proved or certified. Of ${rows.length} constants ${count('sharp')} are sharp, ${count('not sharp')} are not, ${count('open')} ${count('open') === 1 ? 'is' : 'are'} open. A closed form is a guess from the bracket, never a result.`,
    '`npm run sharp` makes this page; `npm test` verifies every counterexample again and a sample of what holds, `npm run probes` all.',
    [
      '| paper | claim | what it says | stated | bracket | sharp? | guess |',
      '|---|---|---|---|---|---|---|',
      ...rows.map(line),
    ].join('\n'),
    '',
  ].join('\n\n');
}

const paperOf = (s: { readonly authors: string } | undefined): string => s?.authors ?? 'ours';

/** The rows of a probed claim: constants whose stated value is proved or certified and that fail somewhere. */
async function rowsOf(found: ProbeFindings): Promise<readonly Row[]> {
  const { claim } = await loadClaim(`${ROOT}${found.file}`);
  return found.constants.flatMap(({ name, value, to, sure, fails, guess }) => {
    if (!sure || !fails?.witness) return [];
    const held = { at: sure.at, verdict: sure.verdict };
    const made = { sure: held, fails: { at: fails.at, witness: fails.witness }, guess: guess?.text ?? null };
    const row = { file: found.file, id: found.id, paper: paperOf(claim.source), says: claim.says, name, value, to };
    return [{ ...row, ...made, guess: guess && guess.text !== value ? guess.text : null }];
  });
}

/** Files of the library with declared constants. */
export const declaring = (): readonly string[] =>
  execFileSync('grep', ['-rlE', '^\\s*constants: ', 'theorems', '--include=*.ts'], { cwd: ROOT, encoding: 'utf8' })
    .trim()
    .split('\n')
    .sort();

const order = (a: Row, b: Row): number => (a.paper + a.id + a.name < b.paper + b.id + b.name ? -1 : 1);

function probed(ids: readonly string[]): string {
  const files = declaring().filter((f) => ids.length === 0 || ids.some((i) => f === `theorems/${i}.ts`));
  const args = ['dist/cli.js', 'probe', ...files, '--json'];
  return execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28 });
}

interface Made {
  readonly files: readonly string[];
  readonly rows: readonly Row[];
}
async function made(text: string): Promise<Made> {
  const { claims } = JSON.parse(text) as { readonly claims: readonly ProbeFindings[] };
  return { files: claims.map((c) => c.file), rows: (await Promise.all(claims.map(rowsOf))).flat().sort(order) };
}
/** All brackets anew. */
export const rowsNow = async (): Promise<readonly Row[]> => (await made(probed([]))).rows;

async function main(args: readonly string[]): Promise<void> {
  const { files, rows: anew } = await made(args[0] === '--from' ? readFileSync(args[1]!, 'utf8') : probed(args));
  const kept = args.length === 0 ? [] : (JSON.parse(readFileSync(ROWS, 'utf8')) as readonly Row[]);
  const rows = [...kept.filter((r) => !files.includes(r.file)), ...anew].sort(order);
  writeFileSync(ROWS, `${JSON.stringify(rows, null, 2)}\n`);
  writeFileSync(PAGE, page(rows));
}

if (process.argv[1]?.endsWith('sharp.ts')) await main(process.argv.slice(2));
