import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { axeFaults } from '../testing/axe-faults.ts';
import { chooseCustomer } from '../testing/choose-customer.ts';
import { withKeyboard } from '../testing/hands.ts';
import { bodyOf, createHttpClient } from '../testing/http-client.ts';
import { findChromium } from '../testing/optional-servers.ts';
import { staffToken } from '../testing/programs/program.ts';
import { OPENING_MS, openProgramInBrowser, type ProgramInBrowser } from '../testing/programs/program-in-browser.ts';
import { shopWithApprovals } from '../testing/shop-with-approvals.ts';

const executablePath = findChromium();
const HOUR_MS = 3_600_000;
const approvalsSchema = z.array(z.object({ id: z.string(), customerName: z.string() }));

const light = (width: number) => ({ width, colorScheme: 'light' as const });
const dark = (width: number) => ({ width, colorScheme: 'dark' as const });

const hasFocus = (target: Locator) =>
  target.evaluate((element) => {
    const root = element.getRootNode();
    return root instanceof ShadowRoot && root.activeElement === element;
  });

describe.skipIf(!executablePath)('the card of a change in a browser', () => {
  let opened: ProgramInBrowser | undefined;
  let shopDir: string | undefined;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    shopDir = await shopWithApprovals();
    opened = await openProgramInBrowser({ shopDir, waitForKnowledge: false });
  }, OPENING_MS);
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await opened?.close();
    if (shopDir) await rm(shopDir, { recursive: true, force: true });
  });

  async function openAs(name: string, look: { locale: string; width: number; moves?: true }): Promise<Page> {
    if (!opened) throw new Error('not started');
    const context = await opened.browser.newContext({
      locale: look.locale,
      viewport: { width: look.width, height: 820 },
      reducedMotion: look.moves ? 'no-preference' : 'reduce',
    });
    contexts.push(context);
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    // A customer's clock may be wrong: an hour ahead, everything would have run out.
    await page.clock.install({ time: Date.now() + HOUR_MS });
    await page.goto(opened.program.url);
    await chooseCustomer(page, name);
    if (look.width < 500) await page.locator('.launcher').click();
    return page;
  }
  async function ask(page: Page, text: string): Promise<Locator> {
    await page.locator('kefu-chat textarea').fill(text);
    await page.locator('kefu-chat textarea').press('Enter');
    const card = page.locator('.card.confirm').last();
    await card.waitFor();
    return card;
  }
  async function decide(customer: string, decision: { approve: boolean; note?: string }): Promise<void> {
    const url = opened?.program.url ?? '';
    const agent = createHttpClient(url, await staffToken(url, 'agent'));
    const waiting = async () => bodyOf(await agent.get('/api/desk/approvals'), approvalsSchema);
    await expect.poll(async () => (await waiting()).map(({ customerName }) => customerName)).toContain(customer);
    const mine = (await waiting()).find(({ customerName }) => customerName === customer);
    expect((await agent.post(`/api/desk/approvals/${mine?.id}`, decision)).status).toBe(200);
  }

  test.each([
    { locale: 'zh-CN', views: [light(1280), dark(390)] as const, customer: '罗青禾', say: '取消订单 KF20261118-0399' },
    {
      locale: 'en-GB',
      views: [dark(1280), light(390)] as const,
      customer: 'Priya Venkataraman',
      say: 'Cancel order KF20261118-0337',
    },
  ])('axe finds nothing where $customer’s change waits and in the ledger', async ({ locale, views, customer, say }) => {
    const page = await openAs(customer, { locale, width: 1280 });
    await (await ask(page, say)).locator('.primary').click();
    await page.locator('.card.confirm .outcome.awaiting_approval').waitFor();
    const desk = await page.context().newPage();
    await desk.goto(`${opened?.program.url}/console`);
    await desk.locator('input[type=email]').fill('agent@demo.local');
    await desk.locator('input[type=password]').fill(opened?.program.password ?? '');
    await desk.locator('button[type=submit]').click();
    await desk.locator('.approvals summary').click();
    const found = await axeFaults(desk, 'approvals', views);
    await desk.locator('.approval', { hasText: customer }).locator('.primary').click();
    await page.locator('.card.confirm .outcome.done').waitFor();
    await desk.goto(`${opened?.program.url}/console/desk-changes`);
    await desk.locator('.ledger-entry').first().waitFor();
    found.push(...(await axeFaults(desk, 'ledger', views)));
    const filters = desk.locator('.ledger-filters');
    await filters.locator('select').first().selectOption('cancel_order');
    await filters.locator('select').nth(1).selectOption('done');
    await filters.locator('input[type=date]').first().fill(new Date().toISOString().slice(0, 10));
    await filters.locator('input[type=search]').fill(customer);
    await desk.locator('.ledger-entry', { hasText: customer }).waitFor();
    found.push(...(await axeFaults(desk, 'ledger, narrowed down', views)));
    await filters.locator('input[type=search]').fill('nobody by this name');
    await desk.locator('.ledger-entry').first().waitFor({ state: 'detached' });
    found.push(...(await axeFaults(desk, 'ledger, nothing found', views)));
    expect(found).toEqual([]);
  });

  /** From now on a customer has so long to think. */
  async function leaveToThink(minutes: number): Promise<void> {
    const url = opened?.program.url ?? '';
    const admin = createHttpClient(url, await staffToken(url, 'admin'));
    const policy = JSON.parse(await readFile(join(shopDir ?? '', 'policy.json'), 'utf8'));
    const files = { 'policy.json': JSON.stringify({ ...policy, confirmWithin: { minutes } }) };
    expect((await admin.post('/api/admin/shop/import', { files })).status).toBe(200);
  }

  test('is declined by keyboard, and stays declined after a reload', async () => {
    const page = await openAs('林知夏', { locale: 'zh-CN', width: 360 });
    const card = await ask(page, '取消订单 KF20261119-0186');
    expect(await card.locator('.amounts > div').allTextContents()).toEqual(['手续费¥10', '退款¥109']);
    expect(await card.locator('[role=timer]').textContent()).toMatch(/^还剩 1[45]分钟$/);
    await withKeyboard(page).press(card.locator('.secondary'));
    const outcome = page.locator('.card.confirm .outcome.rejected');
    await outcome.waitFor();
    expect(await outcome.textContent()).toContain('没有改动');
    await expect.poll(() => hasFocus(outcome)).toBe(true);
    expect(await page.locator('.card.confirm .actions').count()).toBe(0);
    await page.reload();
    // On a narrow screen the panel stays closed until it is asked for.
    await page.locator('.launcher').click();
    await outcome.waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  test('tells in one window what was answered in another', async () => {
    const page = await openAs('Nora Whitlock', { locale: 'en-GB', width: 1280 });
    await ask(page, 'Cancel order KF20261119-0156');
    const other = await page.context().newPage();
    await other.goto(page.url());
    // Who is signed in is kept by window.
    await chooseCustomer(other, 'Nora Whitlock');
    await other.locator('.card.confirm .primary').click();
    await page.locator('.card.confirm .outcome.done').waitFor();
    expect(await page.locator('.card.confirm .outcome').textContent()).toMatch(/^Done at/);
  });

  test.each([
    {
      ...{ customer: '周沐阳', look: { locale: 'zh-CN', width: 360 }, say: '取消订单 KF20261119-0362' },
      ...{
        decision: { approve: false, note: '商品已经打包' },
        outcome: '.outcome.rejected',
        words: /同事没有批准.*商品已经打包/,
      },
    },
    {
      ...{ customer: 'Lucas Brandvold', look: { locale: 'en-GB', width: 1280 }, say: 'Cancel order KF20261118-0209' },
      ...{ decision: { approve: true }, outcome: '.outcome.done', words: /^Approved by a colleague/ },
    },
  ])('tells $customer at once what a colleague decided', async ({ customer, look, say, decision, outcome, words }) => {
    const page = await openAs(customer, look);
    const card = await ask(page, say);
    await card.locator('.primary').click();
    await page.locator('.card.confirm .outcome.awaiting_approval').waitFor();
    await decide(customer, decision);
    await page.locator(`.card.confirm ${outcome}`).waitFor();
    expect(await page.locator(`.card.confirm ${outcome}`).textContent()).toMatch(words);
    await page.locator('.message.system').waitFor();
  });

  test('runs out before a customer’s eyes and cannot be pressed any more', async () => {
    await leaveToThink(0.15);
    const runOut = async (customer: string, look: { locale: string; width: number }, say: string, words: RegExp) => {
      const page = await openAs(customer, { ...look, moves: true });
      const card = await ask(page, say);
      expect(await card.locator('[role=timer]').textContent()).toMatch(/0:0\d/);
      await card.locator('.primary').focus();
      await card.locator('.outcome.expired').waitFor();
      expect(await card.locator('.outcome').textContent()).toMatch(words);
      expect(await card.locator('button').count()).toBe(0);
      // Whoever had the button under the keys goes on from the word that it is over.
      await expect.poll(() => hasFocus(card.locator('.outcome'))).toBe(true);
      await page.reload();
      if (look.width < 500) await page.locator('.launcher').click();
      await page.locator('.card.confirm .outcome.expired').waitFor();
      expect(await page.locator('.card.confirm button').count()).toBe(0);
    };
    await Promise.all([
      runOut('林知夏', { locale: 'zh-CN', width: 360 }, '取消订单 KF20261119-0386', /已过期，没有改动$/),
      runOut('Nora Whitlock', { locale: 'en-GB', width: 1280 }, 'Cancel order KF20261119-0415', /^Time ran out at/),
    ]);
  });
});
