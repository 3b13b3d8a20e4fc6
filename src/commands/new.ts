/** `counterflow new`: a claim to start from, which passes as it is. Never overwrites. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { didYouMean } from '../expr/suggest.ts';
import { type Options, UsageError } from './common.ts';
import { TEMPLATES } from './templates.ts';

export async function run(args: readonly string[], options: Options): Promise<number> {
  const id = args[0] ?? '';
  if (!/^[a-z0-9]+(?:[-/][a-z0-9]+)*$/.test(id))
    throw new UsageError(`an id of small letters, digits and - / such as my-claim is wanted, found "${id}"`);
  const name = String(options.template ?? 'gd-run');
  const known = Object.keys(TEMPLATES);
  const template = Object.hasOwn(TEMPLATES, name) ? TEMPLATES[name] : undefined;
  if (!template)
    throw new UsageError(`--template: one of ${known.join(', ')} is wanted, found "${name}"${didYouMean(name, known)}`);
  const base = `theorems/${id}`;
  const taken = ['ts', 'js', 'mts', 'mjs', 'cts', 'cjs'].map((e) => `${base}.${e}`).find((f) => existsSync(f));
  if (taken) throw new UsageError(`a new id is wanted, found ${taken}, which exists already`);
  const file = `${base}.${options.js === true ? 'js' : 'ts'}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, template(id), { flag: 'wx' });
  const prefix = process.env.npm_command === 'exec' ? 'npx ' : '';
  process.stdout.write(`wrote ${file}\nnow: ${prefix}counterflow check ${file}\n`);
  return 0;
}
