/**
 * Which arm to pull next: UCB with discounted counts, for rewards that dry up (Garivier, Moulines 2008).
 *
 * Deterministic: ties go to the arm that comes first. Plain data, so that a hunt can be written down and taken up again.
 */

export interface Arm {
  /** Discounted number of pulls and sum of rewards in [0, 1]. */
  pulls: number;
  reward: number;
}

export const DISCOUNT = 0.99;
const CURIOSITY = 0.6;

export const newArm = (): Arm => ({ pulls: 0, reward: 0 });

/** What an arm promises; pulls under way count as unrewarded ones, and `prior` as one pull with that reward. */
export function promise(arm: Arm, total: number, underWay: number, prior: number): number {
  const pulls = arm.pulls + underWay + 1;
  return (arm.reward + prior) / pulls + CURIOSITY * Math.sqrt(Math.log(1 + total) / pulls);
}

/** The number of the most promising arm, −1 of none. */
export function choose(arms: readonly Arm[], underWay: readonly number[], priors: readonly number[]): number {
  const total = arms.reduce((n, a, i) => n + a.pulls + underWay[i]! + 1, 0);
  let [best, most] = [-1, -Infinity];
  for (const [i, arm] of arms.entries()) {
    const p = promise(arm, total, underWay[i]!, priors[i]!);
    if (p > most) [best, most] = [i, p];
  }
  return best;
}

/** One pull of an arm has paid that reward; all arms forget a little. */
export function learn(arms: readonly Arm[], pulled: number, reward: number): void {
  for (const arm of arms) {
    arm.pulls *= DISCOUNT;
    arm.reward *= DISCOUNT;
  }
  arms[pulled]!.pulls += 1;
  arms[pulled]!.reward += reward;
}
