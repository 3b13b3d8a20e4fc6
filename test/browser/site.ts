/** A small report in a folder of its own, and a browser to look at it: offline, from file URLs. */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { checkLoaded } from '../../src/check.ts';
import { exhibit } from '../../src/exhibit.ts';
import { loadClaim } from '../../src/load.ts';
import { type Entry, writeSite } from '../../src/report/site.ts';

const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];
export const browserPath = PLACES.find((p): p is string => p !== undefined && p !== '' && existsSync(p));

/** Refuted runs of one step and of many, a pointwise one, a limit, one proved. */
export const CLAIMS = [
  'descent/one-step-3-4',
  'descent/one-step',
  'catapult/squared-sum-loose',
  'potential/asinh-bounds-tighter',
  'bias/flow-l1-least',
] as const;

async function entries(): Promise<readonly Entry[]> {
  const all: Entry[] = [];
  for (const id of CLAIMS) {
    const loaded = await loadClaim(`theorems/${id}.ts`);
    const events = { loaded: () => undefined, progress: () => undefined };
    const result = checkLoaded(loaded, { seed: 1, runs: 200, useWitness: true }, events);
    all.push({ result, exhibit: exhibit(loaded, result.row, null) });
  }
  return all;
}

export interface Site {
  readonly dir: string;
  readonly url: (path: string) => string;
  readonly standalone: string;
}

export async function makeSite(): Promise<Site> {
  const dir = mkdtempSync(join(tmpdir(), 'counterflow-site-'));
  const made = await entries();
  const options = { version: '0', seed: 1, problems: [] };
  writeSite(dir, made, { ...options, standalone: false });
  const standalone = join(dir, 'alone');
  writeSite(standalone, made, { ...options, standalone: true });
  return { dir, standalone, url: (path) => pathToFileURL(join(dir, path)).href };
}

export const pageOf = (id: string): string => `claims/${id}.html`;

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath!, args: ['--no-sandbox', '--disable-gpu'] });

/** A page, with everything it asked for and everything it complained about. */
export interface Watched {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

export async function open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (r) => requests.push(r.url()));
  page.on('console', (m) => {
    if (m.type() === 'error' || m.type() === 'warning') complaints.push(m.text());
  });
  page.on('pageerror', (e) => complaints.push(String(e)));
  await page.goto(url);
  return { page, requests, complaints, close: () => context.close() };
}

/** The verdict in the replay, once it is the rigorous one. */
export async function decided(page: Page): Promise<string> {
  const place = page.locator('#replay');
  await page.waitForFunction(() => {
    const said = document.getElementById('replay')?.dataset.verdict;
    return said !== undefined && said !== 'doubles';
  });
  return (await place.getAttribute('data-verdict'))!;
}
