/** A plane with level sets, a path through it and another beside it. */
import { contours } from 'd3-contour';
import {
  axisFor,
  compactPath,
  dots,
  drawing,
  type Figure,
  type Frame,
  frame,
  label,
  polyline,
  type XY,
} from './svg.ts';

/** Values on a grid over the frame, row by row from the lower left. */
export interface Field {
  readonly size: number;
  readonly values: readonly number[];
  readonly levels: readonly number[];
}
export interface PlaneOptions {
  readonly title: string;
  readonly caption: string;
  readonly x: string;
  readonly y: string;
  /** The steps of a run, or a flow. */
  readonly path: readonly XY[];
  readonly dotted: boolean;
  /** Drawn beside it, dashed. */
  readonly beside: readonly XY[];
  readonly mark: number | null;
  readonly field: ((window: Window) => Field | undefined) | undefined;
}
export interface Window {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

function draw(points: readonly XY[], path: ReturnType<typeof compactPath>): void {
  points.forEach((p, i) => {
    path[i === 0 ? 'moveTo' : 'lineTo'](...p);
  });
}

/** A ring without what runs along the border of the grid, from where it comes in to where it goes out. */
function inner(ring: readonly number[][], size: number): readonly (readonly number[][])[] {
  const border = ([a, b]: number[]): boolean => a === 0 || b === 0 || a === size || b === size;
  const first = ring.findIndex(border);
  if (first < 0) return [ring];
  const turned = [...ring.slice(first), ...ring.slice(1, first + 1)];
  const pieces: number[][][] = [[]];
  for (const p of turned) {
    if (!border(p)) pieces[pieces.length - 1]!.push(p);
    else if (pieces[pieces.length - 1]!.length > 0) pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 1);
}

/** Level sets of a grid as one path, in the frame's pixels. */
export function levelSets(f: Frame, field: Field): string {
  const { size, values, levels } = field;
  const [x0, x1] = f.x.range() as [number, number];
  const [y0, y1] = f.y.range() as [number, number];
  const at = ([a, b]: number[]): XY => [
    x0 + ((a! - 0.5) / (size - 1)) * (x1 - x0),
    y0 + ((b! - 0.5) / (size - 1)) * (y1 - y0),
  ];
  const finite = values.map((v) => (Number.isFinite(v) ? v : 1e300));
  const path = compactPath();
  for (const { coordinates } of contours()
    .size([size, size])
    .thresholds([...levels])(finite))
    for (const ring of coordinates.flat()) for (const piece of inner(ring, size)) draw(thinned(piece).map(at), path);
  return path.data();
}
const thinned = (line: readonly number[][]): readonly number[][] =>
  line.length > 60 ? line.filter((_, i) => i % 2 === 0 || i === line.length - 1) : line;

/** Around all points, at least a little wide, the same air everywhere. */
export function plane(o: PlaneOptions): Figure {
  const all = [...o.path, ...o.beside];
  const x = axisFor(
    o.x,
    all.map(([a]) => a),
    0.18,
  );
  const y = axisFor(
    o.y,
    all.map(([, b]) => b),
    0.18,
  );
  const f = frame(x, y);
  const field = o.field?.({ x: [x.lo, x.hi], y: [y.lo, y.hi] });
  const inside = [
    field ? `<path class="contour" d="${levelSets(f, field)}"/>` : '',
    polyline(f, o.beside, 'curve beside'),
    polyline(f, o.path, 'curve s0'),
    o.dotted ? dots(f, o.path, 's0', 2) : '',
  ].join('');
  const start = o.path[0]!;
  const failing = o.mark === null ? undefined : o.path[o.mark];
  const above = [
    dots(f, [start], 'start', 4),
    label(f, start, 'start'),
    failing ? dots(f, [failing], 'witness', 4) : '',
  ].join('');
  return { title: o.title, caption: o.caption, svg: drawing(f, inside, above, o.title) };
}
