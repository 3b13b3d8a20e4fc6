/** `counterflow new`: a claim to start from, which passes as it is. Never overwrites. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Options, UsageError } from './common.ts';

const template = (id: string): string => `import { claim, descent, ex, real, that } from 'counterflow';

export default claim('${id}', {
  says: 'One gradient descent step on ½(uv − 1)² does not raise the loss when η(u² + v²) ≤ 1/2.',
  status: 'conjecture',
  reals: { u: real('[1/100, 3]'), v: real('[1/100, 3]'), eta: real('(0, 4]') },
  where: ({ u, v, eta }) => ({
    run: descent({ start: { u, v }, loss: ({ u, v }) => ex\`(\${u}*\${v} - 1)^2/2\`, eta, steps: 1 }),
  }),
  assume: ({ u, v, eta }) => that\`\${eta}*(\${u}^2 + \${v}^2) <= 1/2\`,
  conclude: ({ run }) => that\`\${run.at(1).loss} <= \${run.at(0).loss}\`,
});
`;

export async function run(args: readonly string[], options: Options): Promise<number> {
  const id = args[0] ?? '';
  if (!/^[a-z0-9]+(?:[-/][a-z0-9]+)*$/.test(id))
    throw new UsageError(`an id of small letters, digits and - / such as my-claim is wanted, found "${id}"`);
  const file = `theorems/${id}.${options.js === true ? 'js' : 'ts'}`;
  if (existsSync(file)) throw new UsageError(`a new id is wanted, found ${file}, which exists already`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, template(id), { flag: 'wx' });
  process.stdout.write(`wrote ${file}\nnow: npx counterflow check ${file}\n`);
  return 0;
}
