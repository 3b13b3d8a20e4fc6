/** Boxes in a plane by what is certain in them, the margin's level sets, and the witness: the map and the certificate. */
import { type Field, levelSets } from './plane.ts';
import { type Axis, dots, drawing, type Figure, frame, px, type XY } from './svg.ts';

/** A box of the plane and the class it is drawn with. */
export interface Tile {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly kind: string;
}
export interface CellsOptions {
  readonly title: string;
  readonly caption: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly tiles: readonly Tile[];
  /** Level sets of the margin: the one at 0 is drawn apart. */
  readonly margin: { readonly zero: Field; readonly others: Field } | undefined;
  readonly witness: XY | undefined;
  readonly mark: 'witness' | 'start';
}

/** One path for every kind of tile. */
export function cells(o: CellsOptions): Figure {
  const f = frame(o.x, o.y);
  const paths = new Map<string, string>();
  for (const { x, y, kind } of o.tiles) {
    const [left, right, bottom, top] = [f.x(x[0]), f.x(x[1]), f.y(y[0]), f.y(y[1])];
    const d = `M${px(left)} ${px(top)}H${px(right)}V${px(bottom)}H${px(left)}z`;
    paths.set(kind, `${paths.get(kind) ?? ''}${d}`);
  }
  const inside = [
    ...[...paths].map(([kind, d]) => `<path class="cell ${kind}" d="${d}"/>`),
    o.margin ? `<path class="contour" d="${levelSets(f, o.margin.others)}"/>` : '',
    o.margin ? `<path class="zero" d="${levelSets(f, o.margin.zero)}"/>` : '',
  ].join('');
  const above = o.witness ? dots(f, [o.witness], o.mark, 4.5) : '';
  return { title: o.title, caption: o.caption, svg: drawing(f, inside, above, o.title) };
}
