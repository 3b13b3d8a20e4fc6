/** `counterflow replay`: a witness file decided again from nothing but the claim and the exact values. */
import { existsSync } from 'node:fs';
import { WitnessError } from '../claim/point.ts';
import { readWitness, writeWhole } from '../claim/witness.ts';
import type { Problem } from '../load.ts';
import type { Replay, ReplayAndScript } from '../show.ts';
import { type Options, performOne, printJson, printProblems, UsageError } from './common.ts';

const LIMITS = { loadMilliseconds: 20_000, taskMilliseconds: 120_000 };
const ENDINGS = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'];

function claimFile(witness: string): string | undefined {
  const base = witness.replace(/\.witness\.json$/, '');
  return base === witness ? undefined : ENDINGS.map((e) => `${base}${e}`).find((f) => existsSync(f));
}

const wrong = (file: string, wanted: string, found: string): Problem => ({
  file,
  line: null,
  column: null,
  wanted,
  found,
});

async function decided(path: string, options: Options): Promise<ReplayAndScript | Problem> {
  try {
    readWitness(path);
  } catch (e) {
    if (!(e instanceof WitnessError)) throw e;
    return wrong(path, 'a witness file', e.message.replace(`${path}: `, ''));
  }
  const file = claimFile(path);
  if (!file) return wrong(path, 'a file <claim>.witness.json beside its claim', 'no claim beside it');
  const answer = await performOne<ReplayAndScript>({ kind: 'replay', file, witness: path }, LIMITS, options);
  if (answer.kind === 'ok') return answer.value;
  return answer.kind === 'problem' ? answer.problem : wrong(path, 'a consistent verdict', answer.message);
}

export async function run(args: readonly string[], options: Options): Promise<number> {
  const path = args[0]!;
  const to = options.python;
  if (to !== undefined && (typeof to !== 'string' || to === ''))
    throw new UsageError('--python: a file is wanted, found none, as in --python check.py');
  const answer = await decided(path, options);
  const r = 'wanted' in answer ? answer : answer.replay;
  const script = 'wanted' in answer ? null : answer.python;
  if (to !== undefined && script && 'script' in script) writeWhole(to, script.script);
  const isProblem = 'wanted' in r;
  const nothing = {
    claim: null,
    verdict: null,
    reason: null,
    stale: null,
    step: null,
    margin: null,
    certificate: null,
    bits: null,
  };
  if (options.json === true) {
    const body = isProblem ? { ...nothing, errors: [r] } : { ...r, errors: [] };
    printJson({ schema: 'counterflow/replay@1', file: path, ...body });
  } else if (isProblem) printProblems([r]);
  else process.stdout.write(`${sentence(path, r)}\n`);
  if (to !== undefined && script && 'why' in script) process.stderr.write(`no Python script: ${script.why}\n`);
  if (isProblem) return 2;
  if (r.verdict === 'inadmissible' && /^(a witness of|no such sizes)/.test(r.reason ?? '')) return 2;
  return r.verdict === 'refuted' ? 0 : 1;
}

function sentence(path: string, r: Replay): string {
  const stale = r.stale ? ' (the claim has changed since the witness was written)' : '';
  if (r.verdict !== 'refuted')
    return `${path}: not a counterexample of ${r.claim}: ${r.verdict}${r.reason ? `, ${r.reason}` : ''}${stale}`;
  const at = r.step === null ? '' : ` at step ${r.step}`;
  const margin = r.margin ? `, margin in [${r.margin[0]}, ${r.margin[1]}]` : '';
  return `${path}: refutes ${r.claim}${at}${margin} (${r.certificate}, ${r.bits} bits)${stale}`;
}
