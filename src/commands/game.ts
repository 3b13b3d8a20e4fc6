/** `counterflow game`: a user's own procedure against the computability adversaries. */
import { existsSync } from 'node:fs';
import type { GameRow, Games } from '../game.ts';
import type { Problem } from '../load.ts';
import { paint, styleFor } from '../report/style.ts';
import { type Options, performOne, printJson, printProblems } from './common.ts';

const LIMITS = { loadMilliseconds: 60_000, taskMilliseconds: 60_000 };

async function played(file: string, options: Options): Promise<Games | Problem> {
  const missing: Problem = {
    file,
    line: null,
    column: null,
    wanted: 'a file with a procedure',
    found: 'nothing there',
  };
  if (!existsSync(file)) return missing;
  const answer = await performOne<Games>({ kind: 'game', file }, LIMITS, options);
  if (answer.kind === 'ok') return answer.value;
  return answer.kind === 'problem' ? answer.problem : { ...missing, wanted: 'a game', found: answer.message };
}

export async function run(args: readonly string[], options: Options): Promise<number> {
  const r = await played(args[0]!, options);
  const failed = 'wanted' in r;
  if (options.json === true)
    printJson({
      schema: 'counterflow/game@1',
      file: args[0]!,
      games: failed ? [] : r.games,
      errors: failed ? [r] : [],
    });
  else if (failed) printProblems([r]);
  else for (const g of r.games) process.stdout.write(`${sentence(g, options)}\n`);
  return failed ? 2 : 0;
}

function sentence(g: GameRow, options: Options): string {
  const s = styleFor(process.stdout, options.color !== false);
  if (g.outcome !== 'refuted') return `${g.game}: ${g.outcome}: ${g.said}`;
  const short = (v: string): string => (v.length > 60 ? `${v.slice(0, 28)}…${v.slice(-28)}` : v);
  const instance = g.instance.map(({ name, value }) => `${name} = ${short(value)}`).join(', ');
  const asked = `${g.queries} queries, the finest to 2^−${g.precision}, every answer within its error of the instance`;
  return `${g.game}: ${paint(s, 'yellow', 'refuted')}: the procedure ${g.said}\n  instance: ${instance}\n  answered ${g.answered}, true is ${g.truth}; ${asked}`;
}
