/** `cover`: regions of the domain that the runs must not leave out, with the share they have to get. Data only. */
import { ClaimError } from '../expr/error.ts';
import { checkStatement, type Statement } from '../expr/statement.ts';
import { parseRational } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import type { RationalText } from './domains.ts';
import type { Region } from './instance.ts';

/** A region with a share of its own. */
export interface Share {
  readonly kind: 'share';
  readonly least: Q.Rational;
  readonly region: Statement;
}

const TENTH = Q.rational(1, 10);

/** A region that at least this share of the accepted runs has to be in, as a rational between 0 and 1. */
export function atLeast<const T extends string>(share: RationalText<T>, region: Statement): Share {
  const least = parseRational(String(share));
  if (!least || Q.sign(least) <= 0 || Q.compare(least, Q.ONE) > 0)
    throw new ClaimError('a share such as 1/10, above 0 and at most 1', `"${share}"`);
  return { kind: 'share', least, region };
}

/** What `cover` gave for one region, checked; a tenth without a share. */
export function regionOf(given: unknown): Region {
  const share = given as Partial<Share> | undefined;
  const own = share?.kind === 'share';
  const { logic, text, latex, place } = checkStatement(own ? share.region : given, 'from cover');
  return { logic, text, latex, place, least: own ? share.least! : TENTH };
}
