/** The map of the margin as a figure, with what its colours mean. */
import type { MarginMap } from './map.ts';
import { cells } from './plot/cells.ts';
import type { Figure } from './plot/svg.ts';

export function mapFigure({ drawing, names, counts }: MarginMap, refuted: boolean): Figure {
  const has = (k: keyof typeof counts): boolean => (counts[k] ?? 0) > 0;
  const words = [
    ...(has('holds') ? ['blue: certainly holds'] : []),
    ...(has('fails') ? ['orange: certainly fails'] : []),
    ...(has('open') ? ['grey: not decided'] : []),
    ...(has('outside') ? ['blank: an assumption fails'] : []),
  ].join('; ');
  const zero = drawing.margin?.zero.values.some((v) => v < 0) === true;
  const title = `The margin around ${refuted ? 'the witness' : 'a sample point'}`;
  const caption = `${title} in ${names[0]} and ${names[1]}, all else fixed. Cells by interval arithmetic, ${words}. Lines: levels of the margin${zero ? ', the heavy one is 0' : ''}.`;
  return cells({ ...drawing, title, caption, mark: refuted ? 'witness' : 'start' });
}
