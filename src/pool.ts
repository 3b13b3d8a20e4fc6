/**
 * Tasks in worker threads, with a time limit for loading and one for the whole; a claim that hangs is ended, the others
 * go on. The main thread sees data only.
 */
import { existsSync } from 'node:fs';
import { MessageChannel } from 'node:worker_threads';
import type { Problem } from './load.ts';
import type { Answer, Event, Task } from './worker.ts';

export interface Limits {
  readonly loadMilliseconds: number;
  readonly taskMilliseconds: number;
}
export interface Pool {
  readonly run: <T>(task: Task, onEvent?: (e: Event) => void) => Promise<Answer<T>>;
  readonly close: () => Promise<void>;
}

const problem = (file: string, wanted: string, found: string): Answer<never> => {
  const p: Problem = { file, line: null, column: null, wanted, found };
  return { kind: 'problem', problem: p };
};

/** A pool of that many workers. */
export async function openPool(workers: number, limits: Limits): Promise<Pool> {
  const { Piscina } = await import('piscina');
  const built = new URL('./worker.js', import.meta.url);
  const filename = (existsSync(built) ? built : new URL('../dist/worker.js', import.meta.url)).href;
  const pool = new Piscina({ filename, minThreads: workers, maxThreads: workers, idleTimeout: 60_000 });
  return {
    run: <T>(task: Task, onEvent?: (e: Event) => void) => runTask<T>(pool, task, limits, onEvent),
    close: () => pool.destroy(),
  };
}

interface Runner {
  readonly run: (task: unknown, options: object) => Promise<unknown>;
}

async function runTask<T>(pool: Runner, task: Task, limits: Limits, onEvent?: (e: Event) => void): Promise<Answer<T>> {
  const { port1, port2 } = new MessageChannel();
  const abort = new AbortController();
  let loaded = false;
  let timer: NodeJS.Timeout | undefined;
  const arm = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => abort.abort(), milliseconds);
  };
  port1.on('message', (e: Event | 'begun') => {
    if (e === 'begun') return arm(limits.loadMilliseconds);
    if (e.kind === 'loaded') {
      loaded = true;
      arm(limits.taskMilliseconds);
    }
    onEvent?.(e);
  });
  try {
    return (await pool.run({ task, port: port2 }, { transferList: [port2], signal: abort.signal })) as Answer<T>;
  } catch (e) {
    if (!abort.signal.aborted)
      return problem(task.file, 'a claim that can be checked', String(e instanceof Error ? e.message : e));
    const [what, ms] = loaded ? ['is checked', limits.taskMilliseconds] : ['loads', limits.loadMilliseconds];
    return problem(task.file, `a claim that ${what} within ${ms / 1000} s`, 'one that did not end');
  } finally {
    clearTimeout(timer);
    port1.close();
  }
}
