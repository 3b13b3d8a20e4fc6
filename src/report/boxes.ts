/** The boxes of a certificate in the plane of two parameters. */
import { type Cell, type Way, wayOf } from '../certify/box.ts';
import type { Instance } from '../claim/instance.ts';
import { parameterNames } from './map.ts';
import { cells, type Tile } from './plot/cells.ts';
import { type Axis, type Figure, plainName } from './plot/svg.ts';

const KIND: { readonly [w in Way]: string } = {
  natural: 'boxes holds natural',
  face: 'boxes holds monotone',
  ladder: 'boxes holds monotone',
  mean: 'boxes holds mean',
  taylor: 'boxes holds mean',
  excluded: 'boxes excluded',
  tight: 'boxes excluded',
};
const WORD: { readonly [w in Way]: string } = {
  natural: 'by its enclosure',
  face: 'by monotonicity',
  ladder: 'by derivatives at one end',
  mean: 'by the mean value form',
  taylor: 'by Taylor’s formula',
  excluded: 'an assumption fails',
  tight: 'left out around an equality case',
};
const MOST = 300;

/** The two parameters that were split most. */
function split(all: readonly Cell[]): readonly number[] {
  const d = all[0]!.box.lo.length;
  const distinct = (i: number): number => new Set(all.map((c) => c.box.lo[i])).size;
  return Array.from({ length: d }, (_, i) => i)
    .filter((i) => all.some((c) => c.box.lo[i]! < c.box.hi[i]!))
    .sort((a, b) => distinct(b) - distinct(a) || a - b)
    .slice(0, 2)
    .sort((a, b) => a - b);
}

/** Without spreading thousands of arguments. */
const least = (all: readonly number[]): number => all.reduce((a, b) => Math.min(a, b), Infinity);

function figure(i: Instance, all: readonly Cell[]): Figure | undefined {
  const [x, y] = split(all);
  if (x === undefined) return undefined;
  const names = parameterNames(i.reals);
  const span = (c: Cell, k: number | undefined): readonly [number, number] =>
    k === undefined ? [0, 1] : [c.box.lo[k]!, c.box.hi[k]!];
  const shown = [...all].sort((a, b) => area(b) - area(a)).slice(0, MOST);
  const tiles = shown.map((c): Tile => ({ x: span(c, x), y: span(c, y), kind: KIND[wayOf(c.proof)] }));
  const axis = (k: number | undefined): Axis => ({
    label: k === undefined ? '' : plainName(names[k]!),
    lo: least(all.map((c) => span(c, k)[0])),
    hi: -least(all.map((c) => -span(c, k)[1])),
  });
  const [xAxis, yAxis] = [axis(x), axis(y)];
  const small = all.length - shown.length;
  const ground: Tile = { x: [xAxis.lo, xAxis.hi], y: [yAxis.lo, yAxis.hi], kind: 'boxes ground' };
  const methods = [...new Set(all.map((c) => wayOf(c.proof)))].map(
    (m) => `${all.filter((c) => wayOf(c.proof) === m).length} ${WORD[m]}`,
  );
  const rest = names.length > 2 ? `, seen along the other ${names.length - 2}` : '';
  const title = `${all.length} ${all.length === 1 ? 'box' : 'boxes'} of the certificate`;
  return cells({
    title,
    caption: `${title} in ${[x, y].flatMap((k) => (k === undefined ? [] : [plainName(names[k]!)])).join(' and ')}${rest}: ${methods.join(', ')}${small > 0 ? `; the ${small} smallest are not drawn one by one` : ''}.`,
    x: xAxis,
    y: yAxis,
    tiles: small > 0 ? [ground, ...tiles] : tiles,
    margin: undefined,
    witness: undefined,
    mark: 'start',
  });
}
const area = ({ box }: Cell): number => box.lo.reduce((p, lo, i) => p * (box.hi[i]! - lo || 1), 1);

/** At most three, the largest certificates first. */
export function boxFigures(i: Instance, boxes: readonly (readonly Cell[])[]): readonly Figure[] {
  return [...boxes]
    .filter((b) => b.length > 0)
    .sort((a, b) => b.length - a.length)
    .slice(0, 3)
    .flatMap((b) => figure(i, b) ?? []);
}
