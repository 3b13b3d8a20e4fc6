/** Takes the README's screenshot: the page of one refuted claim, in headless Chromium. `npm run screenshot` */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const CLAIM = 'descent/one-step-3-4';
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'counterflow-shot-'));
execFileSync(process.execPath, [cli, 'check', CLAIM]);
execFileSync(process.execPath, [cli, 'report', CLAIM, '--html', folder]);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 1000, height: 2000 } });
await page.goto(pathToFileURL(join(folder, 'claims', `${CLAIM}.html`)).href);
await page.waitForTimeout(2000);
const path = fileURLToPath(new URL('../docs/report.png', import.meta.url));
const top = (await page.getByRole('heading', { name: 'The counterexample' }).boundingBox())?.y ?? 0;
await page.screenshot({ path, fullPage: true, clip: { x: 0, y: top - 24, width: 1000, height: 1330 } });
await browser.close();
process.stdout.write(`docs/report.png, ${statSync(path).size} bytes\n`);
