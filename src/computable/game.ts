/**
 * Games inside claims: a statement that an adversary beats a procedure, and its answer when it is played.
 *
 * The author's function is the only code a claim keeps. It never crosses a border: what crosses is a key into a table of
 * this process (shared by all copies of the package) and the function's source, which the claim's hash contains.
 */
import type { FiniteQuestion } from '../dynamics/run.ts';
import { session } from '../dynamics/run.ts';
import { ClaimError } from '../expr/error.ts';
import { type Statement, statement } from '../expr/statement.ts';
import * as T from '../expr/term.ts';
import * as A from './adversary.ts';

/** What plays each game. */
export interface Players {
  readonly sign: A.Procedure;
  readonly exitFlag: A.Flagged;
  readonly learner: A.Learner;
  readonly float: A.NetworkProcedure;
}
export type GameName = keyof Players;
/** A game to play; `bits` for the floating-point instance. */
export interface Adversary<G extends GameName = GameName> {
  readonly game: G;
  readonly bits?: number;
}
export const adversary = {
  sign: { game: 'sign' } as Adversary<'sign'>,
  exitFlag: { game: 'exitFlag' } as Adversary<'exitFlag'>,
  learner: { game: 'learner' } as Adversary<'learner'>,
  float: (bits: number): Adversary<'float'> => ({ game: 'float', bits }),
} as const;

export interface GameQuestion extends FiniteQuestion {
  readonly kind: 'game';
  readonly game: GameName;
  readonly bits: number | undefined;
  readonly source: string;
  readonly key: number;
}

const TABLE = Symbol.for('counterflow: procedures of claims');
function table(): unknown[] {
  const shared = globalThis as { [TABLE]?: unknown[] };
  shared[TABLE] ??= [];
  return shared[TABLE];
}

const functionsOf = (game: GameName, player: unknown): readonly unknown[] => {
  const { answer, flag } = (player ?? {}) as Partial<A.Flagged>;
  return game === 'exitFlag' ? [answer, flag] : [player];
};

function played<G extends GameName>({ game, bits }: Adversary<G>, player: Players[G], wins: boolean): Statement {
  if (!['sign', 'exitFlag', 'learner', 'float'].includes(game)) throw new ClaimError('an adversary', `${game}`);
  const functions = functionsOf(game, player);
  for (const f of functions) if (typeof f !== 'function') throw new ClaimError(`a procedure for ${game}`, typeof f);
  const { finite } = session();
  const name = `finite${finite.length}`;
  const key = table().push(player) - 1;
  const question: GameQuestion = { kind: 'game', name, game, bits, source: functions.map(String).join('\n'), key };
  finite.push(question);
  const who = `the ${game}${bits === undefined ? '' : ` (${bits} bits)`} adversary`;
  const said = wins ? `${who} beats the procedure` : `the procedure stands against ${who}`;
  const rhs = T.whole(wins ? 1 : 0);
  const logic = { kind: 'relation', relation: '=', lhs: T.quantity(name), rhs, label: '' } as const;
  return statement(logic, said, `\\text{${said}}`);
}

/** The adversary wins against this procedure: it commits to an instance on which the procedure is wrong. */
export const beats = <G extends GameName>(a: Adversary<G>, player: Players[G]): Statement => played(a, player, true);
/** The adversary does not win against this procedure. */
export const survives = <G extends GameName>(player: Players[G], a: Adversary<G>): Statement =>
  played(a, player, false);

/** Plays one game. */
export function playGame(game: GameName, bits: number | undefined, player: unknown, limits: A.Limits = {}): A.Outcome {
  if (game === 'sign') return A.signGame(player as A.Procedure, limits);
  if (game === 'exitFlag') return A.exitFlagGame(player as A.Flagged, limits);
  if (game === 'learner') return A.learnerGame(player as A.Learner, limits);
  return A.floatGame(player as A.NetworkProcedure, bits ?? 53, limits);
}

/** The outcome of a question's game, in the process where its claim was built. */
export const playQuestion = (q: GameQuestion): A.Outcome => playGame(q.game, q.bits, table()[q.key]);
