/**
 * A vitest reporter: after the tests, the verdict of every claim that `describeClaims` checked.
 *
 * In vitest.config: `reporters: ['default', 'counterflow/vitest-reporter']`.
 */
import type { Reporter, TestModule } from 'vitest/node';
import { paint, paintVerdict, styleFor, table } from './report/style.ts';
import type { Meta } from './vitest.ts';

type Said = NonNullable<Meta['counterflow']>;

const COLUMNS = [
  { head: 'claim', least: 28, tail: true },
  { head: '' },
  { head: 'status', spare: 1 },
  { head: 'verdict' },
  { head: 'accepted', right: true, spare: 2 },
];

export default class ClaimsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const claims = modules.flatMap((m) => [...m.children.allTests()].map((t) => (t.meta() as Meta).counterflow));
    const checked = claims.filter((c): c is Said => c !== undefined);
    if (checked.length === 0) return;
    const s = styleFor(process.stdout, true);
    const rows = checked.map((c) => [
      c.id,
      c.asExpected ? 'ok' : paint(s, 'red', 'NOT AS EXPECTED'),
      c.status,
      paintVerdict(s, c.verdict, c.verdict),
      `${c.accepted}`,
    ]);
    process.stdout.write(`\n${table(s, COLUMNS, rows)}\n`);
  }
}
