/** The report in a browser: offline from file URLs, live, by keyboard, in the dark, on a phone, printed, accessible. */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReplayPayload } from '../../src/report/live/payload.ts';
import { browserPath, CLAIMS, decided, launch, makeSite, open, pageOf, type Site } from './site.ts';

if (!browserPath) console.warn('skipped: no Chromium is here (set CHROMIUM to one): the browser tests are not run');

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}
/** Violations of the automated accessibility rules, as short lines. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const found = (await page.evaluate('axe.run()')) as { violations: readonly Violation[] };
  return found.violations.map((v) => `${v.id}: ${v.nodes[0]?.target.join(' ')}: ${v.nodes[0]?.failureSummary}`);
}

/** Seconds of processor time that the page's main thread has worked. */
async function threadTime(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find((m) => m.name === 'TaskDuration')!.value;
  };
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.skipIf(!browserPath)('the report in a browser', () => {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    site = await makeSite();
    browser = await launch();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    if (site) rmSync(site.dir, { recursive: true, force: true });
  });
  const claim = (id: string): string => site.url(pageOf(id));

  it('opens from a file URL, asks for nothing but its own files, and complains of nothing', async () => {
    for (const url of [site.url('index.html'), ...CLAIMS.map(claim), site.url(join('alone', pageOf(CLAIMS[0])))]) {
      const w = await open(browser, url);
      if (await w.page.locator('#replay').count()) await decided(w.page);
      expect(w.complaints).toEqual([]);
      expect(w.requests.filter((r) => !r.startsWith(site.url('')) && !r.startsWith('data:'))).toEqual([]);
      await w.close();
    }
  });

  it('has an index that filters by words, family and verdict, by keyboard', async () => {
    const { page, close } = await open(browser, site.url('index.html'));
    const shown = (): Promise<number> => page.locator('.atlas tbody tr:not(.family):visible').count();
    expect(await shown()).toBe(CLAIMS.length);
    await page.locator('#filter input[name=words]').focus();
    await page.keyboard.type('one-step');
    expect(await shown()).toBe(2);
    await page.locator('#filter select[name=verdict]').selectOption('refuted');
    expect(await shown()).toBe(1);
    await page.locator('#filter input[name=words]').fill('');
    await page.locator('#filter select[name=family]').selectOption('bias');
    expect(await shown()).toBe(1);
    await page.locator('.atlas tbody a:visible').first().click();
    expect(await page.locator('h1').textContent()).toBe('bias/flow-l1-least');
    await close();
  });

  it('decides the witness again and comes to the verified values, digit for digit', async () => {
    for (const id of CLAIMS.filter((c) => c !== 'descent/one-step')) {
      const { page, close } = await open(browser, claim(id));
      const data = await page.evaluate(`document.getElementById('replay-data').textContent`);
      const { verified } = JSON.parse(data as string) as ReplayPayload;
      expect(await decided(page)).toBe('refuted');
      expect(await page.locator('#replay').getAttribute('data-agrees')).toBe('true');
      const said = (await page.locator('#replay .verdict').textContent())!.replaceAll('−', '-');
      if (verified!.margin)
        expect(said).toContain(
          verified!.margin[0] === verified!.margin[1] ? verified!.margin[0] : `[${verified!.margin.join(', ')}]`,
        );
      const rows = (await page.evaluate(() =>
        [...document.querySelectorAll('#replay details table tbody tr')].map((r) =>
          [...r.children].map((c) => c.textContent),
        ),
      )) as string[][];
      const known = new Map(rows.map(([name, ...values]) => [name!, values] as const));
      expect(known.size).toBeGreaterThan(1);
      for (const [name, [lo, hi]] of Object.entries(verified!.quantities)) {
        const text = lo === hi ? lo : `[${lo}, ${hi}]`;
        expect(known.get(name)?.map((t) => t.replaceAll('−', '-'))).toEqual([text, text]);
      }
      await close();
    }
  });

  it('says so when a page’s values are not those of its witness', async () => {
    const whole = readFileSync(join(site.dir, pageOf('descent/one-step-3-4')), 'utf8');
    const tampered = whole.replace(/"quantities":\{"([^"]+)":\["[^"]*","[^"]*"\]/, '"quantities":{"$1":["0","0"]');
    expect(tampered).not.toBe(whole);
    writeFileSync(join(site.dir, pageOf('descent/tampered')), tampered);
    const { page, close } = await open(browser, claim('descent/tampered'));
    await decided(page);
    expect(await page.locator('#replay').getAttribute('data-agrees')).toBe('false');
    await close();
  });

  it('shows the verified loss at every step it was verified for', async () => {
    const { page, close } = await open(browser, claim('catapult/squared-sum-loose'));
    await decided(page);
    const { verified } = JSON.parse(
      (await page.evaluate(`document.getElementById('replay-data').textContent`)) as string,
    ) as ReplayPayload;
    expect(await page.locator('#replay h3').textContent()).toBe(`Step ${verified!.step}, in doubles`);
    const shown = await page.locator('#replay table', { hasText: 'sharpness' }).locator('tr', { hasText: 'loss' });
    const loss = Number((await shown.locator('td').textContent())!.replace('−', '-'));
    const [lo, hi] = verified!.quantities.loss!.map(Number) as [number, number];
    expect(Math.abs(loss - (lo + hi) / 2)).toBeLessThanOrEqual(1e-12 + (hi - lo));
    await close();
  });

  it('changes the plots within 50 ms of a slider', async () => {
    for (const id of ['catapult/squared-sum-loose', 'descent/one-step-3-4', 'bias/flow-l1-least']) {
      const { page, close } = await open(browser, claim(id));
      await decided(page);
      const cpu = await threadTime(page);
      const before = await cpu();
      /** From the event to the changed drawing, for moves of the first slider. */
      const times = (await page.evaluate(async () => {
        const range = document.querySelector<HTMLInputElement>('#replay .knob input[type=range]')!;
        const drawing = (): string => document.querySelector('#replay .among')!.innerHTML;
        const out: number[] = [];
        for (let i = 0; i < 30; i++) {
          const before = drawing();
          const start = performance.now();
          range.value = `${Number(range.value) + (i < 15 ? 9 : -9)}`;
          range.dispatchEvent(new Event('input', { bubbles: true }));
          for (let k = 0; k < 20 && drawing() === before; k++) await new Promise((r) => requestAnimationFrame(r));
          if (drawing() === before) throw new Error('the plots did not change');
          out.push(performance.now() - start);
        }
        return out;
      })) as number[];
      const sorted = [...times].sort((a, b) => a - b);
      console.log(
        `${id}: a plot after ${sorted[0]!.toFixed(0)} to ${sorted[29]!.toFixed(0)} ms, median ${sorted[15]!.toFixed(0)}`,
      );
      /** On a busy machine other processes are timed too: the page's own work is what every move costs. */
      const each = (1000 * ((await cpu()) - before)) / times.length;
      console.log(`${id}: ${each.toFixed(0)} ms of processor time a move`);
      expect(each).toBeLessThan(50);
      expect(sorted[2]).toBeLessThan(50);
      await close();
    }
  });

  it('is moved, stepped and read by keyboard; verdicts follow, wrong numbers are refused', async () => {
    const { page, close } = await open(browser, claim('descent/one-step-3-4'));
    await decided(page);
    const eta = page.locator('#replay .knob', { hasText: 'η' });
    await eta.locator('input[type=range]').focus();
    await page.keyboard.press('Home');
    expect(await eta.locator('input[type=text]').inputValue()).not.toBe('4');
    await page.waitForFunction(() => document.getElementById('replay')?.dataset.verdict === 'holds');
    await eta.locator('input[type=text]').fill('7');
    await page.keyboard.press('Enter');
    expect(await eta.locator('input[type=text]').getAttribute('aria-invalid')).toBe('true');
    await eta.locator('input[type=text]').fill('4');
    await page.keyboard.press('Enter');
    expect(await eta.locator('input[type=text]').getAttribute('aria-invalid')).toBe('false');
    await page.waitForFunction(() => document.getElementById('replay')?.dataset.verdict === 'refuted');
    const head = page.locator('#replay h3');
    await page.locator('.stepper button').first().focus();
    await page.keyboard.press('Home');
    expect(await head.textContent()).toBe('Step 0, in doubles');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await head.textContent()).toBe('Step 2, in doubles');
    await page.locator('.stepper input').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await head.textContent()).toBe('Step 1, in doubles');
    await page.locator('.stepper button', { hasText: 'Play' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('#replay h3')?.textContent === 'Step 2, in doubles');
    await page.keyboard.press('Enter');
    await close();
  });

  it('draws the margin around the witness in cells that hold, fail or are open', async () => {
    const { page, close } = await open(browser, claim('catapult/squared-sum-loose'));
    await page.waitForFunction(() => document.getElementById('replay')?.dataset.map === 'done');
    for (const kind of ['holds', 'fails', 'open'])
      expect(await page.locator(`#replay path.cell.${kind}`).count()).toBeGreaterThan(0);
    await close();
  });

  it('is accessible, light and dark, at phone and desktop width, without overflow', async () => {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [360, 1280])
        for (const url of [site.url('index.html'), claim(width === 360 ? CLAIMS[0] : CLAIMS[1])]) {
          const { page, close } = await open(browser, url, { colorScheme, viewport: { width, height: 800 } });
          if (await page.locator('#replay').count())
            await page.waitForFunction(() => document.getElementById('replay')?.dataset.map === 'done');
          expect([url, width, colorScheme, await violations(page)]).toEqual([url, width, colorScheme, []]);
          expect([url, width, await overflow(page)]).toEqual([url, width, 0]);
          await close();
        }
  }, 120_000);

  it('is dark where dark is asked for', async () => {
    const paper = async (colorScheme: 'light' | 'dark'): Promise<number> => {
      const { page, close } = await open(browser, claim(CLAIMS[0]), { colorScheme });
      const colour = (await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)) as string;
      await close();
      return Math.max(...colour.match(/\d+/g)!.slice(0, 3).map(Number));
    };
    expect(await paper('light')).toBeGreaterThan(240);
    expect(await paper('dark')).toBeLessThan(60);
  });

  it('prints: still pictures in place of the replay, a PDF of a few pages', async () => {
    const { page, close } = await open(browser, claim('descent/one-step-3-4'), { colorScheme: 'dark' });
    await decided(page);
    const colour = (name: string): Promise<unknown> =>
      page.evaluate((n) => getComputedStyle(document.documentElement).getPropertyValue(n), name);
    const dark = await colour('--holds');
    expect(await page.locator('#pictures').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    const light = await colour('--holds');
    expect(light).not.toBe(dark);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await colour('--holds')).toBe(light);
    expect(await page.locator('#pictures').isVisible()).toBe(true);
    expect(await page.locator('#replay').isVisible()).toBe(false);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length;
    expect(pages).toBeGreaterThan(1);
    expect(pages).toBeLessThan(9);
    await close();
  });

  it('can be read without scripts', async () => {
    const { page, close } = await open(browser, claim('descent/one-step-3-4'), { javaScriptEnabled: false });
    expect(await page.locator('#pictures svg').count()).toBeGreaterThan(1);
    expect(await page.locator('#replay .fallback').isVisible()).toBe(true);
    await close();
  });

  it('is small: pages, what they share, standalone pages', () => {
    const size = (path: string): number => statSync(path).size;
    const top = readdirSync(site.dir).filter((f) => /^counterflow\./.test(f));
    expect(top.sort()).toEqual(['counterflow.css', 'counterflow.js']);
    const shared = top.reduce((n, f) => n + size(join(site.dir, f)), 0);
    const pages = CLAIMS.map((c) => size(join(site.dir, pageOf(c))));
    const alone = CLAIMS.map((c) => size(join(site.standalone, pageOf(c))));
    console.log(`shared ${shared}, pages up to ${Math.max(...pages)}, standalone up to ${Math.max(...alone)} bytes`);
    expect(shared).toBeLessThan(2_000_000);
    expect(Math.max(...pages)).toBeLessThan(40_000);
    expect(Math.max(...alone)).toBeLessThan(600_000);
  });
});
