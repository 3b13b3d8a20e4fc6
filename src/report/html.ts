/** Text into HTML: everything that comes from a claim goes through `escaped`. */

const ENTITY: { readonly [c: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and for attribute values in either quotes. Control characters are left out. */
export const escaped = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/[&<>"']/g, (c) => ENTITY[c]!);

/** JSON that may stand inside a script element. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');

/** A table; cells are HTML, rows are headed by their first cell if it is words. `numbers`: columns that may break anywhere. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
  caption = '',
): string {
  if (rows.length === 0) return '';
  const cell = (c: string, i: number): string => `<td${numbers.includes(i) ? ' class="n"' : ''}>${c}</td>`;
  const first = (c: string): string => (c.startsWith('<math') ? `<td>${c}</td>` : `<th scope="row">${c}</th>`);
  return [
    `<div class="scroll"><table${caption ? ` aria-label="${escaped(caption)}"` : ''}><thead><tr>`,
    ...head.map((h) => `<th scope="col">${h}</th>`),
    '</tr></thead><tbody>',
    ...rows.map((r) => `<tr>${r.map((c, i) => (i === 0 ? first(c) : cell(c, i))).join('')}</tr>`),
    '</tbody></table></div>',
  ].join('');
}

export const section = (title: string, body: string, id = ''): string =>
  body === '' ? '' : `<section${id ? ` id="${id}"` : ''}><h2>${escaped(title)}</h2>${body}</section>`;

export const paragraph = (html: string): string => (html === '' ? '' : `<p>${html}</p>`);
export const items = (list: readonly string[]): string =>
  list.length === 0 ? '' : `<ul>${list.map((i) => `<li>${i}</li>`).join('')}</ul>`;
export const code = (text: string): string => `<code>${escaped(text)}</code>`;
