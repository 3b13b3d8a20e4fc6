/**
 * A progress bar for what takes longer than two seconds: on standard error, on a terminal only, gone when the work is done.
 *
 * cli-progress is loaded when the two seconds are over.
 */
import type { SingleBar } from 'cli-progress';

export interface Progress {
  readonly show: (p: Work) => void;
  readonly clear: () => void;
}

export interface Work {
  /** Claims that are done, of total. */
  readonly done: number;
  readonly total: number;
  /** How much of the claims being worked on is done, in claims. */
  readonly part: number;
  /** Runs so far, over all claims. */
  readonly runs: number;
  /** What is being worked on. */
  readonly at: string;
}

const AFTER = 2000;
const FORMAT = '{bar} {done}/{total} claims{rate}  {at}';
const SILENT: Progress = { show: () => {}, clear: () => {} };

const scaled = (n: number): string =>
  n >= 1e6 ? `${(n / 1e6).toFixed(1)}M` : n >= 1e4 ? `${Math.round(n / 1e3)}k` : `${Math.round(n)}`;

/** The bar: `show` as often as there is news, `clear` at the end. */
export function progressBar(quiet: boolean, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (quiet || stream.isTTY !== true) return SILENT;
  const start = Date.now();
  let opened: Promise<void> | undefined;
  let bar: SingleBar | undefined;
  let over = false;
  let latest: Work = { done: 0, total: 1, part: 0, runs: 0, at: '' };
  const draw = (): void => {
    const { done, total, part, runs, at } = latest;
    const rate = runs > 0 ? `  ${scaled((1000 * runs) / (Date.now() - start))} runs/s` : '';
    bar?.setTotal(total);
    bar?.update(Math.min(total, done + part), { done, rate, at });
  };
  const open = async (): Promise<void> => {
    const { default: cli } = await import('cli-progress');
    if (over) return;
    const barsize = Math.min(24, Math.max(8, (stream.columns ?? 80) - 60));
    bar = new cli.SingleBar(
      { stream, format: FORMAT, barsize, clearOnComplete: true, hideCursor: true, linewrap: false, fps: 10 },
      cli.Presets.shades_grey,
    );
    bar.start(latest.total, 0, { done: latest.done, rate: '', at: latest.at });
    draw();
  };
  const timer = setTimeout(() => (opened ??= open()), AFTER);
  timer.unref();
  return {
    show: (p) => {
      latest = p;
      draw();
    },
    clear: () => {
      over = true;
      clearTimeout(timer);
      bar?.stop();
    },
  };
}
