/** `decide` and `game` as a stranger uses them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Project, project } from './project.ts';

const QUANTIZED = `import { claim, descent, ex, real, that } from 'counterflow';
export default claim('settles', {
  says: 'Started near the minimum, rounded descent comes to rest.',
  status: 'conjecture',
  reals: { eta: real('[1/8, 1/4]') },
  where: ({ eta }) => ({
    run: descent({ start: { w: ex\`1\` }, loss: ({ w }) => ex\`(\${w} - 3)^2/2\`, eta }).quantized({
      format: 'q4.4',
      rounding: 'nearest-even',
      rounds: 'update',
    }),
  }),
  conclude: ({ run }) => run.settles(),
});
`;

let p: Project;
beforeAll(() => {
  p = project('module');
  p.write('theorems/settles.ts', QUANTIZED);
  p.write('fixed.ts', "export default (x) => (x(64).m > 0n ? '+' : x(64).m < 0n ? '-' : '0');\n");
  p.write(
    'forever.ts',
    'export default (x) => { for (let p = 1; ; p++) if (x(p).m !== 0n) return x(p).m > 0n ? "+" : "-"; };\n',
  );
  p.write('throws.ts', 'export default () => { throw new Error("no luck"); };\n');
  p.write('nothing.ts', 'export const y = 1;\n');
});

describe('decide', () => {
  it('decides for all time, with the claim’s format and with another', async () => {
    const own = JSON.parse((await p.run('decide', 'theorems/settles.ts', '--json', '--oracle')).out);
    expect(own.claims[0].points[0].runs[0]).toMatchObject({
      format: 'q4.4',
      settles: true,
      period: 1,
      oracle: { agrees: true },
    });
    const other = JSON.parse(
      (await p.run('decide', 'theorems/settles.ts', '--format', 'q5.6', '--rounding', 'floor', '--json')).out,
    );
    expect(other.claims[0].points[0].runs[0]).toMatchObject({ format: 'q5.6', rounding: 'floor' });
    expect(other.claims[0].hash).not.toBe(own.claims[0].hash);
  });
  it.each([
    ['a format with no room', ['--format', 'q4.60'], /2 to 32 bits/],
    ['an unknown rounding', ['--rounding', 'up'], /a rounding, one of/],
    ['a start off the grid', ['--format', 'q1.4'], /on the grid/],
  ])('refuses %s', async (_, options, message) => {
    const r = await p.run('decide', 'theorems/settles.ts', ...options);
    expect(r.err).toMatch(message);
    expect(r.code).toBe(2);
  });
});

describe('game', () => {
  it('beats fixed precision with a certified instance', async () => {
    const r = await p.run('game', 'fixed.ts', '--json');
    const [game] = JSON.parse(r.out).games;
    expect(game).toMatchObject({ game: 'sign', outcome: 'refuted', answered: '0', truth: '+', precision: 64 });
    expect(game.instance[0].value).toBe(`1/${2n ** 65n}`);
    expect(r.code).toBe(0);
  });
  it('says what a procedure did that never answers, or throws', async () => {
    expect((await p.run('game', 'forever.ts')).out).toMatch(/no finite query/);
    expect((await p.run('game', 'throws.ts')).out).toMatch(/no luck/);
  });
  it('refuses a file without a procedure', async () => {
    const r = await p.run('game', 'nothing.ts');
    expect(r.err).toMatch(/a default export/);
    expect(r.code).toBe(2);
  });
});
