/**
 * `npm run mutate-claims`: changes one sign, constant or exponent in what a claim concludes or defines, and checks the mutant.
 *
 * Takes claims believed true. A mutant is killed when its check fails (it is refuted, or it no longer loads), noticed when
 * its verdict is weaker than the original's, equivalent when the kernel proves it too. Mutants are copies of the claim's
 * file under .counterflow/mutants; nothing else is written. `--every 7` takes every seventh mutant, `--runs` the budget of
 * each, `--only` a part of the id. Costs about a second a mutant and processor.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ClaimResult } from '../src/claim/result.ts';
import { checkFiles } from '../src/commands/check.ts';
import { findClaims } from '../src/find.ts';

const HOME = '.counterflow/mutants';

interface Site {
  readonly at: number;
  readonly old: string;
  readonly now: string;
  readonly kind: 'sign' | 'constant' | 'exponent';
}
interface Mutant extends Site {
  readonly file: string;
  readonly original: string;
}

/** Past a template that begins at `open`; its formula text outside of holes is told to `seen`. */
function template(text: string, open: number, seen: (from: number, to: number) => void): number {
  let start = open + 1;
  for (let i = start; i < text.length; i++) {
    if (text[i] === '`') {
      seen(start, i);
      return i + 1;
    }
    if (!text.startsWith('${', i)) continue;
    seen(start, i);
    start = closing(text, i + 2) + 1;
    i = start - 1;
  }
  return text.length;
}

/** Where code that begins at `from` ends: at a bracket that it didn't open, or a comma between fields. */
function closing(text: string, from: number, seen: (from: number, to: number) => void = () => {}): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const c = text[i]!;
    if (c === "'") i = text.indexOf("'", i + 1);
    else if (c === '`') i = template(text, i, /\b(ex|that)$/.test(text.slice(0, i)) ? seen : () => {}) - 1;
    else if ('([{'.includes(c)) depth++;
    else if (')]}'.includes(c)) depth--;
    if (depth < 0 || (depth === 0 && c === ',')) return i;
  }
  return text.length;
}

/** Formula text in a field of a claim: templates tagged ex or that, without their holes. */
function formulas(text: string, name: string): readonly (readonly [number, number])[] {
  const m = new RegExp(`^ {2}${name}: `, 'm').exec(text);
  const found: (readonly [number, number])[] = [];
  if (m) closing(text, m.index + m[0].length, (from, to) => found.push([from, to]));
  return found.filter(([from, to]) => to > from);
}

function sitesIn(text: string, [from, to]: readonly [number, number]): readonly Site[] {
  const part = text.slice(from, to);
  const sites: Site[] = [];
  for (const m of part.matchAll(/ ([+-]) /g))
    sites.push({ at: from + m.index + 1, old: m[1]!, now: m[1] === '+' ? '-' : '+', kind: 'sign' });
  for (const m of part.matchAll(/(\^\(?|[\w.])?\b(\d+)\b(?!\.)/g)) {
    if (/^[\w.]$/.test(m[1] ?? '')) continue;
    const at = from + m.index + (m[1]?.length ?? 0);
    const kind = m[1]?.startsWith('^') ? 'exponent' : 'constant';
    sites.push({ at, old: m[2]!, now: `${Number(m[2]) + 1}`, kind });
  }
  return sites;
}

export function sites(text: string): readonly Site[] {
  return ['conclude', 'where'].flatMap((f) => formulas(text, f)).flatMap((f) => sitesIn(text, f));
}

/** The file with one change, under an id of its own, beside copies of what it imports. */
function write(file: string, text: string, site: Site, k: number): string {
  const to = join(HOME, dirname(file), `${basename(file, '.ts')}-mutant-${k}.ts`);
  const changed = text.slice(0, site.at) + site.now + text.slice(site.at + site.old.length);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, changed.replace(/(claim|variant)\(\s*'([^']+)'/, `$1('$2-mutant-${k}'`));
  return to;
}

const RANK = ['survived', 'undecided', 'certified', 'proved'];

interface Tally {
  unloaded: number;
  killed: number;
  noticed: number;
  equivalent: number;
  alive: Mutant[];
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

function judge(t: Tally, m: Mutant, result: ClaimResult | undefined): void {
  const verdict = result?.row.verdict;
  if (!result) t.unloaded++;
  else if (verdict === 'refuted' || verdict === 'vacuous' || verdict === 'suspect') t.killed++;
  else if (verdict === 'proved' || verdict === 'certified') t.equivalent++;
  else if (RANK.indexOf(verdict!) < RANK.indexOf(m.original)) t.noticed++;
  else t.alive.push(m);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      every: { type: 'string', default: '1' },
      runs: { type: 'string', default: '20000' },
      only: { type: 'string', default: '' },
      workers: { type: 'string', default: '2' },
    },
  });
  const last = JSON.parse(readFileSync('.counterflow/last.json', 'utf8')) as { results: readonly ClaimResult[] };
  const original = new Map(last.results.map((r) => [r.row.file, r.row]));
  rmSync(HOME, { recursive: true, force: true });
  cpSync('theorems', join(HOME, 'theorems'), { recursive: true, filter: (f) => !f.endsWith('.json') });
  const mutants: Mutant[] = [];
  let claims = 0;
  let n = 0;
  for (const file of (await findClaims(['theorems'])).files) {
    const row = original.get(file);
    if (!row || row.status === 'refuted' || !row.id.includes(values.only)) continue;
    const text = readFileSync(file, 'utf8');
    const all = sites(text);
    if (all.length > 0) claims++;
    all.forEach((s, k) => {
      if (n++ % Number(values.every) === 0)
        mutants.push({ ...s, file: write(file, text, s, k), original: row.verdict });
    });
  }
  const input = {
    seed: 1,
    runs: Number(values.runs),
    workers: Number(values.workers),
    useWitness: false,
    quiet: false,
    loadSeconds: 20,
  };
  const checked = await checkFiles(
    mutants.map((m) => m.file),
    input,
  );
  const results = new Map(checked.results.map((r) => [r.row.file, r]));
  const tally: Tally = { unloaded: 0, killed: 0, noticed: 0, equivalent: 0, alive: [] };
  for (const m of mutants) judge(tally, m, results.get(m.file));
  const counted = mutants.length - tally.equivalent;
  for (const m of tally.alive)
    process.stdout.write(
      `alive: ${m.file.slice(HOME.length + 1)}:${lineOf(readFileSync(m.file, 'utf8'), m.at)} ${m.kind} ${m.old} → ${m.now}\n`,
    );
  process.stdout.write(
    `${mutants.length} mutants of ${claims} claims: ${tally.equivalent} proved or certified too, ` +
      `${tally.unloaded} do not load, ${tally.killed} killed, ${tally.noticed} lost their proof, ${tally.alive.length} alive; ` +
      `${((100 * (tally.unloaded + tally.killed + tally.noticed)) / Math.max(1, counted)).toFixed(1)} % of the others noticed ` +
      `(${((100 * (tally.unloaded + tally.killed)) / Math.max(1, counted)).toFixed(1)} % fail outright)\n`,
  );
}

if (process.argv[1]?.endsWith('mutate-claims.ts')) await main();
