/**
 * The frame of every plot: scales, axes, ticks and labels as SVG text, coloured by the page's style sheet only.
 *
 * Search tier: plots show doubles and decide nothing. Coordinates are rounded to tenths of a pixel; text is escaped.
 */
import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import { line as lineOf } from 'd3-shape';
import { escaped } from '../html.ts';

export type Scale = ScaleContinuousNumeric<number, number>;
export type XY = readonly [x: number, y: number];

/** A drawing with words for who can't see it. `wide` asks for the whole measure. */
export interface Figure {
  readonly title: string;
  readonly svg: string;
  readonly caption: string;
}

export const WIDTH = 400;
export const HEIGHT = 300;
const MARGIN = { left: 58, right: 12, top: 10, bottom: 38 } as const;

/** Tenths of a pixel. */
export const px = (v: number): string => `${Math.round(v * 10) / 10}`;
const clean = (xs: readonly number[]): readonly number[] => xs.filter(Number.isFinite);

export interface Axis {
  readonly label: string;
  readonly lo: number;
  readonly hi: number;
  readonly log?: boolean;
  /** Ticks at whole numbers only. */
  readonly whole?: boolean;
}

/** Ends that hold all the numbers with a little air; log when they are positive and span more than a factor 300. */
export function axisFor(label: string, values: readonly number[], air = 0.06, mayLog = false): Axis {
  const all = clean(values);
  const [lo, hi] = all.length > 0 ? [Math.min(...all), Math.max(...all)] : [0, 1];
  if (mayLog && lo > 0 && hi / lo > 300) return { label, lo: lo / 1.5, hi: hi * 1.5, log: true };
  const span = hi - lo || Math.abs(hi) || 1;
  return { label, lo: lo - air * span, hi: hi + air * span };
}

export interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  /** The axes, to be drawn below everything else. */
  readonly grid: string;
}

const scale = (a: Axis, range: readonly [number, number]): Scale =>
  (a.log ? scaleLog() : scaleLinear()).domain([a.lo, a.hi]).range([...range]);

const SIMPLE = new Intl.NumberFormat('en', { maximumSignificantDigits: 10, useGrouping: false });
/** A tick's number: short, with a true minus sign. */
export function tick(v: number): string {
  const size = Math.abs(v);
  if (v !== 0 && (size >= 1e5 || size < 1e-3)) {
    const [m, e] = v.toExponential(1).split('e') as [string, string];
    const power = `10${superscript(Number(e))}`;
    return (m === '1.0' ? power : m === '-1.0' ? `−${power}` : `${m.replace(/\.0$/, '')}·${power}`).replace('-', '−');
  }
  return SIMPLE.format(v).replace('-', '−');
}
/** 2.3e-15 as 2.3·10⁻¹⁵. */
export const scientific = (t: string): string =>
  t.replace(
    /^(-?)([\d.]+)e([-+]?\d+)$/,
    (_, sign: string, m: string, e: string) => `${sign && '−'}${m === '1' ? '' : `${m}·`}10${superscript(Number(e))}`,
  );
const superscript = (n: number): string =>
  `${n}`.replace(/[-0-9]/g, (c) => (c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)]!));

const LETTER: { readonly [name: string]: string } = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Delta: 'Δ',
};
const subscript = (n: number): string => `${n}`.replace(/\d/g, (c) => '₀₁₂₃₄₅₆₇₈₉'[Number(c)]!);
/** lambda[0] as λ₁: how plots and their captions call a parameter. */
export function plainName(name: string): string {
  const m = /^([A-Za-z]+)_?(\d*)(?:\[(\d+)(?:,(\d+))?\])?$/.exec(name);
  if (!m) return name;
  const [, base, digits, i, j] = m as unknown as [string, string, string, string?, string?];
  const index = [
    digits === '' ? [] : [Number(digits)],
    ...[i, j].map((k) => (k === undefined ? [] : [Number(k) + 1])),
  ].flat();
  return `${LETTER[base] ?? base}${index.map(subscript).join(',')}`;
}

/** Tick positions: on a log axis whole powers when there are enough of them. */
function ticksOf(s: Scale, a: Axis, count: number): readonly number[] {
  if (!a.log) return s.ticks(count).filter((t) => !a.whole || Number.isInteger(t));
  const powers = s.ticks(count).filter((t) => Math.abs(Math.log10(t) % 1) < 1e-9);
  const every = Math.max(1, Math.ceil(powers.length / count));
  return powers.length >= 2 ? powers.filter((_, i) => i % every === 0) : s.ticks(count).slice(0, count);
}

export function frame(xAxis: Axis, yAxis: Axis): Frame {
  const x = scale(xAxis, [MARGIN.left, WIDTH - MARGIN.right]);
  const y = scale(yAxis, [HEIGHT - MARGIN.bottom, MARGIN.top]);
  const [left, right] = [MARGIN.left, WIDTH - MARGIN.right];
  const [bottom, top] = [HEIGHT - MARGIN.bottom, MARGIN.top];
  const down = ticksOf(x, xAxis, 6).map((t) => ({ at: x(t), text: tick(t) }));
  const across = ticksOf(y, yAxis, 5).map((t) => ({ at: y(t), text: tick(t) }));
  const lines = [
    ...down.map(({ at }) => `M${px(at)} ${top}V${bottom}`),
    ...across.map(({ at }) => `M${left} ${px(at)}H${right}`),
  ].join('');
  const texts = [
    ...down.map(({ at, text }) => `<text x="${px(at)}" y="${bottom + 14}">${text}</text>`),
    ...across.map(({ at, text }) => `<text class="y" x="${left - 6}" y="${px(at + 3.5)}">${text}</text>`),
    `<text class="name" x="${px((left + right) / 2)}" y="${HEIGHT - 4}">${escaped(xAxis.label)}</text>`,
    `<text class="name" transform="rotate(-90)" x="${px(-(top + bottom) / 2)}" y="11">${escaped(yAxis.label)}</text>`,
  ].join('');
  return { x, y, grid: `<path class="grid" d="${lines}"/><g class="ticks">${texts}</g>` };
}

/** Path data in tenths of a pixel, each point relative to the one before: half as long as absolute ones. */
export function compactPath(): {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
  data(): string;
} {
  let [text, atX, atY] = ['', 0, 0];
  const tenths = (v: number): number => Math.round(v * 10);
  const written = (n: number): string => `${n / 10}`.replace(/^(-?)0\./, '$1.');
  const add = (command: string, x: number, y: number): void => {
    const [u, v] = [written(x), written(y)];
    text += `${command}${u}${v.startsWith('-') ? '' : ' '}${v}`;
  };
  return {
    moveTo: (x, y) => {
      [atX, atY] = [tenths(x), tenths(y)];
      add('M', atX, atY);
    },
    lineTo: (x, y) => {
      const [nextX, nextY] = [tenths(x), tenths(y)];
      if (nextX === atX && nextY === atY) return;
      add('l', nextX - atX, nextY - atY);
      [atX, atY] = [nextX, nextY];
    },
    closePath: () => {
      text += 'z';
    },
    data: () => text,
  };
}

/** A polyline through the points that are numbers; gaps where they are not. */
export function polyline(f: Frame, points: readonly XY[], className: string): string {
  const path = compactPath();
  lineOf<XY>()
    .defined(([a, b]) => Number.isFinite(f.x(a)) && Number.isFinite(f.y(b)))
    .x(([a]) => f.x(a))
    .y(([, b]) => f.y(b))
    .context(path as unknown as CanvasRenderingContext2D)([...points]);
  return path.data() ? `<path class="${className}" d="${path.data()}"/>` : '';
}

export const dots = (f: Frame, points: readonly XY[], className: string, radius = 2.5): string => {
  const inside = points.filter(([a, b]) => Number.isFinite(f.x(a)) && Number.isFinite(f.y(b)));
  const d = inside.map(([a, b]) => `M${px(f.x(a))} ${px(f.y(b))}h0`).join('');
  return d ? `<path class="dots ${className}" stroke-width="${2 * radius}" d="${d}"/>` : '';
};

export const label = (f: Frame, [a, b]: XY, text: string, dx = 7, dy = -6): string => {
  const [x, y] = [f.x(a), f.y(b)];
  const end = x > WIDTH - 90;
  return Number.isFinite(x) && Number.isFinite(y)
    ? `<text class="mark" x="${px(x + (end ? -dx : dx))}" y="${px(Math.max(MARGIN.top + 9, y + dy))}"${end ? ' text-anchor="end"' : ''}>${escaped(text)}</text>`
    : '';
};

/** The drawing: axes below, what is inside clipped to the frame (by an svg of its own: no ids), marks above. */
export function drawing(f: Frame, inside: string, above: string, title: string): string {
  const [w, h] = [WIDTH - MARGIN.left - MARGIN.right, HEIGHT - MARGIN.top - MARGIN.bottom];
  const box = `x="${MARGIN.left}" y="${MARGIN.top}" width="${w}" height="${h}"`;
  return [
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">`,
    f.grid,
    `<svg ${box} viewBox="${MARGIN.left} ${MARGIN.top} ${w} ${h}">${inside}</svg>`,
    above,
    '</svg>',
  ].join('');
}
