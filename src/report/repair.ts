/**
 * What a witness says about repairs: how far each constant of the claim is refuted, what slack the assumptions leave.
 *
 * Rigorous bounds from enclosures at the witness (outward-rounded decimals); that the repaired claim holds is not said.
 */
import type { Reading } from '../certify/point.ts';
import type { Bounds } from '../claim/decision.ts';
import type { Instance, Said } from '../claim/instance.ts';
import { constantOf } from '../expr/expr.ts';
import { decimalDown, decimalUp } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import type { Repair } from './exhibit.ts';

type Relation = Extract<Said['logic'], { kind: 'relation' }>;
const ordered = (s: Said): Relation | undefined =>
  s.logic.kind === 'relation' && (s.logic.relation === '<' || s.logic.relation === '<=') ? s.logic : undefined;
const DIGITS = 6;
type Sides = readonly [Bounds, Bounds] | undefined;

/** A conclusion lhs ≤ c fails for every c below lhs, c ≤ rhs for every c above rhs, lhs ≤ rhs times what is below lhs/rhs. */
function ofConclusion(s: Said, sides: Sides): Repair | undefined {
  const r = ordered(s);
  if (!r || !sides) return undefined;
  const [[lo, hi], [low, high]] = sides;
  const [left, right] = [constantOf(r.lhs), constantOf(r.rhs)];
  const shared = { where: 'conclude', line: { text: s.text, latex: s.latex } } as const;
  if (right && lo)
    return { kind: 'constant', ...shared, now: Q.text(right), value: decimalDown(lo, DIGITS), up: false };
  if (left && high) return { kind: 'constant', ...shared, now: Q.text(left), value: decimalUp(high, DIGITS), up: true };
  if (!lo || !hi || !low || !high || Q.sign(lo) <= 0 || Q.sign(low) <= 0) return undefined;
  return { kind: 'factor', line: shared.line, value: decimalDown(Q.div(lo, high), DIGITS) };
}

/** An assumption lhs ≤ c lets the witness in for every c from lhs on, c ≤ rhs for every c up to rhs. */
function ofAssumption(s: Said, sides: Sides, margin: Bounds | undefined): Repair | undefined {
  const r = ordered(s);
  if (!r) return undefined;
  const [left, right] = [constantOf(r.lhs), constantOf(r.rhs)];
  const line = { text: s.text, latex: s.latex };
  const shared = { kind: 'constant', where: 'assume', line } as const;
  const hi = sides?.[0][1];
  const low = sides?.[1][0];
  if (right && hi) return { ...shared, now: Q.text(right), value: decimalUp(hi, DIGITS), up: true };
  if (left && low) return { ...shared, now: Q.text(left), value: decimalDown(low, DIGITS), up: false };
  const slack = margin?.[0];
  return slack ? { kind: 'slack', line, value: decimalDown(slack, DIGITS) } : undefined;
}

/** From the failing conclusion at the simplest witness and the assumptions at the one nearest the boundary. */
export function repairs(i: Instance, at: Reading, conclusion: number, nearest: Reading): readonly Repair[] {
  const failing = ofConclusion(i.conclude[conclusion]!, at.conclude[conclusion]?.sides);
  const assumed = i.assume.flatMap(
    (s, k) => ofAssumption(s, nearest.assume[k]?.sides, nearest.assume[k]?.margin) ?? [],
  );
  return [...(failing ? [failing] : []), ...assumed];
}
