/**
 * What runs in a worker: loading a claim file (the author's code) and everything done with it. Sends plain data only.
 *
 * The author's console output goes to standard error, so that standard output stays the command's own.
 */
import type { MessagePort } from 'node:worker_threads';
import { type CheckOptions, checkFile, replay } from './check.ts';
import { WitnessError } from './claim/point.ts';
import type { ClaimResult, ClaimRow, ProofDetails } from './claim/result.ts';
import { ContradictionError } from './claim/verdict.ts';
import { readWitness, type Witness } from './claim/witness.ts';
import { type DecideReport, decideRuns } from './decide.ts';
import { type Derived, derived, type Rechecked, rechecked } from './derive.ts';
import { overrideQuantized } from './dynamics/quantized.ts';
import { exhibit } from './exhibit.ts';
import { type Games, playFile } from './game.ts';
import { type Errand, type Hunted, hunt } from './hunt.ts';
import { LoadError, loadClaim, type Problem, problemOf, warm } from './load.ts';
import { type Answered, answer, type Outline, outline, type Question } from './probe.ts';
import type { Exhibit } from './report/exhibit.ts';
import type { Progress } from './search/search.ts';
import { type ReplayAndScript, replayAndScript, type Shown, shown } from './show.ts';

export type Task =
  | { readonly kind: 'check'; readonly file: string; readonly options: CheckOptions }
  | { readonly kind: 'hunt'; readonly file: string; readonly errand: Errand }
  | { readonly kind: 'outline'; readonly file: string }
  | { readonly kind: 'probe'; readonly file: string; readonly question: Question }
  | { readonly kind: 'show'; readonly file: string }
  /** Gets ready to load claims like this one. */
  | { readonly kind: 'warm'; readonly file: string }
  | { readonly kind: 'exhibit'; readonly file: string; readonly row: ClaimRow; readonly proof: ProofDetails | null }
  | { readonly kind: 'derive'; readonly file: string }
  | { readonly kind: 'game'; readonly file: string }
  | {
      readonly kind: 'decide';
      readonly file: string;
      readonly options: { readonly format?: string; readonly rounding?: string };
      readonly oracle: boolean;
    }
  | { readonly kind: 'recheck'; readonly file: string; readonly proof: string }
  | { readonly kind: 'replay'; readonly file: string; readonly witness: string };

export type Answer<T = unknown> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'contradiction'; readonly message: string };

export type Event =
  | { readonly kind: 'found'; readonly witness: Witness }
  | { readonly kind: 'loaded'; readonly id: string }
  | { readonly kind: 'progress'; readonly runs: number; readonly margin: number; readonly strategy: string };

process.setSourceMapsEnabled(true);
process.stdout.write = process.stderr.write.bind(process.stderr) as typeof process.stdout.write;
console.log = console.info = console.debug = console.error;

async function perform(
  task: Task,
  post: (e: Event) => void,
): Promise<
  | ClaimResult
  | Hunted
  | Outline
  | Answered
  | Shown
  | ReplayAndScript
  | Derived
  | Rechecked
  | Games
  | DecideReport
  | Exhibit
  | undefined
> {
  const events = {
    loaded: (id: string) => post({ kind: 'loaded', id }),
    progress: (p: Progress) => post({ kind: 'progress', runs: p.runs, margin: p.margin, strategy: p.strategy }),
  };
  if (task.kind === 'check') return checkFile(task.file, task.options, events);
  if (task.kind === 'hunt')
    return hunt(task.file, task.errand, { ...events, found: (witness) => post({ kind: 'found', witness }) });
  if (task.kind === 'probe') return answer(task.file, task.question, events);
  if (task.kind === 'outline') return outline(task.file);
  if (task.kind === 'warm') return warm(task.file);
  if (task.kind === 'game') return playFile(task.file);
  if (task.kind === 'decide') overrideQuantized(task.options);
  const loaded = await loadClaim(task.file);
  post({ kind: 'loaded', id: loaded.claim.id });
  if (task.kind === 'show') return shown(loaded);
  if (task.kind === 'exhibit') return exhibit(loaded, task.row, task.proof);
  if (task.kind === 'decide') {
    const { format = null, rounding = null } = task.options;
    return decideRuns(loaded, task.oracle, { format, rounding });
  }
  if (task.kind === 'derive') return derived(loaded);
  if (task.kind === 'recheck') return rechecked(loaded, task.proof);
  const witness = readWitness(task.witness);
  return replayAndScript(
    loaded,
    witness,
    witness.claim === loaded.claim.id ? replay(loaded.instances, witness) : undefined,
  );
}

const WANTED = {
  check: 'a claim that can be checked',
  hunt: 'a claim that can be searched',
  outline: 'a claim that can be probed',
  probe: 'a claim that can be probed',
  show: 'a claim that can be shown',
  warm: 'a folder where counterflow is installed',
  exhibit: 'a claim that can be shown',
  game: 'a procedure that loads',
  decide: 'a claim whose quantized runs can be decided',
  replay: 'a claim whose witness can be replayed',
  derive: 'a claim whose derivation can be replayed',
  recheck: 'a proof the kernel accepts',
} as const;

/** Performs one task; whatever goes wrong comes back as data. */
export default async function work({
  task,
  port,
}: {
  readonly task: Task;
  readonly port: MessagePort;
}): Promise<Answer> {
  port.postMessage('begun');
  try {
    return { kind: 'ok', value: await perform(task, (e) => port.postMessage(e)) };
  } catch (e) {
    if (e instanceof LoadError) return { kind: 'problem', problem: e.problem };
    if (e instanceof ContradictionError) return { kind: 'contradiction', message: e.message };
    const wanted = e instanceof WitnessError ? 'a witness of this claim' : WANTED[task.kind];
    return { kind: 'problem', problem: problemOf(task.file, e, wanted) };
  } finally {
    port.close();
  }
}
