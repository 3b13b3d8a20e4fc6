/** The options of descent, iterate, flow and evolve: known names, and the callbacks that have to be there. */
import { ClaimError } from '../expr/error.ts';
import { unknownName } from '../expr/names.ts';

/** Throws ClaimError on a name that is no option and on a callback that is none. */
export function checkOptions(what: string, options: object, known: readonly string[], callback: string): void {
  if (typeof options !== 'object' || options === null)
    throw new ClaimError(`the options of ${what}: { start, … }`, typeof options);
  for (const name of Object.keys(options))
    if (!known.includes(name)) throw unknownName(name, known, `of an option of ${what}`);
  const given: unknown = (options as { readonly [name: string]: unknown })[callback];
  if (typeof given !== 'function')
    throw new ClaimError(
      `a function ${callback} in ${what}: ${callback}: ({ … }) => ${callback === 'loss' ? 'ex`…`' : '({ … })'}`,
      given === undefined ? 'none' : typeof given === 'object' ? 'a formula' : typeof given,
    );
}
