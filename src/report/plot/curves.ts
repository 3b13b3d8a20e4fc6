/** Curves over steps or time: loss, step size times sharpness against 2, the entries of a state. */
import { axisFor, dots, drawing, type Figure, frame, label, polyline, type XY } from './svg.ts';

export interface Series {
  readonly name: string;
  readonly points: readonly XY[];
}
export interface CurveOptions {
  readonly title: string;
  readonly caption: string;
  readonly x: string;
  readonly y: string;
  /** Where the claim fails. */
  readonly mark: number | null;
  /** A horizontal line with its name. */
  readonly level?: { readonly at: number; readonly name: string };
  readonly log?: boolean;
  /** Steps have dots, time has none. */
  readonly dotted: boolean;
}

/** Curves in one frame; the first six are told apart by colour. */
export function curves(series: readonly Series[], o: CurveOptions): Figure {
  const points = series.flatMap((s) => s.points);
  const values = points.map(([, y]) => y);
  const level = o.level ? [o.level.at] : [];
  const xs = points.map(([x]) => x);
  const y = axisFor(o.y, [...values, ...level], 0.08, o.log === true);
  const f = frame({ label: o.x, lo: Math.min(...xs), hi: Math.max(...xs) || 1, whole: o.dotted }, y);
  const [lo, hi] = f.x.domain() as [number, number];
  const at = (x: number): XY => [x, series[0]!.points.find((p) => p[0] >= x)?.[1] ?? Number.NaN];
  const inside = [
    o.level
      ? polyline(
          f,
          [
            [lo, o.level.at],
            [hi, o.level.at],
          ],
          'level',
        )
      : '',
    o.mark === null
      ? ''
      : polyline(
          f,
          [
            [o.mark, y.lo],
            [o.mark, y.hi],
          ],
          'fail',
        ),
    ...series.map((s, i) => polyline(f, s.points, `curve s${i % 6}`)),
    ...(o.dotted && points.length <= 400 ? series.map((s, i) => dots(f, s.points, `s${i % 6}`, 1.8)) : []),
  ].join('');
  const names =
    series.length > 1 ? series.map((s, i) => label(f, s.points[s.points.length - 1]!, s.name, 4, i % 2 ? 10 : -4)) : [];
  const above = [
    o.level ? label(f, [lo, o.level.at], o.level.name, 4, -4) : '',
    o.mark === null ? '' : dots(f, [at(o.mark)], 'witness', 4),
    ...names,
  ].join('');
  return { title: o.title, caption: o.caption, svg: drawing(f, inside, above, o.title) };
}
