import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../testing/optional-servers.ts';
import type { SharedProgram } from '../testing/programs/program-host.ts';
import { OPENING_MS, type ProgramInBrowser } from '../testing/programs/program-in-browser.ts';
import { openSharedProgramInBrowser } from '../testing/programs/shared-program-in-browser.ts';

const root = join(import.meta.dirname, '..');
const executablePath = findChromium();
const ASSUMED = 'http://127.0.0.1:3000';
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };
const RTL_PAGE = `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>متجر</title><body>
  <script src="${ASSUMED}/widget.js" data-locale="ar" data-open></script></body></html>`;

describe.skipIf(!executablePath)('the examples, on an origin of their own', () => {
  let opened: ProgramInBrowser<SharedProgram> | undefined;
  let program: SharedProgram;
  let browser: Browser;
  let built: string;
  let server: Server;
  let base: string;
  let context: BrowserContext | undefined;
  const complaints: string[] = [];

  beforeAll(async () => {
    opened = await openSharedProgramInBrowser();
    ({ program, browser } = opened);
    built = await mkdtemp(join(tmpdir(), 'kefu-example-'));
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const build = [
      'build',
      join(root, 'examples/react'),
      '--outDir',
      built,
      '--base',
      '/react/',
      '--logLevel',
      'error',
    ];
    execFileSync(process.execPath, [vite, ...build], { env: { ...process.env, NODE_ENV: 'production' } });
    server = createServer(async (request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      const file = path.startsWith('/react/')
        ? join(built, path.slice(7) || 'index.html')
        : join(root, 'examples', path);
      const text = path === '/rtl.html' ? RTL_PAGE : await readFile(file, 'utf8').catch(() => '');
      response.writeHead(200, { 'content-type': `${TYPES[extname(file)] ?? 'text/html'}; charset=utf-8` });
      response.end(text.replaceAll(ASSUMED, program.url));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://localhost:${(server.address() as AddressInfo).port}`;
  }, OPENING_MS);
  afterEach(async () => {
    await context?.close();
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    server?.close();
    await opened?.close();
    await rm(built, { recursive: true, force: true });
  });

  async function open(path: string, prepare?: (page: Page) => Promise<void>): Promise<Page> {
    context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1000, height: 800 } });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await prepare?.(page);
    await page.goto(base + path);
    return page;
  }
  const reply = (page: Page) => page.locator('kefu-chat .message.bot:has(.meta)').first();

  test('plain HTML: opens, asks, signs in, hears', async () => {
    const page = await open('/plain/index.html');
    await page.locator('kefu-chat .launcher').waitFor();
    await page.locator('#sign-in').click();
    await page.getByText('signed in').waitFor();
    await page.locator('#ask').click();
    await reply(page).waitFor();
    await page.locator('#log', { hasText: 'message of bot' }).waitFor();
    expect(await page.locator('#log').textContent()).toMatch(/^signed in\nopen\nmessage of bot\n$/);
    const accent = await page
      .locator('kefu-chat .header')
      .evaluate((one) => getComputedStyle(one).getPropertyValue('--k-accent'));
    expect(accent.trim()).toBe('#4a3aa7');
  });

  test('React: the hook loads the widget once and signs the customer in', async () => {
    const page = await open('/react/index.html');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Signed in' }).waitFor();
    await page.getByRole('button', { name: 'Ask about this product' }).click();
    await reply(page).waitFor();
    await page.locator('kefu-chat .person-button').click();
    await page.getByText('Talking to: waiting').waitFor();
    expect(await page.locator('script[src$="widget.js"]').count()).toBe(1);
  });

  test('WebView: fills the screen, takes words from the app and tells it what happens', async () => {
    const told: string[] = [];
    const page = await open('/webview/index.html?locale=zh', async (blank) => {
      await blank.exposeFunction('tellTest', (message: string) => void told.push(message));
      await blank.addInitScript('window.KefuApp = { onMessage: (message) => window.tellTest(message) }');
    });
    await page.evaluate('kefuSend("签收后几天内可以退货？")');
    await reply(page).waitFor();
    await expect
      .poll(() => told.map((one) => (JSON.parse(one) as { event: string }).event))
      .toEqual(['ready', 'message']);
    const box = await page.locator('kefu-chat .panel').boundingBox();
    expect([box?.width, box?.height]).toEqual([1000, 800]);
    expect(await page.locator('kefu-chat .person-button').textContent()).toContain('转人工');
  });

  test('a page in Arabic: words from their file, written and laid out from the right', async () => {
    const page = await open('/rtl.html');
    await page.locator('kefu-chat .welcome h2', { hasText: 'مرحبا' }).waitFor();
    const panel = page.locator('kefu-chat .panel');
    expect(await panel.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
    expect((await panel.boundingBox())?.x).toBeLessThan(100);
    await page.locator('kefu-chat .starter').first().click();
    await reply(page).waitFor();
    const [mine, theirs] = await Promise.all([
      page.locator('kefu-chat .message.customer .bubble').boundingBox(),
      page.locator('kefu-chat .message.bot .bubble').first().boundingBox(),
    ]);
    expect(mine?.x ?? 0).toBeLessThan(theirs?.x ?? 0);
    const wider = await panel.evaluate((one) => [...one.querySelectorAll('*')].some((part) => part.scrollWidth > 1200));
    expect(wider).toBe(false);
    await page.locator('kefu-chat .footer button, kefu-chat footer button').last().click();
    await page.locator('kefu-chat .person-button', { hasText: 'Talk to a person' }).waitFor();
  });
});
