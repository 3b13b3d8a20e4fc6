/** Goes through a page of documentation as pages.ts says; throws where the page is wrong. */
import { expect } from 'vitest';
import {
  type Block,
  isSlow,
  printedAs,
  type Reader,
  runCommands,
  save,
  typeErrors,
  workflowCommands,
} from './pages.ts';

const isClaim = (b: Block): boolean =>
  /export default \w+(?:\.variant)?\(/.test(b.text) && /from 'counterflow'/.test(b.text);
const isTest = (name: string): boolean => /\.(test|config)\.[cm]?[jt]s$/.test(name);
export const inJavaScript = (b: Block): Block => ({
  ...b,
  language: b.language === 'ts' ? 'js' : b.language,
  text: b.text.replace(/\.ts\b/g, '.js'),
});

/** Goes through a page from top to bottom. */
export async function read(
  page: string,
  reader: Reader,
  list: readonly Block[],
  slow: (b: Block) => boolean = () => process.env.DOCS === 'slow',
): Promise<void> {
  const left = (b: Block): boolean => isSlow(b) && !slow(b);
  const typed: string[] = [];
  let printed = '';
  for (const [i, b] of list.entries()) {
    if (b.language === 'sh') printed = left(b) ? '' : await runCommands(reader, b);
    else if (b.language === 'yaml') await runCommands(reader, workflowCommands(b));
    else if (b.language === 'json') JSON.parse(b.text);
    else if (b.language === 'text') {
      const before = list[i - 1];
      if (before?.language !== 'sh') throw new Error(`${page}:${b.line}: text that no command prints`);
      if (left(before)) continue;
      if (!printedAs(b.text, printed))
        throw new Error(`${page}:${b.line}: the page says\n${b.text}\nprinted was\n${printed}`);
    } else if (b.language === 'ts' || b.language === 'js') {
      const name = save(reader, b, i);
      if (b.language === 'ts' && !isTest(name)) {
        if (name.startsWith('blocks/')) typed.push(name);
        else expect(await typeErrors(reader, [name]), `${page}:${b.line}`).toBe('');
      }
      if (isClaim(b) && name.startsWith('blocks/'))
        await runCommands(reader, { ...b, text: `counterflow check ${name} --runs 4096\n` });
    } else throw new Error(`${page}:${b.line}: ${b.language} is not run by any test`);
  }
  if (typed.length > 0) expect(await typeErrors(reader, typed), page).toBe('');
}
