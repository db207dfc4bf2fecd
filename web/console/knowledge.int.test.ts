import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../testing/optional-servers.ts';
import type { SharedProgram } from '../../testing/programs/program-host.ts';
import { OPENING_MS, type ProgramInBrowser } from '../../testing/programs/program-in-browser.ts';
import { openSharedProgramInBrowser } from '../../testing/programs/shared-program-in-browser.ts';

const root = join(import.meta.dirname, '../..');
const executablePath = findChromium();
/** A document is read, split, embedded and published within it, also on a busy machine. */
const READY_MS = 40_000;

interface GivenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}
const markdown = (name: string, text: string): GivenFile => ({
  name,
  mimeType: 'text/markdown',
  buffer: Buffer.from(text),
});

describe.skipIf(!executablePath)('the knowledge pages in a browser', () => {
  let opened: ProgramInBrowser<SharedProgram> | undefined;
  let program: SharedProgram;
  let page: Page;
  const complaints: string[] = [];

  // One sign-in for all: it is another file's matter, and takes longer than what is tested here.
  beforeAll(async () => {
    opened = await openSharedProgramInBrowser();
    program = opened.program;
    const context = await opened.browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 820 } });
    context.setDefaultTimeout(15_000);
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Uncaught/.test(message.text())) complaints.push(message.text());
    });
    await page.goto(`${program.url}/console`);
    await page.locator('input[type=email]').fill('knowledge@demo.local');
    await page.locator('input[type=password]').fill(program.password);
    await page.locator('button[type=submit]').click();
    await page.locator('.sidebar').waitFor();
  }, OPENING_MS);
  afterEach(() => {
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await opened?.close();
  });

  const open = (path: string) => page.goto(`${program.url}/console/${path}`);
  const rowOf = (title: string | RegExp) => page.locator('.documents tbody tr', { hasText: title });
  const upload = (files: GivenFile[]) => page.locator('.drop input[type=file]').setInputFiles(files);

  /** As a visitor does in a chat. */
  async function ask(text: string): Promise<void> {
    const token = await fetch(`${program.url}/api/visitors`, { method: 'POST' }).then((answer) => answer.json());
    const headers = {
      authorization: `Bearer ${token.token}`,
      'content-type': 'application/json',
      accept: 'application/json',
    };
    await fetch(`${program.url}/api/chat`, { method: 'POST', headers, body: JSON.stringify({ text }) });
  }

  /** Lets files go anywhere over the page, as a hand does. */
  async function drop(files: GivenFile[]): Promise<void> {
    const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, text: buffer.toString() }));
    await page.evaluate((all) => {
      const data = new DataTransfer();
      for (const { name, mimeType, text } of all) data.items.add(new File([text], name, { type: mimeType }));
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }, given);
  }

  test('two files dropped anywhere become ready; one that can’t be read says why and is replaced', async () => {
    await open('knowledge/documents');
    await page.locator('.documents tbody tr').first().waitFor();
    await drop([
      markdown('lockers.md', '# Parcel lockers\n\nParcels wait in a locker for 4 days.\n'),
      markdown('engraving.md', '# Engraving\n\nEngraving a watch costs 35 yuan.\n'),
    ]);
    for (const title of ['lockers', 'engraving'])
      await rowOf(new RegExp(title, 'i')).locator('.pill.good').waitFor({ timeout: READY_MS });

    await upload([{ name: 'torn.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nnothing') }]);
    const torn = rowOf('torn.pdf');
    await torn.locator('.fault', { hasText: /damaged/i }).waitFor({ timeout: READY_MS });
    await page.getByRole('button', { name: /^Failed/ }).click();
    expect(await page.locator('.documents tbody tr').count()).toBe(1);

    await torn.locator('.fault-actions .button', { hasText: 'Replace' }).click();
    await page.locator('.dialog input[type=file]').setInputFiles(markdown('whole.md', '# Whole\n\nIt can be read.\n'));
    await page.locator('.dialog button[type=submit]').click();
    await page.getByRole('button', { name: /^All/ }).click();
    await rowOf(/whole|torn/i)
      .locator('.pill.good')
      .waitFor({ timeout: READY_MS });
  });

  test('the list is searched, and several documents are removed at once', async () => {
    await open('knowledge/documents');
    await page.locator('.documents tbody tr').first().waitFor();
    await upload([markdown('gone-a.md', '# Gone A\n\nOne.\n'), markdown('gone-b.md', '# Gone B\n\nTwo.\n')]);
    await page.locator('.toolbar input[type=search]').fill('gone-');
    await expect.poll(() => page.locator('.documents .pill.good').count(), { timeout: READY_MS }).toBe(2);
    await page.getByLabel('Select all that are shown').check();
    await page.locator('.chosen-bar .danger').click();
    await page.locator('.dialog .danger').click();
    await page.locator('.loading', { hasText: 'gone-' }).waitFor();
  });

  test('a passage chosen in a PDF brings its page into view, marked; a page shows its passages', async () => {
    await open('knowledge/documents');
    await page.locator('.toolbar input[type=search]').fill('returns-and-refunds.en.pdf');
    await page.locator('.documents .title-link').first().click();
    await page.locator('.paper canvas').first().waitFor();
    const passages = page.locator('.chunk', { has: page.locator('.chunk-head', { hasText: /page 3/ }) });
    await passages.first().locator('button.chunk-head').click();
    const sheet = page.locator('.sheet[data-page="3"]');
    await sheet.locator('.text-box').first().waitFor();
    await expect.poll(() => sheet.evaluate((one) => one.getBoundingClientRect().top < innerHeight)).toBe(true);
    // It is drawn: the canvas has the page's pixels.
    await expect
      .poll(() => sheet.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.width))
      .toBeGreaterThan(200);

    await sheet.locator('.sheet-number').click();
    await page.locator('.chip-button', { hasText: 'page 3' }).waitFor();
    const heads = await page.locator('.chunk-head').allTextContents();
    expect(heads.length).toBeGreaterThan(0);
    expect(heads.every((head) => head.includes('page 3'))).toBe(true);
  });

  test('a replacement is held, shows what it changes, and is published', async () => {
    await open('knowledge/documents');
    await page.locator('.documents tbody tr').first().waitFor();
    await upload([markdown('storage.md', '# Storage\n\nWe store parcels for 6 days.\n')]);
    const row = rowOf(/storage/i);
    await row.locator('.pill.good').waitFor({ timeout: READY_MS });
    await row.getByRole('button', { name: /^Replace/ }).click();
    const next = markdown('storage.md', '# Storage\n\nWe store parcels for 9 days.\n');
    await page.locator('.dialog input[type=file]').setInputFiles(next);
    await page.locator('.dialog .check input').check();
    await page.locator('.dialog button[type=submit]').click();
    await row.locator('.pill.warm').waitFor({ timeout: READY_MS });
    await row.locator('.title-link').click();
    await page.locator('.chunk.gone', { hasText: '6 days' }).waitFor();
    await page.locator('.chunk.added', { hasText: '9 days' }).waitFor();
    await page.locator('.preview', { hasText: /question/i }).waitFor();
    await page.locator('.review-head .primary').click();
    await page.locator('.document-about .pill.good').waitFor({ timeout: READY_MS });
    await page.locator('.chunk', { hasText: '9 days' }).waitFor();
  });

  test('a gap becomes an FAQ', async () => {
    const question = 'Can I pay with bitcoin?';
    await ask(question);
    await open('knowledge/gaps');
    const gap = page.locator('.gap', { hasText: 'bitcoin' });
    await gap.locator('a.primary').click();
    const form = page.locator('.faq-form');
    await expect.poll(() => form.locator('input[name=question]').inputValue()).toBe(question);
    await form.locator('textarea[name=answer]').fill('No, we take **no** bitcoin.');
    expect(await form.locator('.answer-preview strong').textContent()).toBe('no');
    await form.locator('.chips-box input').fill('cryptocurrency');
    await form.locator('.chips-box input').press('Enter');
    await form.locator('button[type=submit]').click();
    const written = page.locator('.faq', { hasText: 'bitcoin' });
    await written.waitFor();
    expect(await page.locator('.faq').first().textContent()).toContain('bitcoin');

    // Removed by mistake, it comes back.
    await written.locator('.icon-button').last().click();
    await page.locator('.dialog .danger').click();
    await written.waitFor({ state: 'detached' });
    await page.locator('.note', { hasText: 'bitcoin' }).getByRole('button', { name: 'Undo' }).click();
    await written.waitFor();
    await page.locator('.note', { hasText: 'bitcoin' }).waitFor({ state: 'detached' });
  });

  test('a term makes the search find what it could not', async () => {
    await open('knowledge/documents');
    await page.locator('.documents tbody tr').first().waitFor();
    await upload([markdown('zibblet.md', '# Zibblet care\n\nWash the zibblet in cold water.\n')]);
    await rowOf(/zibblet/i)
      .locator('.pill.good')
      .waitFor({ timeout: READY_MS });
    const asked = 'how to wash my florgon';
    await ask(asked);
    await page.goto(`${program.url}/console/knowledge/search?q=${encodeURIComponent(asked)}`);
    await page.locator('.unit.unknown', { hasText: 'florgon' }).waitFor();

    await page.locator('.nav-link', { hasText: 'Terms' }).click();
    await page.locator('.page-head .primary').click();
    const words = page.locator('.dialog .chips-box input').nth(1);
    for (const word of ['zibblet', 'florgon']) {
      await words.fill(word);
      await words.press('Enter');
    }
    await page.locator('.dialog .preview button').click();
    await page.locator('.dialog .preview-question', { hasText: asked }).waitFor();
    await page.locator('.dialog button[type=submit]').click();
    await page.locator('.terms li', { hasText: 'florgon' }).waitFor();
    await page.goto(`${program.url}/console/knowledge/search?q=${encodeURIComponent(asked)}`);
    await page.locator('.passage', { hasText: 'Zibblet care' }).first().waitFor();
    expect(await page.locator('.unit.unknown', { hasText: 'florgon' }).count()).toBe(0);
  });

  test('the bench shows every leg, the verdict against the bar, why, and what is cited', async () => {
    await open('knowledge/search');
    await page.locator('.search-form input[type=search]').fill('How many days do I have to return something?');
    await page.keyboard.press('Enter');
    await page.locator('.verdict.answer').waitFor();
    expect(page.url()).toContain('q=How+many+days');
    const first = page.locator('.passage.open');
    expect(await first.locator('.leg .leg-rank').allTextContents()).toHaveLength(5);
    expect(await first.locator('.why li').count()).toBeGreaterThan(3);
    expect(await page.locator('.bench-reply blockquote').first().textContent()).toMatch(/.{10}/);
    expect(await page.locator('.evidence-bar').getAttribute('aria-label')).toMatch(/Evidence \d+%, the bar is at \d+%/);
  });

  test('a contradiction is shown side by side and dismissed', async () => {
    await open('knowledge/documents');
    await page.locator('.documents tbody tr').first().waitFor();
    await upload([
      markdown(
        'cable-desk.md',
        '# Cable desk\n\nUnopened braided cables may be returned within 11 days of delivery.\n',
      ),
      markdown(
        'cable-shop.md',
        '# Cable shop\n\nUnopened braided cables may be returned within 29 days of delivery.\n',
      ),
    ]);
    for (const title of [/cable.desk/i, /cable.shop/i])
      await rowOf(title).locator('.pill.good').waitFor({ timeout: READY_MS });
    await page.locator('.nav-link', { hasText: 'Contradictions' }).click();
    const conflict = page.locator('.conflict', { hasText: '11 days' });
    await conflict.waitFor({ timeout: READY_MS });
    expect(await conflict.locator('.conflict-side').count()).toBe(2);
    await conflict.locator('.button').click();
    await conflict.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Dismissed/ }).click();
    await conflict.waitFor();
  });

  test('upkeep shows what the search stands on and who changed what', async () => {
    await open('knowledge/upkeep');
    await page.locator('.search-panel li', { hasText: 'Database' }).locator('.pill.good').waitFor();
    await page.locator('.changes li', { hasText: 'replaced' }).first().waitFor();
  });

  test('the first page of the console stays light: PDF.js is fetched with the first PDF only', () => {
    const html = readFileSync(join(root, 'web/dist/console/index.html'), 'utf8');
    expect(html).not.toMatch(/pdf/i);
  });
});
