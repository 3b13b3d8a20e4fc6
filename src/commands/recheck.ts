/** `counterflow recheck`: an exported proof replayed in a fresh process and compared with its claim. */
import { existsSync, readFileSync } from 'node:fs';
import type { Rechecked } from '../derive.ts';
import type { Problem } from '../load.ts';
import { type Options, performOne, printJson, printProblems } from './common.ts';

const LIMITS = { loadMilliseconds: 20_000, taskMilliseconds: 300_000 };
const wrong = (file: string, wanted: string, found: string): Problem => ({
  file,
  line: null,
  column: null,
  wanted,
  found,
});

function claimFile(path: string): string | Problem {
  if (!existsSync(path)) return wrong(path, 'a proof file', 'nothing there');
  try {
    const { file } = JSON.parse(readFileSync(path, 'utf8')) as { file?: unknown };
    if (typeof file !== 'string') return wrong(path, 'a file written by derive --proof', 'another JSON document');
    return existsSync(file) ? file : wrong(path, `the claim in ${file}`, 'nothing there');
  } catch (e) {
    return wrong(path, 'a JSON document', e instanceof Error ? e.message : String(e));
  }
}

async function decided(path: string, options: Options): Promise<Rechecked | Problem> {
  const file = claimFile(path);
  if (typeof file !== 'string') return file;
  const answer = await performOne<Rechecked>({ kind: 'recheck', file, proof: path }, LIMITS, options);
  if (answer.kind === 'ok') return answer.value;
  return answer.kind === 'problem' ? { ...answer.problem, file: path } : wrong(path, 'a proof', answer.message);
}

export async function run(args: readonly string[], options: Options): Promise<number> {
  const path = args[0]!;
  const r = await decided(path, options);
  if (options.json === true) {
    const body = 'wanted' in r ? { claim: null, accepted: false, errors: [r] } : { ...r, errors: [] };
    printJson({ schema: 'counterflow/recheck@1', file: path, ...body });
  } else if ('wanted' in r) printProblems([r]);
  else {
    const axioms = r.axioms.length > 0 ? r.axioms.join(', ') : 'no axioms';
    const said = r.accepted
      ? `proves ${r.claim} at ${r.sizes} ${r.sizes === 1 ? 'size' : 'sizes'}; ${axioms}`
      : `does not prove ${r.claim}: ${r.reason}`;
    process.stdout.write(`${path}: ${said}${r.stale ? ' (the claim has changed since)' : ''}\n`);
  }
  if ('wanted' in r) return 2;
  return r.accepted ? 0 : 1;
}
