#!/usr/bin/env node
/**
 * The command line: names, options, exit codes. Commands load when they are called, so that help is immediate.
 *
 * Exit, highest first: 4 internal contradiction · 2 bad usage or a claim that does not load · 1 a verdict is not as
 * expected · 3 undecided under --strict · 0.
 */
import { cac } from 'cac';
import { version } from './version.ts';

const cli = cac('counterflow');

const common = (command: ReturnType<typeof cli.command>): ReturnType<typeof cli.command> =>
  command
    .option('--json', 'One JSON document on standard output, nothing else')
    .option('--quiet', 'Print problems only')
    .option('--no-color', 'No colour, even on a terminal');
const searching = (command: ReturnType<typeof cli.command>): ReturnType<typeof cli.command> =>
  common(command)
    .option('--seed <n>', 'Seed of the search (a whole number)', { default: 1 })
    .option('--runs <n>', 'Evaluations a claim (default: 20000, and 200000 for a claim of status refuted)')
    .option('--workers <n>', 'Worker threads (default: one per processor)');

type Options = { readonly [name: string]: unknown };

const lazily =
  (load: () => Promise<{ readonly run: (args: readonly string[], options: Options) => Promise<number> }>) =>
  async (...given: unknown[]): Promise<void> => {
    const options = given[given.length - 1] as Options;
    const args = given
      .slice(0, -1)
      .flat()
      .filter((a) => a !== undefined)
      .map(String);
    const { run } = await load();
    process.exitCode = await run(args, options);
  };

searching(cli.command('check [...claims]', 'Everything on each claim, fixed deterministic budget'))
  .option('--report <dir>', 'Write a Markdown report for every refuted claim')
  .option('--shard <i/n>', 'Only the i-th of n parts of the claims, split by id')
  .option('--strict', 'Exit 3 when a claim is undecided')
  .option('--junit <file>', 'Write JUnit XML')
  .option('--github', 'Annotate the claims in a GitHub workflow, and add to its step summary')
  .option('--load-seconds <n>', 'Seconds a claim may take to load', { default: 20 })
  .option('--pin', 'Write the simplest witness of every refuted claim beside the claim')
  .option('--no-witness', 'Search from nothing: do not read committed witnesses')
  .action(lazily(() => import('./commands/check.ts')));
common(cli.command('show <claim>', 'Statement as parsed, domains, sample instances')).action(
  lazily(() => import('./commands/show.ts')),
);
common(cli.command('derive <claim>', 'The derivation step by step, with the rules and axioms it rests on'))
  .option('--proof <file>', 'Export the proof as JSON, for recheck')
  .option('--latex', 'The statement and its steps as LaTeX')
  .action(lazily(() => import('./commands/derive.ts')));
common(cli.command('recheck <proof>', 'Replay an exported proof in a fresh process')).action(
  lazily(() => import('./commands/recheck.ts')),
);
common(cli.command('decide <claim>', 'Quantized runs decided exactly, for all time'))
  .option('--format <q>', 'Another fixed-point format, such as q4.10')
  .option('--rounding <mode>', 'Another rounding: nearest-even, nearest-away, toward-zero, floor')
  .option('--oracle', 'How far the run is certain from approximations of its data')
  .action(lazily(() => import('./commands/decide.ts')));
common(cli.command('game <procedure>', 'Your own procedure against the computability adversaries')).action(
  lazily(() => import('./commands/game.ts')),
);
common(cli.command('replay <witness>', 'Re-verify a witness file')).action(
  lazily(() => import('./commands/replay.ts')),
);
common(cli.command('list', 'Claims and the verdicts of the last run'))
  .option('--by <what>', 'Group by paper')
  .action(lazily(() => import('./commands/list.ts')));
cli
  .command('new <id>', 'Scaffold a claim that passes as it is')
  .option('--js', 'JavaScript instead of TypeScript')
  .action(lazily(() => import('./commands/new.ts')));
cli.command('', 'What to do next').action(() => {
  process.stdout.write(
    [
      'counterflow checks claims about gradient descent and gradient flow.',
      '',
      '  counterflow new my-claim     writes a claim to start from',
      '  counterflow check            checks every claim in theorems/ and claims/',
      '  counterflow --help           lists all commands',
      '',
    ].join('\n'),
  );
});

cli.help();
cli.version(version());

async function main(): Promise<void> {
  try {
    cli.parse(process.argv, { run: false });
    const first = cli.args[0];
    if (!cli.matchedCommandName && first !== undefined)
      throw new Error(`a command is wanted (see counterflow --help), found "${first}"`);
    await cli.runMatchedCommand();
  } catch (e) {
    process.stderr.write(`counterflow: ${e instanceof Error ? e.message : e}\n`);
    process.exitCode = 2;
  }
}

await main();
