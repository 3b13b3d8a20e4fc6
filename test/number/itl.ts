/**
 * A reader of .itl files: the portable text format of the ITF1788 interval test set.
 *
 * Numbers are the nearest doubles to their literals, as every framework that runs these files takes them. Literals this
 * project has no value for (not-an-interval, uncertain forms, texts, vectors) are kept as such, for the caller to count.
 */
export type Decoration = 'com' | 'dac' | 'def' | 'trv' | 'ill';
export type Literal =
  | { readonly kind: 'interval'; readonly lo: number; readonly hi: number; readonly decoration: Decoration | undefined }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'word' | 'text'; readonly value: string }
  | { readonly kind: 'other'; readonly value: 'nai' | 'uncertain form' | 'vector' | 'no double' };

export interface Statement {
  readonly testcase: string;
  readonly line: number;
  readonly op: string;
  readonly inputs: readonly Literal[];
  readonly outputs: readonly Literal[];
  readonly signals: readonly string[];
}

const TOKEN =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|("(?:[^"\\]|\\.)*"|\[[^\]]*\](?:_[a-z]+)?|\{[^}\n;]*\}(?=\s*(?:\{|=|;))|[{}=;]|<=|[^\s={};"[\]]+)/gy;

interface Token {
  readonly text: string;
  readonly line: number;
}
function tokens(source: string): readonly Token[] {
  const out: Token[] = [];
  let line = 1;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match) throw new SyntaxError(`line ${line}: unreadable: ${source.slice(from, from + 40)}`);
    if (match[1] !== undefined) out.push({ text: match[1], line });
    line += match[0].split('\n').length - 1;
  }
  return out;
}

const HEX = /^([+-]?)0x([0-9a-f]*)\.?([0-9a-f]*)(?:p([+-]?\d+))?$/i;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The nearest double; undefined for what is no number, or a hexadecimal one of more than 53 bits. */
export function readNumber(text: string): number | undefined {
  if (/^[+-]?inf(inity)?$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  if (/^[+-]?nan$/i.test(text)) return Number.NaN;
  if (DECIMAL.test(text)) return Number(text);
  const hex = HEX.exec(text);
  if (!hex) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = hex;
  const digits = BigInt(`0x0${whole}${fraction}`);
  const power = Number(exponent) - 4 * fraction.length;
  if (digits > 0n && (digits / (digits & -digits)).toString(2).length > 53) return undefined;
  const half = Math.trunc(power / 2);
  const value = Number(digits) * 2 ** half * 2 ** (power - half);
  return sign === '-' ? -value : value;
}

function readInterval(text: string): Literal {
  const [, body = '', decoration] = /^\[([^\]]*)\](?:_([a-z]+))?$/.exec(text) ?? [];
  const inner = body.trim().toLowerCase();
  const made = (lo: number, hi: number): Literal => ({
    kind: 'interval',
    lo,
    hi,
    decoration: decoration as Decoration | undefined,
  });
  if (inner === 'nai' || decoration === 'ill') return { kind: 'other', value: 'nai' };
  if (inner === 'empty' || inner === '') return made(Infinity, -Infinity);
  if (inner === 'entire') return made(-Infinity, Infinity);
  const [low = '', high = low] = inner.split(',').map((s) => s.trim());
  const lo = low === '' ? -Infinity : readNumber(low);
  const hi = high === '' ? Infinity : readNumber(high);
  if (inner.includes('?')) return { kind: 'other', value: 'uncertain form' };
  if (lo === undefined || hi === undefined || Number.isNaN(lo + 0) || Number.isNaN(hi + 0))
    return { kind: 'other', value: 'no double' };
  return made(lo, hi);
}

export function readLiteral(text: string): Literal {
  if (text.startsWith('[')) return readInterval(text);
  if (text.startsWith('"')) return { kind: 'text', value: text };
  if (text.startsWith('{')) return { kind: 'other', value: 'vector' };
  if (/^[+-]?0x/i.test(text) && readNumber(text) === undefined) return { kind: 'other', value: 'no double' };
  const value = readNumber(text);
  if (value !== undefined) return { kind: 'number', value };
  return text.includes('?') ? { kind: 'other', value: 'uncertain form' } : { kind: 'word', value: text };
}

function readStatement(words: readonly Token[], testcase: string): Statement {
  const texts = words.map((w) => w.text);
  const split = texts.indexOf('=');
  const signal = texts.indexOf('signal');
  const accuracy = texts.indexOf('<=');
  const ends = [signal, accuracy, texts.length].filter((i) => i >= 0);
  const [op = ''] = texts;
  return {
    testcase,
    line: words[0]?.line ?? 0,
    op,
    inputs: texts.slice(1, split).map(readLiteral),
    outputs: texts.slice(split + 1, Math.min(...ends)).map(readLiteral),
    signals: signal < 0 ? [] : texts.slice(signal + 1),
  };
}

/** All statements of a file, in order. Throws SyntaxError on what the format does not allow. */
export function readItl(source: string): readonly Statement[] {
  const out: Statement[] = [];
  let testcase = '';
  let words: Token[] = [];
  for (const token of tokens(source)) {
    if (token.text === '{') {
      if (words[0]?.text !== 'testcase') throw new SyntaxError(`line ${token.line}: a testcase is wanted`);
      testcase = words[1]?.text ?? '';
      words = [];
    } else if (token.text === ';') {
      out.push(readStatement(words, testcase));
      words = [];
    } else if (token.text !== '}') words.push(token);
  }
  return out;
}
