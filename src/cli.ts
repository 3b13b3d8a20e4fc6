#!/usr/bin/env node
/**
 * The command line: names, options, exit codes. Commands load when they are called, so that help is immediate.
 *
 * Exit, highest first: 4 internal contradiction · 2 bad usage or a claim that does not load · 1 a verdict is not as
 * expected · 3 undecided under --strict · 0. (130: interrupted, with what was found by then.)
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
  (
    load: (
      options: Options,
    ) => Promise<{ readonly run: (args: readonly string[], options: Options) => Promise<number> }>,
  ) =>
  async (...given: unknown[]): Promise<void> => {
    const options = given[given.length - 1] as Options;
    const args = given
      .slice(0, -1)
      .flat()
      .filter((a) => a !== undefined)
      .map(String);
    const { run } = await load(options);
    process.exitCode = await run(args, options);
  };

searching(cli.command('check [...claims]', 'Everything on each claim, fixed deterministic budget'))
  .option('--report <dir>', 'Write a Markdown report for every refuted claim')
  .option('--shard <i/n>', 'Only the i-th of n parts of the claims, split by id')
  .option('--strict', 'Exit 3 when a claim is undecided')
  .option('--junit <file>', 'Write JUnit XML')
  .option('--github', 'Annotate the claims in a GitHub workflow, and add to its step summary')
  .option('--watch', 'Check again what is saved, until interrupted')
  .option('--load-seconds <n>', 'Seconds a claim may take to load', { default: 20 })
  .option('--pin', 'Write the simplest witness of every refuted claim beside the claim')
  .option('--observe <file>', 'Append every run as a line of JSON, in the observability format of Hypothesis')
  .option('--no-witness', 'Search from nothing: do not read committed witnesses')
  .action(lazily((o) => (o.watch === true ? import('./commands/watch.ts') : import('./commands/check.ts'))));
searching(cli.command('hunt [...claims]', 'Open-ended search for counterexamples, pinned as they are found'))
  .option('--budget <time>', 'How long: 60s, 10m, 2h (default: 60s, or no limit under --runs)')
  .option('--claim-seconds <n>', 'Seconds a claim may take for one answer before it is left out', { default: 120 })
  .option('--load-seconds <n>', 'Seconds a claim may take to load', { default: 20 })
  .option('--report <dir>', 'Write a Markdown report for every refuted claim')
  .option('--shard <i/n>', 'Only the i-th of n parts of the claims, split by id')
  .option('--strict', 'Exit 3 when a claim is undecided')
  .option('--junit <file>', 'Write JUnit XML')
  .option('--github', 'Annotate the claims in a GitHub workflow, and add to its step summary')
  .option('--observe <file>', 'Append every run as a line of JSON, in the observability format of Hypothesis')
  .option('--no-witness', 'Hunt from nothing: do not read committed witnesses')
  .action(lazily(() => import('./commands/hunt.ts')));
searching(cli.command('probe <claim> [...more]', 'Which hypotheses are needed, where constants break'))
  .option('--halvings <n>', 'How often the bracket of a constant is halved', { default: 14 })
  .option('--markdown', 'The result as Markdown')
  .action(lazily(() => import('./commands/probe.ts')));
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
common(cli.command('replay <witness>', 'Re-verify a witness file'))
  .option('--python <file>', 'Write a Python script that re-checks it without counterflow')
  .action(lazily(() => import('./commands/replay.ts')));
common(cli.command('report [...claims]', 'The last run, or documents of check --json, as Markdown or HTML pages'))
  .option('--html <dir>', 'Write an index and a page for every claim')
  .option('--from <file>', 'Documents of check --json instead of the last run: --from a.json b.json')
  .option('--standalone', 'Pages that carry everything inside')
  .option('--workers <n>', 'Worker threads (default: one per processor)')
  .action(lazily(() => import('./commands/report.ts')));
common(cli.command('list', 'Claims and the verdicts of the last run'))
  .option('--by <what>', 'Group by paper')
  .action(lazily(() => import('./commands/list.ts')));
cli
  .command('new <id>', 'Scaffold a claim that passes as it is')
  .option('--template <name>', 'gd-run, pointwise, flow-limit, quantized or conjecture (a false one)', {
    default: 'gd-run',
  })
  .option('--js', 'JavaScript instead of TypeScript')
  .action(lazily(() => import('./commands/new.ts')));
cli
  .command('', 'What to do next in this folder')
  .usage('[command] [options]')
  .action(lazily(() => import('./commands/next.ts')));

/** cac calls the default of a --no-… option true, which reads as if the option were on. */
cli.help((sections) =>
  sections.map((x) => ({ ...x, body: x.body.replace(/^(.*--no-.*) \(default: true\)$/gm, '$1') })),
);
cli.version(version());

/** Names of options as they are typed, for suggestions. */
const optionNames = (): readonly string[] =>
  [...(cli.matchedCommand?.options ?? []), ...cli.globalCommand.options].flatMap(
    (o) => /--[a-z-]+/.exec(o.rawName) ?? [],
  );

/** cac's messages with what to do about them. */
async function advised(message: string): Promise<string> {
  const { didYouMean } = await import('./expr/suggest.ts');
  const option = /^Unknown option `(--?[^`]+)`/.exec(message)?.[1];
  const command = cli.matchedCommandName ?? '';
  if (option !== undefined) {
    const asTyped = option.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
    return `an option of ${command === '' ? 'counterflow' : `counterflow ${command}`} is wanted, found ${asTyped}${didYouMean(asTyped, optionNames())}; counterflow ${command} --help lists them`;
  }
  const missing = /^missing required args for command `(.*)`/.exec(message)?.[1];
  if (missing !== undefined) return `counterflow ${missing}: the argument in <…> is wanted, found none`;
  const valueless = /^option `(.*)` value is missing/.exec(message)?.[1];
  return valueless === undefined ? message : `${valueless}: a value is wanted, found none`;
}

async function main(): Promise<void> {
  try {
    cli.parse(process.argv, { run: false });
    const first = cli.args[0];
    if (!cli.matchedCommandName && first !== undefined) {
      const { didYouMean } = await import('./expr/suggest.ts');
      const hint = didYouMean(
        first,
        cli.commands.map((c) => c.name),
      );
      throw new Error(`a command is wanted, found "${first}"${hint}; counterflow --help lists them`);
    }
    await cli.runMatchedCommand();
  } catch (e) {
    process.stderr.write(`counterflow: ${await advised(e instanceof Error ? e.message : String(e))}\n`);
    process.exitCode = 2;
  }
}

await main();
