/** `counterflow derive`: the derivation step by step, the rules and axioms it rests on, the proof as a file. */
import { writeWhole } from '../claim/witness.ts';
import type { Derived } from '../derive.ts';
import { paint, styleFor } from '../report/style.ts';
import { type Options, performAll, printJson, printProblems } from './common.ts';

const LIMITS = { loadMilliseconds: 20_000, taskMilliseconds: 300_000 };

export async function run(args: readonly string[], options: Options): Promise<number> {
  const { values: claims, errors } = await performAll<Derived>(
    args,
    (file) => ({ kind: 'derive', file }),
    LIMITS,
    options,
  );
  if (typeof options.proof === 'string' && claims[0]?.export)
    writeWhole(options.proof, JSON.stringify(claims[0].export));
  if (options.json === true) {
    const shown = claims.map(({ export: _, ...c }) => c);
    printJson({ schema: 'counterflow/derive@1', claims: shown, errors });
  } else {
    printProblems(errors);
    for (const c of claims) process.stdout.write(`${options.latex === true ? latex(c) : text(c, options)}\n`);
  }
  if (errors.length > 0) return 2;
  return claims.every((c) => c.proved) ? 0 : 1;
}

function text(c: Derived, options: Options): string {
  const s = styleFor(process.stdout, options.color !== false);
  const head = (t: string): string => paint(s, 'bold', t);
  const rest = c.derivation;
  const rules = rest ? Object.entries(rest.rules).map(([r, n]) => `${r} ${n}`) : [];
  return [
    head(c.id),
    c.says,
    ...(c.assume.length > 0 ? ['', head('given'), ...c.assume.map((a) => `  ${a.text}`)] : []),
    '',
    head('shows'),
    ...c.conclude.map((a) => `  ${a.text}`),
    '',
    head('steps'),
    ...(c.steps.length > 0
      ? c.steps.map((l) => `  ${'  '.repeat(l.depth)}${l.text}   [${l.by}]`)
      : ['  none: found without the author']),
    ...(c.proposals.length > 0 ? ['', head('proposals'), ...c.proposals.map((p) => `  ${proposal(p)}`)] : []),
    '',
    c.proved
      ? `${head('proved')} by the kernel at ${c.sizes.length} ${c.sizes.length === 1 ? 'size' : 'sizes'}, ${rest!.inferences} inferences: ${rules.join(', ')}`
      : `${head('not proved')}: ${c.reason}`,
    ...(c.proved ? [`axioms: ${rest!.axioms.length > 0 ? rest!.axioms.join(', ') : 'none'}`] : []),
    ...(c.enclosures.length > 0 ? ['', head('enclosures'), ...c.enclosures.map((e) => `  ${e}`)] : []),
    ...(c.proved
      ? ['A theorem about a flow speaks of every solution; that one exists is not claimed.'].filter(
          () => 'flow' in rest!.rules,
        )
      : []),
  ].join('\n');
}

const proposal = (p: Derived['proposals'][number]): string =>
  `${p.by}, ${p.task}: ${p.proposal}   ${p.accepted ? '[accepted]' : `[refused: ${p.why}]`}`;

function latex(c: Derived): string {
  const item = (l: Derived['steps'][number]): string =>
    `${'  '.repeat(l.depth + 1)}\\item ${l.latex ? `$${l.latex}$` : `\\texttt{${escaped(l.text)}}`} \\hfill (${l.by})`;
  const shows = c.conclude.map((a) => `\\[ ${a.latex} \\]`);
  const given = c.assume.length > 0 ? [`Given $${c.assume.map((a) => a.latex).join(',\\ ')}$:`] : [];
  const steps = c.steps.length > 0 ? ['\\begin{enumerate}', ...c.steps.map(item), '\\end{enumerate}'] : [];
  return [`% ${c.id}`, ...given, ...shows, ...steps].join('\n');
}

const SPECIAL: { readonly [c: string]: string } = { '\\': '\\textbackslash{}', '^': '\\^{}', '~': '\\~{}' };
const escaped = (words: string): string => words.replace(/[\\^~#$%&_{}]/g, (c) => SPECIAL[c] ?? `\\${c}`);
