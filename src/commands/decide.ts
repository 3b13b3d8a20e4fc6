/** `counterflow decide`: quantized runs decided for all time, with another format or rounding if asked. */
import type { DecideReport, PointRow, RunRow } from '../decide.ts';
import { paint, styleFor } from '../report/style.ts';
import type { Task } from '../worker.ts';
import { type Options, performAll, printJson, printProblems, UsageError } from './common.ts';

const LIMITS = { loadMilliseconds: 20_000, taskMilliseconds: 300_000 };

function textOption(options: Options, name: string): string | undefined {
  const given = options[name];
  if (given === undefined) return undefined;
  if (typeof given !== 'string') throw new UsageError(`--${name}: a value is wanted, found none`);
  return given;
}

export async function run(args: readonly string[], options: Options): Promise<number> {
  const format = textOption(options, 'format');
  const rounding = textOption(options, 'rounding');
  const chosen = { ...(format ? { format } : {}), ...(rounding ? { rounding } : {}) };
  const oracle = options.oracle === true;
  const task = (file: string): Task => ({ kind: 'decide', file, options: chosen, oracle });
  const { values: claims, errors } = await performAll<DecideReport>(args, task, LIMITS, options);
  if (options.json === true) printJson({ schema: 'counterflow/decide@1', claims, errors });
  else {
    printProblems(errors);
    for (const c of claims) process.stdout.write(`${text(c, options)}\n`);
  }
  return errors.length > 0 ? 2 : 0;
}

const flat = (v: unknown): string => (Array.isArray(v) ? `(${v.map(flat).join(', ')})` : String(v));
const cut = (t: string): string => (t.length > 100 ? `${t.slice(0, 99)}…` : t);

function runText(r: RunRow): string {
  const head = `${r.format}, ${r.rounding} at the ${r.rounds}`;
  if (r.period === null) return `${head}: not one run (stochastic), or not decided`;
  const where = r.cycle
    .map((z) =>
      Object.entries(z)
        .map(([k, v]) => `${k} = ${v}`)
        .join(' '),
    )
    .join(' → ');
  const fate = r.settles ? `at rest from step ${r.entered}` : `a cycle of period ${r.period} from step ${r.entered}`;
  const o = r.oracle;
  const oracle = o
    ? `\n    with oracles: ${o.certainSteps} steps certain with ${o.precision} bits${o.kind === 'cycle' ? ', so for all time' : ''}${o.stopped ? `; stopped: ${o.stopped}` : ''}${o.agrees === false ? '; DISAGREES with the exact run' : ''}`
    : '';
  return `${head}: ${fate}: ${cut(where)}${oracle}`;
}

function pointText(p: PointRow): string {
  const values = [...Object.entries(p.sizes), ...Object.entries(p.values)].map(([k, v]) => `${k} = ${flat(v)}`);
  return [
    `  at ${cut(values.join(', '))}: the claim is ${p.verdict === 'holds' ? 'true' : p.verdict}`,
    ...p.runs.map((r) => `    ${runText(r)}`),
  ].join('\n');
}

function text(c: DecideReport, options: Options): string {
  const s = styleFor(process.stdout, options.color !== false);
  const chosen = [c.options.format, c.options.rounding].filter((x) => x !== null).join(', ');
  const head = paint(s, 'bold', `${c.id}${chosen ? ` (with ${chosen} in place of the claim's own)` : ''}`);
  return [head, ...c.points.map(pointText)].join('\n');
}
