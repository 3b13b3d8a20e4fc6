/**
 * A user's own procedures against the computability adversaries: each game played once, a loss with its certificate
 * re-checked. Runs the user's code, so in workers only. Wording: a procedure is refuted on an instance, nothing more.
 */

import * as A from './computable/adversary.ts';
import { importModule, LoadError } from './load.ts';
import { text } from './number/rational.ts';

export interface GameRow {
  readonly game: 'sign' | 'exitFlag' | 'learner' | 'network';
  readonly outcome: A.Outcome['kind'];
  readonly said: string;
  readonly instance: readonly { readonly name: string; readonly value: string }[];
  readonly answered: string | null;
  readonly truth: string | null;
  readonly queries: number | null;
  readonly precision: number | null;
}
export interface Games {
  readonly file: string;
  readonly games: readonly GameRow[];
}

const LIMITS: A.Limits = { queries: 10_000, milliseconds: 10_000 };
const BITS = 53;

type Players = { readonly [name: string]: unknown };
const isFunction = (x: unknown): x is (...args: never[]) => unknown => typeof x === 'function';

function saidOf(o: A.Outcome): string {
  if (o.kind === 'refuted' || o.kind === 'not beaten') return o.said;
  if (o.kind === 'no finite query') return o.reason;
  if (o.kind === 'threw') return `the procedure threw: ${o.message}`;
  if (o.kind === 'inconsistent') return `two answers to the same question: ${o.answers.join(', then ')}`;
  return `no answer of the game: ${o.found}`;
}

function row(game: GameRow['game'], o: A.Outcome): GameRow {
  const none = { instance: [], answered: null, truth: null, queries: null, precision: null };
  if (o.kind !== 'refuted') return { game, outcome: o.kind, said: saidOf(o), ...none };
  if (!A.confirms(o))
    return { game, outcome: 'no answer', said: 'the certificate of the loss was not confirmed', ...none };
  const { questions, precision } = o.transcript;
  const instance = o.instance.map(({ name, value }) => ({ name, value: text(value) }));
  const played = { instance, answered: o.answered, truth: o.truth, queries: questions.length, precision };
  return { game, outcome: o.kind, said: o.said, ...played };
}

/** Plays every game that the module's exports can play: default (sign), exitFlag, learner, network. */
export async function playFile(file: string): Promise<Games> {
  const module = (await importModule(file)) as Players;
  const inner = module.default;
  const exports: Players = typeof inner === 'object' && inner !== null ? { ...module, ...inner } : module;
  const sign = isFunction(inner) ? inner : (exports.sign ?? exports.default);
  const games: GameRow[] = [];
  if (isFunction(sign)) games.push(row('sign', A.signGame(sign as A.Procedure, LIMITS)));
  const flagged = exports.exitFlag as Partial<A.Flagged> | undefined;
  if (isFunction(flagged?.answer) && isFunction(flagged?.flag))
    games.push(row('exitFlag', A.exitFlagGame(flagged as A.Flagged, LIMITS)));
  if (isFunction(exports.learner)) games.push(row('learner', A.learnerGame(exports.learner as A.Learner, LIMITS)));
  if (isFunction(exports.network))
    games.push(row('network', A.floatGame(exports.network as A.NetworkProcedure, BITS, LIMITS)));
  if (games.length > 0) return { file, games };
  const wanted = 'a default export (x: Oracle) => "-" | "0" | "+", or exports exitFlag, learner, network';
  throw new LoadError({ file, line: null, column: null, wanted, found: Object.keys(exports).join(', ') || 'nothing' });
}
