/** `counterflow report`: the last run, or documents of `check --json` put together, as Markdown, JSON or HTML. */
import { readFileSync } from 'node:fs';
import type { ClaimRow, Problem } from '../claim/result.ts';
import { ContradictionError } from '../claim/verdict.ts';
import { stepSummary } from '../report/github.ts';
import { MergeError, merge, readDocument } from '../report/merge.ts';
import { summaryOf } from './check.ts';
import { lastRun, type Options, printJson, printProblems, UsageError, workerCount } from './common.ts';
import { exhibits, type Known, nothing, writePages } from './pages.ts';

interface Run {
  readonly seed: number | null;
  readonly claims: readonly Known[];
  readonly errors: readonly Problem[];
}

function fromDocuments(paths: readonly string[]): Run {
  const documents = paths.map((path) => {
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch {
      throw new UsageError(`${path}: a document of counterflow check --json is wanted, found nothing that can be read`);
    }
    return { path, document: readDocument(path, text) };
  });
  const { seed, rows, errors } = merge(documents);
  const last = new Map((lastRun()?.results ?? []).map((r) => [JSON.stringify(r.row), r.details]));
  return { seed, errors, claims: rows.map((row) => ({ row, details: last.get(JSON.stringify(row)) ?? null })) };
}

function fromLastRun(): Run {
  const last = lastRun();
  if (!last) throw new UsageError('a run to report on is wanted, found none here (counterflow check makes one)');
  return { seed: last.seed, claims: last.results.map(({ row, details }) => ({ row, details })), errors: [] };
}

/** Only the claims named, by id or file. Throws UsageError on a name that is none of them. */
function chosen(run: Run, names: readonly string[]): Run {
  if (names.length === 0) return run;
  const fits = (row: ClaimRow, name: string): boolean => row.id === name || row.file === name;
  const missing = names.find((n) => !run.claims.some(({ row }) => fits(row, n)));
  if (missing !== undefined) throw new UsageError(`a claim of the run is wanted, found "${missing}"`);
  return { ...run, claims: run.claims.filter(({ row }) => names.some((n) => fits(row, n))) };
}

const text = (options: Options, name: string): string | undefined => {
  const given = options[name];
  if (given === undefined || given === false) return undefined;
  if (typeof given !== 'string' && typeof given !== 'number')
    throw new UsageError(`--${name}: a path is wanted, found none`);
  return String(given);
};

function gathered(args: readonly string[], options: Options): Run {
  const first = options.from === undefined ? [] : [options.from].flat().map(String);
  if (first.includes('true'))
    throw new UsageError('--from: documents of counterflow check --json are wanted, found none');
  const documents = [...first, ...(first.length > 0 ? args.filter((a) => a.endsWith('.json')) : [])];
  const names = args.filter((a) => !documents.includes(a));
  return chosen(documents.length > 0 ? fromDocuments(documents) : fromLastRun(), names);
}

export async function run(args: readonly string[], options: Options): Promise<number> {
  const dir = text(options, 'html');
  if (options.standalone === true && dir === undefined)
    throw new UsageError('--html with a folder is wanted for --standalone, found none');
  let made: Run;
  try {
    made = gathered(args, options);
  } catch (e) {
    if (e instanceof ContradictionError) {
      process.stderr.write(`${e.message}\n`);
      return 4;
    }
    if (e instanceof MergeError) throw new UsageError(e.message);
    throw e;
  }
  const { seed, claims, errors } = made;
  const quiet = options.quiet === true || options.json === true;
  const written =
    dir === undefined
      ? []
      : writePages(await exhibits(claims, workerCount(options), quiet), {
          dir,
          seed,
          standalone: options.standalone === true,
          problems: errors,
        });
  print(made, written, options);
  if (errors.length > 0) return 2;
  return claims.every(({ row }) => row.asExpected) ? 0 : 1;
}

function print({ seed, claims, errors }: Run, written: readonly string[], options: Options): void {
  const rows = claims.map((c) => c.row);
  const results = claims.map(({ row, details }) => ({ row, details: details ?? nothing(row) }));
  if (options.json === true) {
    printJson({ schema: 'counterflow/report@1', seed, claims: rows, errors, summary: summaryOf(results), written });
    return;
  }
  printProblems(errors);
  if (written.length === 0) process.stdout.write(stepSummary({ results, problems: errors, contradictions: [] }));
  else if (options.quiet !== true)
    process.stdout.write(`${claims.length} ${claims.length === 1 ? 'page' : 'pages'}, from ${written[0]}\n`);
}
