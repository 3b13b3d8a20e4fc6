/** The bandit of a hunt: it finds the arm that pays, leaves one that has dried up, and spreads work under way. */
import { expect, test } from 'vitest';
import { type Arm, choose, learn, newArm } from '../../src/search/bandit.ts';
import { stream } from '../../src/search/random.ts';

const none = (n: number): number[] => new Array<number>(n).fill(0);

function play(pays: (arm: number, pull: number) => number, pulls: number): number[] {
  const random = stream({ hash: 'bandit', seed: 1, block: 0 });
  const arms: Arm[] = [newArm(), newArm(), newArm()];
  const count = none(3);
  for (let k = 0; k < pulls; k++) {
    const i = choose(arms, none(3), none(3));
    count[i]!++;
    learn(arms, i, random.double() < pays(i, k) ? 1 : 0);
  }
  return count;
}

test('most pulls go to the arm that pays most, some to every arm', () => {
  const count = play((i) => [0.05, 0.6, 0.1][i]!, 1000);
  expect(count[1]).toBeGreaterThan(600);
  expect(Math.min(...count)).toBeGreaterThan(20);
});

test('an arm that no longer pays is left', () => {
  const count = play((i, k) => (k < 500 ? [0.7, 0.1, 0.1] : [0, 0.1, 0.7])[i]!, 1000);
  expect(count[2]).toBeGreaterThan(250);
});

test('errands under way make an arm less promising, so that workers spread', () => {
  const arms = [newArm(), newArm(), newArm()];
  expect(choose(arms, [0, 0, 0], [0.5, 0.5, 0.5])).toBe(0);
  expect(choose(arms, [1, 0, 0], [0.5, 0.5, 0.5])).toBe(1);
  expect(choose(arms, [1, 1, 0], [0.5, 0.5, 0.5])).toBe(2);
  expect(choose([], [], [])).toBe(-1);
});
