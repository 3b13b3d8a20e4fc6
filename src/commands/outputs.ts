/** What continuous integration reads: --junit writes a file, --github annotates and adds to the step summary. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Checked } from '../claim/result.ts';
import { writeWhole } from '../claim/witness.ts';
import { type Options, UsageError } from './common.ts';

/** Checked before the work begins. Throws UsageError. */
export function checkOutputs(options: Options): void {
  if (options.observe !== undefined && (typeof options.observe !== 'string' || options.observe === ''))
    throw new UsageError('--observe: a file is wanted, found none, as in --observe runs.jsonl');
  if (options.junit !== undefined && (typeof options.junit !== 'string' || options.junit === ''))
    throw new UsageError('--junit: a file is wanted, found none, as in --junit reports/junit.xml');
  if (options.watch !== true) return;
  const once = ['json', 'junit', 'github', 'pin', 'report', 'shard'].find((o) => options[o] !== undefined);
  if (once) throw new UsageError(`--watch: a terminal to print to is wanted, found --${once}, which is for one run`);
}

/** Writes what the options ask for. Workflow commands go to standard error under --json, where they are read as well. */
export async function writeOutputs(c: Checked, options: Options): Promise<void> {
  const strict = options.strict === true;
  if (typeof options.junit === 'string') {
    const { junit } = await import('../report/junit.ts');
    mkdirSync(dirname(options.junit), { recursive: true });
    writeWhole(options.junit, junit(c, strict));
  }
  if (options.github === true) {
    const { annotations, stepSummary } = await import('../report/github.ts');
    const stream = options.json === true ? process.stderr : process.stdout;
    for (const line of annotations(c, strict)) stream.write(`${line}\n`);
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (file) appendFileSync(file, `${stepSummary(c)}\n`);
  }
}
