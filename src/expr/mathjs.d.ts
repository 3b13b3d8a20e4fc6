/** The one entry of mathjs that loads fast has no types of its own. */
declare module 'mathjs/lib/browser/math.js' {
  export const parse: (text: string) => unknown;
  const all: { readonly parse: (text: string) => unknown };
  export default all;
}
