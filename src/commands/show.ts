/** `counterflow show`: the statement as parsed, its domains, sample instances. */
import { paint, styleFor } from '../report/style.ts';
import type { Shown } from '../show.ts';
import { type Options, performAll, printJson, printProblems } from './common.ts';

const LIMITS = { loadMilliseconds: 20_000, taskMilliseconds: 60_000 };

export async function run(args: readonly string[], options: Options): Promise<number> {
  const { values: claims, errors } = await performAll<Shown>(args, (file) => ({ kind: 'show', file }), LIMITS, options);
  if (options.json === true) printJson({ schema: 'counterflow/show@1', claims, errors });
  else {
    printProblems(errors);
    for (const c of claims) process.stdout.write(`${shownText(c, options)}\n`);
  }
  return errors.length > 0 ? 2 : 0;
}

function shownText(c: Shown, options: Options): string {
  const s = styleFor(process.stdout, options.color !== false);
  const head = (t: string): string => paint(s, 'bold', t);
  const lines = [
    head(`${c.id} (${c.status})`),
    c.says,
    ...(c.notes ? [c.notes] : []),
    '',
    ...c.domains.map((d) => `  ${d.name} in ${d.text}`),
    ...(c.assume.length > 0 ? ['', head('assume'), ...c.assume.map((a) => `  ${a.text}`)] : []),
    '',
    head('conclude'),
    ...c.conclude.map((a) => `  ${a.text}`),
  ];
  for (const i of c.samples) {
    const sizes = Object.entries(i.sizes).map(([k, v]) => `${k} = ${v}`);
    lines.push('', head(`instance ${sizes.join(', ')}`), `  ${i.reals} real numbers, ${i.inputs} inputs a step`);
    for (const r of i.runs)
      lines.push(...r.step.map((t, k) => `  ${r.kind === 'map' ? 'next' : 'rate of'} ${r.state[k]}: ${t}`));
  }
  return lines.join('\n');
}
