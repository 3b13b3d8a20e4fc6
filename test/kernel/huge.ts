/**
 * Questions that are huge or deep. Run as a script, it asks them all in this process and prints, as JSON, the length of
 * each refusal, the CPU time of each in ms, and the most memory that the process ever held in MB.
 */
import { add, apply, div, mul, pow, sqrt, type Term, variable, whole } from '../../src/expr/term.ts';
import { text } from '../../src/expr/text.ts';
import * as k from '../../src/kernel/index.ts';
import { rational } from '../../src/number/rational.ts';

k.printWith((t) => text(t, 400));
const [x, y] = [variable('x'), variable('y')];
const times = (n: number, f: (a: Term) => Term, from: Term): Term => (n === 0 ? from : times(n - 1, f, f(from)));
const doubled = (f: (a: Term) => Term, from = x): Term => times(26, f, from);
const equal = (a: Term, b: Term) => (): unknown => k.ring([], a, b);
const chain = (n: number, f: (a: Term, i: number) => Term): Term => {
  let t: Term = x;
  for (let i = 0; i < n; i++) t = f(t, i);
  return t;
};

export const QUESTIONS: { readonly [name: string]: () => unknown } = {
  '26 squarings of a sum': equal(
    doubled((a) => mul(a, a), add(x, y)),
    x,
  ),
  '26 doublings of a sum': equal(
    doubled((a) => add(a, a), add(x, y)),
    x,
  ),
  '26 nested roots': equal(
    doubled((a) => sqrt(add(whole(1), pow(mul(a, a), 2)))),
    x,
  ),
  '26 nested divisors': equal(
    doubled((a) => div(whole(1), add(whole(1), pow(a, 2)))),
    x,
  ),
  '26 doublings, differentiated': () =>
    k.rate(
      [],
      [x],
      [k.one],
      doubled((a) => mul(a, sqrt(a))),
    ),
  '26 doublings, of unknown sign': () =>
    k.positive(
      [],
      k.lt(
        k.zero,
        doubled((a) => add(a, a)),
      ),
    ),
  '26 doublings, enclosed': () =>
    k.enclose(
      [{ variable: x, lo: rational(1), hi: rational(2) }],
      k.le(
        doubled((a) => mul(a, a)),
        k.zero,
      ),
    ),
  '26 exponentials': () =>
    k.enclose(
      [{ variable: x, lo: rational(1), hi: rational(2) }],
      k.le(
        doubled((a) => apply('exp', a)),
        k.zero,
      ),
    ),
  '(3^1000)^1000': equal(pow(pow(whole(3), 1000), 1000), k.one),
  '(x + y + 1)^1000': equal(pow(add(add(x, y), whole(1)), 1000), k.one),
  '((x^10^6)^10^6)^10^6': equal(pow(pow(pow(x, 1e6), 1e6), 1e6), k.one),
  '1500 different atoms': equal(
    chain(1500, (t, i) => add(t, apply('exp', add(x, whole(i + 1))))),
    x,
  ),
  '20 000 nested sums': () => chain(20_000, (t) => add(t, y)),
};

if (process.argv[1] === import.meta.filename) {
  const answers = Object.entries(QUESTIONS).map(([name, question]) => {
    const start = process.cpuUsage();
    let message = '';
    try {
      question();
    } catch (e) {
      message = String(e);
    }
    const { user, system } = process.cpuUsage(start);
    return { name, length: message.length, ms: (user + system) / 1000 };
  });
  process.stdout.write(JSON.stringify({ answers, megabytes: process.resourceUsage().maxRSS / 1024 }));
}
