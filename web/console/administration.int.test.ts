import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../testing/optional-servers.ts';
import type { Program } from '../../testing/programs/program.ts';
import { OPENING_MS, openProgramInBrowser, type ProgramInBrowser } from '../../testing/programs/program-in-browser.ts';

const executablePath = findChromium();
const PASSWORD = 'three words are enough';

describe.skipIf(!executablePath)('the pages of admins in a browser', () => {
  let opened: ProgramInBrowser | undefined;
  let program: Program;
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    opened = await openProgramInBrowser({ waitForKnowledge: false });
    ({ program, browser } = opened);
  }, OPENING_MS);
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await opened?.close();
  });

  /** A browser of its own at `path`. */
  async function visit(path: string): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 820 } });
    contexts.push(context);
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Uncaught/.test(message.text())) complaints.push(message.text());
    });
    await page.goto(program.url + path);
    return page;
  }
  async function signIn(page: Page, email: string, password: string): Promise<void> {
    await page.locator('input[type=email]').fill(email);
    await page.locator('input[type=password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.locator('.sidebar').waitFor();
  }
  async function asAdmin(path: string): Promise<Page> {
    const page = await visit('/console');
    await signIn(page, 'admin@demo.local', program.password);
    await page.goto(`${program.url}/console/${path}`);
    await page.locator('main h1').first().waitFor();
    return page;
  }

  test('a new colleague comes in by a link, changes the password, and is shut out again; the audit tells it all', async () => {
    const admin = await asAdmin('staff');
    await admin.locator('.page-head .primary').click();
    await admin.getByLabel('E-mail').fill('Mei@shop.example');
    await admin.getByLabel('Name').fill('Mei Lin');
    await admin.getByRole('radio', { name: 'Agent' }).check();
    await admin.locator('dialog .primary').click();
    const link = await admin.getByLabel('Link', { exact: true }).inputValue();
    await admin.locator('dialog footer .primary').click();

    const mei = await visit(new URL(link).pathname + new URL(link).hash);
    await mei.getByLabel('New password').fill(PASSWORD);
    await mei.locator('button[type=submit]').click();
    await mei.locator('.sidebar', { hasText: 'Inbox' }).waitFor();
    expect(await mei.locator('.sidebar').textContent()).not.toContain('Staff');

    await mei.getByRole('button', { name: 'Change password' }).click();
    await mei.getByLabel('Present password').fill(PASSWORD);
    await mei.getByLabel('New password').fill(`${PASSWORD}!`);
    await mei.locator('dialog .primary').click();
    await mei.getByText('The password is changed.').waitFor();
    await mei.reload();
    await mei.locator('.sidebar').waitFor();

    const again = await visit(new URL(link).pathname + new URL(link).hash);
    await again.getByLabel('New password').fill(PASSWORD);
    await again.locator('button[type=submit]').click();
    await again.getByText('Ask an admin for a new one.').waitFor();

    await admin.getByRole('button', { name: 'Edit: Mei Lin' }).click();
    await admin.getByLabel('May sign in').uncheck();
    await admin.locator('dialog .primary').click();
    await admin.locator('.set-list .off', { hasText: 'Mei Lin' }).waitFor();
    await mei.reload();
    await mei.locator('input[type=email]').waitFor();

    await admin.goto(`${program.url}/console/audit`);
    await admin.getByLabel('What').selectOption('staff');
    await admin.locator('.day-list').waitFor();
    await expect
      .poll(async () => (await admin.locator('.day-list li p').allTextContents()).map((line) => line.trim()))
      .toEqual([
        '管理员 Admin changed the account of Mei Lin role: agent · disabled: true',
        'Mei Lin changed their own password',
        'Mei Lin chose a password by a link',
        '管理员 Admin added Mei Lin role: agent',
      ]);
    const [sheet] = await Promise.all([
      admin.waitForEvent('download'),
      admin.getByRole('button', { name: 'Export CSV' }).click(),
    ]);
    expect(sheet.suggestedFilename()).toBe('audit.csv');
  });

  test('what is set counts at once: words and colour in the widget, words of a handoff', async () => {
    const admin = await asAdmin('settings/widget');
    await admin.getByLabel('Greeting, in English', { exact: true }).fill('Welcome to Warm Wave!');
    await admin.getByLabel('First questions, in English').fill('Do you repair?');
    await admin.getByLabel('First questions, in English').press('Enter');
    await admin.getByLabel('A colour of our own').check();
    await admin.getByLabel('Colour', { exact: true }).fill('#aa0066');
    await admin.getByRole('button', { name: 'Save' }).click();
    await admin.getByText('Saved. It counts from now on.').waitFor();
    await admin.goto(`${program.url}/console/settings/handoff`);
    for (const field of ['A person was called, in English', /Called outside of the hours.*English/])
      await admin.getByLabel(field).fill('Somebody is on the way.');
    await admin.getByRole('button', { name: 'Save' }).click();
    await admin.getByText('Saved. It counts from now on.').waitFor();

    const shop = await visit('/');
    await shop.locator('.welcome h2', { hasText: 'Welcome to Warm Wave!' }).waitFor();
    await shop.locator('.starter', { hasText: 'Do you repair?' }).waitFor();
    const send = shop.locator('.person-button');
    expect(await send.evaluate((one) => getComputedStyle(one).getPropertyValue('--k-accent'))).toContain('#aa0066');
    await send.click();
    await shop.locator('.message', { hasText: 'Somebody is on the way.' }).waitFor();
  });

  test('a form begins in its first field, and gives the focus back when it is left', async () => {
    const page = await asAdmin('staff');
    const opener = page.locator('.page-head .primary');
    await opener.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('email');
    await page.keyboard.press('Escape');
    await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('Escape closes a form in which something was written only when it is pressed once more', async () => {
    const page = await asAdmin('staff');
    const form = page.locator('dialog');
    await page.locator('.page-head .primary').press('Enter');
    await form.locator('input[type=email]').fill('mei@example.com');
    await page.keyboard.press('Escape');
    await form.locator('.note', { hasText: 'not saved yet' }).waitFor();
    expect(await form.locator('input[type=email]').inputValue()).toBe('mei@example.com');
    await page.keyboard.press('Escape');
    await expect.poll(() => form.count()).toBe(0);
  });

  test('a page whose code does not come, as after an update, says so and leaves the way to the others', async () => {
    const page = await asAdmin('staff');
    await page.route(/\/assets\/audit-page-.*\.js/, (route) => route.fulfill({ status: 404, body: '' }));
    await page.locator('.nav-link', { hasText: 'Audit' }).click();
    await page.getByRole('button', { name: 'Load it again' }).waitFor();
    await page.locator('.nav-link', { hasText: 'Staff' }).click();
    await page.getByRole('heading', { name: 'Staff', level: 1 }).waitFor();
    await page.unrouteAll();
    await page.locator('.nav-link', { hasText: 'Audit' }).click();
    await page.getByRole('button', { name: 'Load it again' }).click();
    await page.getByRole('heading', { name: 'Audit' }).waitFor();
  });

  test('the palette goes anywhere and does things by keys alone', async () => {
    const page = await asAdmin('staff');
    const field = page.getByRole('combobox', { name: /Find a page/ });
    await page.keyboard.press('Control+k');
    await field.waitFor();
    await page.keyboard.type('audit');
    expect(await page.getByRole('option', { selected: true }).textContent()).toContain('Audit');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Audit' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.keyboard.press('Control+k');
    await field.waitFor();
    await page.keyboard.type('opened head');
    await page.getByRole('option', { name: 'Can I return opened headphones?' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await expect.poll(() => field.count()).toBe(0);
    await page.keyboard.press('Control+k');
    await field.waitFor();
    await page.keyboard.type('switch to chin');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '审计' }).waitFor();
  });
});
