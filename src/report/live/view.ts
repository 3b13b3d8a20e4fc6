/**
 * The replay on a page: sliders for the point's numbers, steps through the run, pictures, the verdict decided again.
 *
 * While something moves, pictures and margin are doubles; a moment later the exact point is decided by the engine's rigorous
 * arithmetic, and only that is called a verdict. All by keyboard too.
 */
import type { ExactPoint } from '../../claim/point.ts';
import type { Program } from '../../claim/program.ts';
import { toNumber } from '../../number/decimal.ts';
import type { Rational } from '../../number/rational.ts';
import type { MarginMap } from '../map.ts';
import { mapFigure } from '../map-figure.ts';
import { type Figure, plainName, tick } from '../plot/svg.ts';
import type { Followed } from '../runs.ts';
import { element } from './dom.ts';
import { domainText, type Knob, knobsOf, moved, numberOf, positionOf, shortText, typed, valueAt } from './knobs.ts';
import { decide, followed, mapOf, marginAlong, plots, quick, type Said } from './lab.ts';
import { type ReplayPayload, readPayload } from './payload.ts';

/** What the replay is showing. */
interface State {
  point: ExactPoint;
  runs: readonly Followed[];
  /** The step looked at; null where no run has steps. */
  step: number | null;
  map: MarginMap | undefined;
  /** The number moved last. */
  last: Knob | undefined;
}

const SETTLED = 180;
const MOST_KNOBS = 8;
const PLAY = 350;
const WARM = 5;

interface Row {
  readonly knob: Knob;
  readonly range: HTMLInputElement;
  readonly text: HTMLInputElement;
}

/** Turns the section into a live replay. Throws on a payload that can't be read; the page stays as it was. */
export function replay(place: HTMLElement, payload: ReplayPayload): void {
  const { program, point } = readPayload(payload);
  new Replay(place, payload, program, point).begin();
}

class Replay {
  readonly #payload: ReplayPayload;
  readonly #program: Program;
  readonly #start: ExactPoint;
  readonly #state: State;
  readonly #rows: readonly Row[];
  readonly #place: HTMLElement;
  readonly #verdict = element('p', { className: 'verdict', role: 'status', 'aria-live': 'polite' });
  readonly #figures = element('div', { className: 'among' });
  readonly #mapPlace = element('figure');
  readonly #quantities = element('div');
  readonly #stepper = element('div', { className: 'stepper', role: 'group', 'aria-label': 'steps of the run' });
  readonly #range = element('input', { type: 'range', min: '0', max: '0', value: '0', 'aria-label': 'step' });
  readonly #values = element('div');
  readonly #play = element('button', { type: 'button', textContent: 'Play' });
  #timer: ReturnType<typeof setTimeout> | undefined;
  #playing: ReturnType<typeof setInterval> | undefined;
  #frame = 0;

  constructor(place: HTMLElement, payload: ReplayPayload, program: Program, point: ExactPoint) {
    this.#place = place;
    this.#payload = payload;
    this.#program = program;
    this.#start = point;
    this.#state = { point, runs: [], step: null, map: undefined, last: undefined };
    this.#rows = knobsOf(program.instance, point).map((k) => this.#row(k));
  }

  begin(): void {
    const reset = element('button', {
      type: 'button',
      textContent: this.#payload.verified ? 'Back to the witness' : 'Back',
    });
    reset.addEventListener('click', () => this.#reset());
    this.#steps();
    this.#place.replaceChildren(
      element('h2', {}, 'Replay'),
      element('p', { className: 'meta' }, this.#words()),
      this.#verdict,
      this.#controls(reset),
      this.#stepper,
      element('div', { className: 'figures' }, this.#mapPlace, this.#figures),
      this.#values,
      this.#quantities,
    );
    this.#state.last = this.#rows[0]?.knob;
    this.#redraw();
    this.#settle();
  }

  #words(): string {
    const at = this.#payload.verified ? 'the witness' : 'a sample point (nothing refutes the claim)';
    return `The same engine, in this page, from ${at}. Numbers are exact; pictures are drawn in doubles; the verdict below is decided again by interval arithmetic whenever you stop.`;
  }

  #controls(reset: HTMLElement): HTMLElement {
    const lines = this.#rows.map(({ knob, range, text }) =>
      element('div', { className: 'knob' }, element('label', { for: range.id }, knob.name), range, text),
    );
    const rest = lines.slice(MOST_KNOBS);
    const more =
      rest.length > 0
        ? [
            element(
              'details',
              {},
              element('summary', {}, `${rest.length} more`),
              element('div', { className: 'knobs' }, ...rest),
            ),
          ]
        : [];
    return element(
      'fieldset',
      {},
      element('legend', {}, 'The point'),
      element('div', { className: 'knobs' }, ...lines.slice(0, MOST_KNOBS)),
      ...more,
      reset,
    );
  }

  #row(knob: Knob): Row {
    const id = `knob-${knob.step ?? 'r'}-${knob.index}`;
    const q = numberOf(knob, this.#start);
    const range = element('input', {
      type: 'range',
      id,
      min: '0',
      max: `${knob.positions}`,
      step: '1',
      'aria-valuetext': shortText(q),
    });
    const text = element('input', {
      type: 'text',
      value: shortText(q),
      'aria-label': `${knob.name}, exact, in ${domainText(knob.of)}`,
      spellcheck: false,
    });
    range.value = `${positionOf(knob, q)}`;
    range.addEventListener('input', () => this.#move(knob, valueAt(knob, Number(range.value))));
    text.addEventListener('change', () => this.#enter(knob, text));
    return { knob, range, text };
  }

  #enter(knob: Knob, text: HTMLInputElement): void {
    const q = typed(knob, text.value);
    text.setAttribute('aria-invalid', `${q === undefined}`);
    text.title = q ? '' : `an exact number in ${domainText(knob.of)} is wanted`;
    if (q) this.#move(knob, q);
  }

  #move(knob: Knob, q: Rational): void {
    this.#state.point = moved(knob, this.#state.point, q);
    this.#state.last = knob;
    const row = this.#rows.find((r) => r.knob === knob)!;
    this.#show(row, q);
    this.#place.dataset.verdict = 'doubles';
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#redraw());
    this.#later();
  }

  #show({ knob, range, text }: Row, q: Rational): void {
    const shown = shortText(q);
    if (document.activeElement !== range) range.value = `${positionOf(knob, q)}`;
    range.setAttribute('aria-valuetext', shown);
    text.value = shown;
    text.setAttribute('aria-invalid', 'false');
  }

  #reset(): void {
    this.#state.point = this.#start;
    for (const r of this.#rows) this.#show(r, numberOf(r.knob, this.#start));
    this.#state.step = this.#payload.verified?.step ?? this.#state.step;
    this.#redraw();
    this.#settle();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#settle(), SETTLED);
  }

  /** Pictures and margin at the point, in doubles. */
  #redraw(): void {
    performance.mark('redraw');
    const { point } = this.#state;
    this.#state.runs = followed(this.#program, point);
    this.#place.dataset.verdict = 'doubles';
    const q = quick(this.#program, point);
    const at = q.step === null ? '' : ` at step ${q.step}`;
    const says = !q.met ? 'an assumption fails' : q.holds ? 'the claim holds' : `the claim fails${at}`;
    const margin = Number.isFinite(q.margin) ? `, margin ${tick(q.margin)}` : '';
    this.#say('', `In doubles ${says}${margin}. Deciding…`);
    this.#steps();
    this.#draw();
    performance.measure('redraw', 'redraw');
  }

  #draw(): void {
    const { runs, point, last, step, map } = this.#state;
    const drawn = plots(runs, step, this.#stepped());
    const own = drawn.length === 0 && last ? marginAlong(this.#program, point, last) : undefined;
    fill(this.#figures, own ? [own] : drawn);
    if (map) this.#drawMap(map);
    this.#tabulate();
  }

  #drawMap(map: MarginMap): void {
    const { point, last } = this.#state;
    const at = map.indices.map((i) => toNumber(point.params[i]!)) as [number, number];
    const figure = mapFigure({ ...map, drawing: { ...map.drawing, witness: at } }, this.#payload.verified !== null);
    set(this.#mapPlace, figure);
    const stale =
      last !== undefined &&
      this.#place.dataset.verdict === 'doubles' &&
      !(last.step === null && map.indices.includes(last.index));
    this.#mapPlace.classList.toggle('stale', stale);
  }

  /** The exact point decided rigorously; then the map around it. */
  #settle(): void {
    clearTimeout(this.#timer);
    const said = decide(this.#program, this.#state.point, this.#payload.conclude);
    this.#place.dataset.verdict = said.kind;
    if (said.step !== null && this.#playing === undefined && this.#stepped()?.kind === 'map')
      this.#state.step = said.step;
    const exact = said.margin?.[0] === said.margin?.[1];
    const margin = said.margin ? ` Its margin is ${exact ? '' : 'in '}${brief(said.margin)}.` : '';
    this.#say(said.kind, `${said.words}${margin}`);
    this.#compare(said);
    this.#steps();
    this.#timer = setTimeout(() => this.#remap(), 30);
  }

  #remap(): void {
    this.#state.map = mapOf(this.#program, this.#state.point);
    this.#mapPlace.hidden = this.#state.map === undefined;
    this.#draw();
    if (this.#place.dataset.map === undefined) this.#warm(WARM);
    this.#place.dataset.map = 'done';
  }

  /** Pictures made ahead in idle time: what the browser has compiled by then, the first drag need not wait for. */
  #warm(times: number): void {
    if (times === 0 || !('requestIdleCallback' in globalThis)) return;
    requestIdleCallback(() => {
      plots(followed(this.#program, this.#state.point), this.#state.step, this.#stepped());
      this.#warm(times - 1);
    });
  }

  #say(kind: string, words: string): void {
    const badge = kind === '' ? 'doubles' : kind;
    const tone = kind === 'holds' ? 'proved' : kind === 'inadmissible' ? 'undecided' : kind;
    this.#verdict.replaceChildren(element('span', { className: `badge ${tone}` }, badge), ` ${words}`);
  }

  /** The quantities enclosed here, beside those of the verdict while the point is the witness. */
  #compare(said: Said): void {
    const { verified } = this.#payload;
    const there = verified && this.#state.point === this.#start ? verified.quantities : undefined;
    const names = Object.keys(said.quantities);
    const rows = names.map((n) => [n, ...(there ? [brief(there[n])] : []), brief(said.quantities[n])]);
    const same = there && names.every((n) => !there[n] || String(there[n]) === String(said.quantities[n]));
    const title = there
      ? `Enclosures here ${same ? 'equal those of the verdict' : 'differ from those of the verdict'}`
      : 'Enclosures here';
    this.#place.dataset.agrees = String(same ?? '');
    const head = ['quantity', ...(there ? ['verified'] : []), 'here'];
    this.#quantities.replaceChildren(
      ...(rows.length > 0 ? [element('details', {}, element('summary', {}, title), grid(head, rows, title))] : []),
    );
  }

  /** The run that is stepped through: the first one with steps, or else the first flow. */
  #stepped(): Followed | undefined {
    const { runs } = this.#state;
    return runs.find((f) => f.kind === 'map') ?? runs[0];
  }

  /** The controls for steps, as long as the run is. */
  #steps(): void {
    const run = this.#stepped();
    this.#stepper.hidden = run === undefined;
    if (!run) return;
    const last = run.states.length - 1;
    this.#state.step = Math.min(this.#state.step ?? this.#payload.verified?.step ?? 0, last);
    this.#range.max = `${last}`;
    this.#range.value = `${this.#state.step}`;
    this.#range.setAttribute('aria-valuetext', when(run, this.#state.step));
    if (this.#stepper.childElementCount > 0) return;
    const go = (name: string, label: string, to: (k: number, last: number) => number): HTMLElement => {
      const b = element('button', { type: 'button', textContent: name, 'aria-label': label });
      b.addEventListener('click', () => this.#go(to));
      return b;
    };
    this.#range.addEventListener('input', () => this.#go(() => Number(this.#range.value)));
    this.#play.addEventListener('click', () => this.#toggle());
    this.#stepper.addEventListener('keydown', (e) => this.#key(e));
    this.#stepper.append(
      element('span', { className: 'meta' }, run.kind === 'map' ? 'Step' : 'Time'),
      go('«', 'first step', () => 0),
      go('‹', 'one step back', (k) => k - 1),
      this.#range,
      go('›', 'one step on', (k) => k + 1),
      go('»', 'last step', (_, n) => n),
      this.#play,
    );
  }

  #key(e: KeyboardEvent): void {
    if (e.target === this.#range) return;
    const to: { readonly [key: string]: (k: number, last: number) => number } = {
      ArrowLeft: (k) => k - 1,
      ArrowRight: (k) => k + 1,
      Home: () => 0,
      End: (_, n) => n,
    };
    const by = to[e.key];
    if (!by) return;
    e.preventDefault();
    this.#go(by);
  }

  #go(to: (k: number, last: number) => number): void {
    const run = this.#stepped();
    if (!run) return;
    const last = run.states.length - 1;
    this.#state.step = Math.min(last, Math.max(0, to(this.#state.step ?? 0, last)));
    this.#steps();
    this.#draw();
  }

  #toggle(): void {
    const run = this.#stepped();
    if (this.#playing !== undefined || !run) {
      clearInterval(this.#playing);
      this.#playing = undefined;
    } else {
      if (this.#state.step === run.states.length - 1) this.#go(() => 0);
      this.#playing = setInterval(
        () => {
          this.#go((k) => k + 1);
          if (this.#state.step === (this.#stepped()?.states.length ?? 1) - 1) this.#toggle();
        },
        run.kind === 'map' ? PLAY : PLAY / 8,
      );
    }
    this.#play.textContent = this.#playing === undefined ? 'Play' : 'Pause';
  }

  /** State, loss and sharpness of the first run at the step looked at. */
  #tabulate(): void {
    const run = this.#stepped();
    const k = this.#state.step;
    if (!run || k === null || k >= run.states.length) {
      this.#values.replaceChildren();
      return;
    }
    const state = run.names.map((n, i) => [plainName(n), written(run.states[k]![i])]);
    const more = [
      ...(run.loss ? [['loss', written(run.loss[k])]] : []),
      ...(run.sharpness ? [[run.kind === 'map' ? 'η · sharpness' : 'sharpness', written(run.sharpness[k])]] : []),
    ];
    const title = `${when(run, k)}, in doubles`;
    this.#values.replaceChildren(element('h3', {}, title), grid(['name', 'value'], [...more, ...state], title));
  }
}

const when = (run: Followed, k: number): string =>
  run.kind === 'map' ? `Step ${k}` : `Time ${tick(run.times[k] ?? Number.NaN)}`;

/** A double in full; what needs an input that no step has is left out. */
const written = (v: number | undefined): string =>
  v === undefined || Number.isNaN(v) ? '—' : `${v}`.replace('-', '−');

const brief = (e: readonly [string, string] | undefined): string =>
  !e ? '' : e[0] === e[1] ? e[0].replace('-', '−') : `[${e[0]}, ${e[1]}]`.replaceAll('-', '−');

function grid(head: readonly string[], rows: readonly (readonly string[])[], title: string): HTMLElement {
  const cells = (r: readonly string[]): HTMLElement[] =>
    r.map((c, i) => (i === 0 ? element('th', { scope: 'row' }, c) : element('td', { className: 'n' }, c)));
  return element(
    'div',
    { className: 'scroll', role: 'region', tabIndex: 0, 'aria-label': title },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...head.map((h) => element('th', { scope: 'col' }, h)))),
      element('tbody', {}, ...rows.map((r) => element('tr', {}, ...cells(r)))),
    ),
  );
}

/** Figures in their places: an element that is there is filled anew, so that nothing jumps. */
function fill(place: HTMLElement, figures: readonly Figure[]): void {
  while (place.childElementCount > figures.length) place.lastElementChild!.remove();
  while (place.childElementCount < figures.length) place.append(element('figure'));
  figures.forEach((f, i) => {
    set(place.children[i] as HTMLElement, f);
  });
}

/** The drawing is SVG text made by plot/, where everything is escaped. */
function set(place: HTMLElement, f: Figure): void {
  if (place.childElementCount !== 2) place.replaceChildren(element('div'), element('figcaption'));
  place.firstElementChild!.innerHTML = f.svg;
  place.lastElementChild!.textContent = f.caption;
}
