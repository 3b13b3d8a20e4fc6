/**
 * The path of a quantized run on its grid, exact, up to where it repeats; the same run without rounding dashed beside it.
 *
 * States are those on which the verdict rests; what the plots say of them (entered, period) is decided for all time. Cost:
 * one decision a run.
 */
import type { Instance } from '../claim/instance.ts';
import { compileInstance } from '../claim/program.ts';
import type { QuantizedQuestion } from '../dynamics/quantized.ts';
import type { Rational } from '../number/rational.ts';
import { orbitOf, system } from '../quantized/answer.ts';
import { type Orbit, seen, states } from '../quantized/decide.ts';
import { curves } from './plot/curves.ts';
import { plane } from './plot/plane.ts';
import { type Figure, plainName, type XY } from './plot/svg.ts';
import { follow } from './runs.ts';

/** One question per run and options: they ask the same system. */
export function systems(i: Instance): readonly QuantizedQuestion[] {
  const all = (i.finite ?? []).filter((q): q is QuantizedQuestion => q.kind === 'quantized');
  const key = (q: QuantizedQuestion): string =>
    JSON.stringify([q.run, q.options, q.batches?.map((batch) => batch.map(([n, t]) => [n, t.id]))]);
  return all.filter((q, k) => all.findIndex((o) => key(o) === key(q)) === k);
}

interface Path {
  readonly names: readonly string[];
  readonly states: readonly (readonly number[])[];
  readonly said: string;
  /** Where the cycle is entered; null where that is further than the plot goes. */
  readonly entered: number | null;
}

const MOST = 240;
/** Rounds of a short cycle are shown until this many steps. */
const LEAST = 12;

function fate(q: QuantizedQuestion, { mu, lambda }: Pick<Orbit, 'mu' | 'lambda'>): string {
  const { format, rounding, rounds } = q.options;
  const end = lambda === 1 ? `at rest from step ${mu}` : `a cycle of period ${lambda} from step ${mu}`;
  return `${format}, ${rounding} at the ${rounds}: ${end}, for all time`;
}

function pathOf(i: Instance, q: QuantizedQuestion, params: readonly Rational[]): Path | undefined {
  if (q.options.rounding === 'stochastic') return undefined;
  const names = i.reals.flatMap((r) => r.variables.map((v) => v.name!));
  const s = system(q, i.runs[q.run]!, new Map(names.map((n, k) => [n, params[k]!] as const)));
  const orbit = orbitOf(s);
  if (!orbit) return undefined;
  const scale = 2 ** s.spec.format.fraction;
  const cycle = seen(orbit, s.spec.states.length) ?? orbit;
  const count = Math.min(MOST, Math.max(LEAST, cycle.mu + 2 * cycle.lambda + 1));
  return {
    names: s.spec.states.map((n) => plainName(n.replace(/^run\d+:/, ''))),
    states: [...states(orbit, count)].map((z) => z.slice(0, s.spec.states.length).map((n) => n / scale)),
    said: fate(q, cycle),
    entered: cycle.mu < count ? cycle.mu : null,
  };
}

function figure(p: Path, beside: readonly XY[]): Figure {
  const [x, y] = p.names;
  if (p.names.length === 2)
    return plane({
      title: 'The path on the grid',
      caption: `The quantized run through (${p.names.join(', ')}), ${p.said}${beside.length > 1 ? '; dashed: the same run without rounding' : ''}.`,
      x: x!,
      y: y!,
      path: p.states.map(([a, b]): XY => [a!, b!]),
      dotted: true,
      beside,
      mark: p.entered,
      field: undefined,
    });
  const shown = p.names.slice(0, 6);
  return curves(
    shown.map((name, k) => ({ name, points: p.states.map((z, t): XY => [t, z[k]!]) })),
    {
      title: 'The state on the grid',
      caption: `The quantized run over steps, ${p.said}.`,
      x: 'step',
      y: shown.length === 1 ? shown[0]! : 'entries',
      mark: p.entered,
      dotted: true,
    },
  );
}

/** Does a run at this point leave its start? */
export const moves = (i: Instance, params: readonly Rational[]): boolean =>
  systems(i).some((q) => {
    const path = attempt(() => pathOf(i, q, params));
    return path?.states.some((z) => z.some((v, k) => v !== path.states[0]![k])) === true;
  });

function attempt<A>(f: () => A): A | undefined {
  try {
    return f();
  } catch {
    return undefined;
  }
}

/** A plot for every quantized run at a point; none where nothing can be decided. */
export function quantizedFigures(i: Instance, params: readonly Rational[]): readonly Figure[] {
  const point = { choice: i.choice, params, inputs: [], horizon: 0 };
  return systems(i)
    .slice(0, 4)
    .flatMap((q) => {
      const path = attempt(() => pathOf(i, q, params));
      if (!path) return [];
      const runs = path.names.length === 2 ? follow(compileInstance(i), point) : [];
      const same = runs.find((f) => f.program.node.id === q.run);
      return [figure(path, same?.states.slice(0, path.states.length).map(([a, b]): XY => [a!, b!]) ?? [])];
    });
}
