/**
 * The reader of .itl files, on everything the format allows.
 */
import { describe, expect, it } from 'vitest';
import { type Literal, readItl, readLiteral, readNumber } from './itl.ts';

const SOURCE = `
/* a comment; with { braces } and
   several lines */
testcase first { pos [1.0, 2.0] = [1.0,2.0]; } // one line
testcase second_one {
    // add [9] [9] = [18];
    add [-0x1.8P+1, 0X1P-1074]_com [empty]_trv = [empty]_trv signal UndefinedOperation;
    pown [ENTIRE] -3 = [entire] <= [entire];
    d-textToInterval "[ 1; 2 ]_com" = [nai];
    dot_nearest {1.0, 2.0} {3.0, NaN} = NaN;
    isMember -infinity [,1e3] = false;
    midRad [2.5] = 2.5 0.0;
    neg 2.5?3e2 = [0x1.00000000000008p0, 1];
}
`;
const set = (lo: number, hi: number, decoration?: string): Literal =>
  ({ kind: 'interval', lo, hi, decoration }) as Literal;

describe('.itl files', () => {
  const all = readItl(SOURCE);
  it('are cut into statements with their places', () => {
    expect(all.map((s) => s.op)).toEqual([
      'pos',
      'add',
      'pown',
      'd-textToInterval',
      'dot_nearest',
      'isMember',
      'midRad',
      'neg',
    ]);
    expect(all.map((s) => s.line)).toEqual([4, 7, 8, 9, 10, 11, 12, 13]);
    expect(all[1]?.testcase).toBe('second_one');
    expect(all[1]?.signals).toEqual(['UndefinedOperation']);
  });
  it('intervals, numbers, words, texts, vectors', () => {
    expect(all[1]?.inputs).toEqual([set(-3, 2 ** -1074, 'com'), set(Infinity, -Infinity, 'trv')]);
    expect(all[2]?.inputs).toEqual([set(-Infinity, Infinity), { kind: 'number', value: -3 }]);
    expect(all[2]?.outputs).toHaveLength(1);
    expect(all[3]?.inputs).toEqual([{ kind: 'text', value: '"[ 1; 2 ]_com"' }]);
    expect(all[3]?.outputs).toEqual([{ kind: 'other', value: 'nai' }]);
    expect(all[4]?.inputs.map((l) => l.kind)).toEqual(['other', 'other']);
    expect(all[5]?.inputs).toEqual([{ kind: 'number', value: -Infinity }, set(-Infinity, 1000)]);
    expect(all[5]?.outputs).toEqual([{ kind: 'word', value: 'false' }]);
    expect(all[6]?.inputs).toEqual([set(2.5, 2.5)]);
    expect(all[7]?.inputs).toEqual([{ kind: 'other', value: 'uncertain form' }]);
    expect(all[7]?.outputs).toEqual([{ kind: 'other', value: 'no double' }]);
  });
  it('hexadecimal numbers exactly, subnormal and largest ones too', () => {
    expect(readNumber('0x0.0000000000001p-1022')).toBe(Number.MIN_VALUE);
    expect(readNumber('-0X1.FFFFFFFFFFFFFP+1023')).toBe(-Number.MAX_VALUE);
    expect(readNumber('+0x.8')).toBe(0.5);
    expect(readNumber('0x10000000000000000p0')).toBe(2 ** 64);
    expect(readNumber('0x20000000000001p0')).toBeUndefined();
    expect(readLiteral('trv')).toEqual({ kind: 'word', value: 'trv' });
  });
  it('what is not in the format is refused', () =>
    expect(() => readItl('nonsense { pos [1] = [1]; }')).toThrow(SyntaxError));
});
