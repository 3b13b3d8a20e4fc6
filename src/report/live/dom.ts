/** Elements by tag, properties and children; text goes in as text. */
type Props = { readonly [name: string]: string | number | boolean };

/** Names with a dash, and role, list, for, are attributes; the rest are properties. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const e = document.createElement(tag);
  for (const [name, value] of Object.entries(props))
    if (name.includes('-') || name === 'role' || name === 'for') e.setAttribute(name, String(value));
    else Object.assign(e, { [name]: value });
  e.append(...children);
  return e;
}
