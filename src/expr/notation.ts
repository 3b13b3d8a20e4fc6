/**
 * The notation a formula was written in, and its printing as text and LaTeX with a size cap. Untrusted, for people.
 */

export type Notation =
  | { readonly kind: 'atom'; readonly text: string }
  | { readonly kind: 'op'; readonly op: string; readonly args: readonly Notation[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Notation[] }
  | { readonly kind: 'index'; readonly base: Notation; readonly index: readonly number[] }
  | { readonly kind: 'moment'; readonly base: Notation; readonly when: Notation | string };

export const atom = (text: string): Notation => ({ kind: 'atom', text });
export const binaryNode = (op: string, a: Notation, b: Notation): Notation => ({ kind: 'op', op, args: [a, b] });
export const call = (name: string, args: readonly Notation[]): Notation => ({ kind: 'call', name, args });

const LEVEL: { readonly [op: string]: number } = { '+': 1, '-': 1, neg: 2, '*': 3, '/': 3, '^': 5, "'": 6 };
const level = (n: Notation): number =>
  n.kind === 'op' ? (LEVEL[n.op] ?? 9) : n.kind === 'atom' && /[-/+*]/.test(n.text) ? 2 : 9;

/** How one output format writes each construct. */
interface Style {
  readonly atom: (text: string) => string;
  readonly parens: (inner: string) => string;
  readonly op: (op: string, parts: readonly string[]) => string;
  readonly call: (name: string, args: readonly string[]) => string;
  readonly index: (base: string, index: readonly number[]) => string;
  readonly moment: (base: string, when: string) => string;
}

function write(n: Notation, s: Style, budget: { left: number }): string {
  if (--budget.left < 0) return '…';
  const inner = (a: Notation, least: number): string =>
    level(a) < least ? s.parens(write(a, s, budget)) : write(a, s, budget);
  switch (n.kind) {
    case 'atom':
      return s.atom(n.text);
    case 'call':
      return s.call(
        n.name,
        n.args.map((a) => write(a, s, budget)),
      );
    case 'index':
      return s.index(inner(n.base, 9), n.index);
    case 'moment':
      return s.moment(inner(n.base, 9), typeof n.when === 'string' ? n.when : write(n.when, s, budget));
    case 'op': {
      const own = LEVEL[n.op] ?? 9;
      if (s === LATEX && n.op === '/')
        return s.op(
          '/',
          n.args.map((a) => write(a, s, budget)),
        );
      return s.op(
        n.op,
        n.args.map((a, i) => inner(a, n.op === '^' ? (i === 0 ? 6 : 9) : i === 0 && n.op !== 'neg' ? own : own + 1)),
      );
    }
  }
}

const TEXT: Style = {
  atom: (t) => t,
  parens: (t) => `(${t})`,
  op: (op, [a, b]) =>
    op === 'neg' ? `-${a}` : op === "'" ? `${a}'` : op === '+' || op === '-' ? `${a} ${op} ${b}` : `${a}${op}${b}`,
  call: (name, args) => `${name}(${args.join(', ')})`,
  index: (base, index) => `${base}[${index.join(',')}]`,
  moment: (base, when) => `${base}@${when}`,
};

const GREEK = new Set(
  'alpha beta gamma delta epsilon zeta eta theta kappa lambda mu nu xi rho sigma tau phi chi psi omega Gamma Delta Lambda Sigma Phi Psi Omega'.split(
    ' ',
  ),
);
const latexName = (t: string): string => {
  const frac = /^(-?)(\d+)\/(\d+)$/.exec(t);
  if (frac) return `${frac[1]}\\tfrac{${frac[2]}}{${frac[3]}}`;
  const sub = /^([A-Za-z]+)_?(\d+)$/.exec(t);
  if (sub) return `${latexName(sub[1]!)}_{${sub[2]}}`;
  if (GREEK.has(t)) return `\\${t}`;
  return t === 'pi' ? '\\pi' : /^[A-Za-z]{2,}$/.test(t) ? `\\mathrm{${t}}` : t.replace(/_/g, '\\_');
};
const KNOWN = new Set(['exp', 'ln', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'min', 'max', 'det']);
const latexCall = (name: string, args: readonly string[]): string => {
  const list = args.join(', ');
  if (name === 'sqrt') return `\\sqrt{${list}}`;
  if (name === 'abs') return `\\left|${list}\\right|`;
  if (name === 'norm') return `\\left\\|${list}\\right\\|_2`;
  if (name === 'norm1') return `\\left\\|${list}\\right\\|_1`;
  if (name === 'normInf') return `\\left\\|${list}\\right\\|_\\infty`;
  if (name === 'sum') return `\\textstyle\\sum\\left(${list}\\right)`;
  return `${KNOWN.has(name) ? `\\${name}` : `\\operatorname{${name}}`}\\left(${list}\\right)`;
};

const LATEX: Style = {
  atom: latexName,
  parens: (t) => `\\left(${t}\\right)`,
  op: (op, [a, b]) =>
    op === 'neg'
      ? `-${a}`
      : op === "'"
        ? `{${a}}^{\\top}`
        : op === '/'
          ? `\\frac{${a}}{${b}}`
          : op === '^'
            ? `{${a}}^{${b}}`
            : op === '*'
              ? `${a}\\,${b}`
              : `${a} ${op} ${b}`,
  call: latexCall,
  index: (base, index) => `{${base}}_{${index.map((i) => i + 1).join(',')}}`,
  moment: (base, when) => `{${base}}_{${when}}`,
};

const CAP = 400;
export const notationText = (n: Notation): string => write(n, TEXT, { left: CAP });
export const notationLatex = (n: Notation): string => write(n, LATEX, { left: CAP });
