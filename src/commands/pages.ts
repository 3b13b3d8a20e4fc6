/** Exhibits from workers, and the HTML report written from them: shared by `report` and `check --report`. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Checked, ClaimDetails, ClaimResult, ClaimRow, Problem } from '../claim/result.ts';
import { writeWhole } from '../claim/witness.ts';
import { openPool } from '../pool.ts';
import type { Exhibit } from '../report/exhibit.ts';
import { counterexampleReport } from '../report/markdown.ts';
import { progressBar } from '../report/progress.ts';
import { type Entry, writeSite } from '../report/site.ts';
import { problemWords } from '../report/words.ts';
import { version } from '../version.ts';

const LIMITS = { loadMilliseconds: 30_000, taskMilliseconds: 120_000 };

/** A row with the details that its run knew, if it is a run of this folder. */
export interface Known {
  readonly row: ClaimRow;
  readonly details: ClaimDetails | null;
}

/** What is known of a claim from its row alone. */
export const nothing = (row: ClaimRow): ClaimDetails => ({
  says: '',
  notes: null,
  source: null,
  place: null,
  hash: row.witness?.hash ?? '',
  assume: [],
  conclude: [],
  domains: [],
  failing: null,
  found: null,
  artefacts: 0,
  staleWitness: false,
  proof: null,
});

/** What each claim's file says beyond its row, in workers. A claim without a file, or that fails, has no exhibit. */
export async function exhibits(known: readonly Known[], workers: number, quiet: boolean): Promise<readonly Entry[]> {
  const pool = await openPool(Math.max(1, Math.min(workers, known.length)), LIMITS);
  const progress = progressBar(quiet);
  let done = 0;
  const one = async ({ row, details }: Known): Promise<Entry> => {
    const answer = existsSync(row.file)
      ? await pool.run<Exhibit>({ kind: 'exhibit', file: row.file, row, proof: details?.proof ?? null })
      : undefined;
    progress.show({ done: ++done, total: known.length, part: 0, runs: 0, at: row.id });
    const exhibit = answer?.kind === 'ok' && answer.value.id === row.id ? answer.value : null;
    const found = details ? { found: details.found, failing: details.failing, artefacts: details.artefacts } : {};
    const result: ClaimResult = {
      row,
      details: exhibit ? { ...exhibit.details, ...found } : (details ?? nothing(row)),
    };
    return { result, exhibit };
  };
  const entries = await Promise.all(known.map(one));
  progress.clear();
  await pool.close();
  return entries;
}

export interface PagesInput {
  readonly dir: string;
  readonly seed: number | null;
  readonly standalone: boolean;
  readonly problems: readonly Problem[];
}

/** Writes the HTML report; the paths it wrote, the index first. */
export const writePages = (
  entries: readonly Entry[],
  { dir, seed, standalone, problems }: PagesInput,
): readonly string[] =>
  writeSite(dir, entries, { version: version(), seed, standalone, problems: problems.map(problemWords) });

export interface ReportsInput {
  readonly dir: string;
  readonly seed: number;
  readonly workers: number;
  readonly quiet: boolean;
}

/** What `check --report` writes: the pages, and of every counterexample a Markdown report and its script. How many those are. */
export async function writeReports(c: Checked, { dir, seed, workers, quiet }: ReportsInput): Promise<number> {
  const entries = await exhibits(c.results, workers, quiet);
  writePages(entries, { dir, seed, standalone: false, problems: c.problems });
  const refuted = entries.filter(({ result }) => result.row.witness);
  for (const { result, exhibit } of refuted) {
    const path = join(dir, `${result.row.id}.md`);
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, counterexampleReport(result, version(), exhibit));
    const python = exhibit?.python;
    if (python && 'script' in python) writeWhole(path.replace(/\.md$/, '.py'), python.script);
  }
  return refuted.length;
}
