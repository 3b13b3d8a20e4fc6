/** `counterflow list`: the claims found here with the verdicts of the last run. */
import { findClaims } from '../find.ts';
import { paint, paintVerdict, styleFor, table } from '../report/style.ts';
import { lastRun, type Options, printJson, UsageError } from './common.ts';

const COLUMNS = [
  { head: 'claim', least: 28, tail: true },
  { head: 'status', spare: 1 },
  { head: 'verdict' },
  { head: 'file', least: 12, spare: 2 },
];

export async function run(_args: readonly string[], options: Options): Promise<number> {
  if (options.by !== undefined && options.by !== 'paper')
    throw new UsageError(`--by: paper is wanted, found "${options.by}"`);
  const { files } = await findClaims([]);
  const known = new Map((lastRun()?.results ?? []).map((r) => [r.row.file, r]));
  const claims = files.map((file) => {
    const r = known.get(file);
    const id = r?.row.id ?? file.replace(/^(theorems|claims)\//, '').replace(/(\.claim)?\.[cm]?[jt]s$/, '');
    const paper = r?.details.source ? `${r.details.source.authors}: ${r.details.source.title}` : null;
    return { id, file, status: r?.row.status ?? null, verdict: r?.row.verdict ?? null, paper };
  });
  if (options.json === true) {
    printJson({ schema: 'counterflow/list@1', claims });
    return 0;
  }
  const s = styleFor(process.stdout, options.color !== false);
  const groups = options.by === 'paper' ? [...new Set(claims.map((c) => c.paper))].sort() : [undefined];
  for (const g of groups) {
    const rows = claims.filter((c) => g === undefined || c.paper === g);
    if (g !== undefined) process.stdout.write(`\n${paint(s, 'bold', g ?? 'no paper named')}\n`);
    const cells = rows.map((c) => [
      c.id,
      c.status ?? '',
      c.verdict ? paintVerdict(s, c.verdict, c.verdict) : 'not run yet',
      c.file,
    ]);
    process.stdout.write(`${table(s, COLUMNS, cells)}\n`);
  }
  if (claims.length === 0) process.stdout.write('no claims here; counterflow new my-claim writes one\n');
  return 0;
}
