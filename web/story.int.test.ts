import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { chooseCustomer } from '../testing/choose-customer.ts';
import { startCuttableProxy } from '../testing/cuttable-proxy.ts';
import { type Hands, withKeyboard, withMouse } from '../testing/hands.ts';
import { bodyOf, createHttpClient } from '../testing/http-client.ts';
import { findChromium } from '../testing/optional-servers.ts';
import { staffToken } from '../testing/programs/program.ts';
import type { SharedProgram } from '../testing/programs/program-host.ts';
import { OPENING_MS, type ProgramInBrowser } from '../testing/programs/program-in-browser.ts';
import { openSharedProgramInBrowser } from '../testing/programs/shared-program-in-browser.ts';

const executablePath = findChromium();
const CUT_MS = 10_000;
const STORIES = [
  {
    locale: 'zh-CN',
    width: 1280,
    keys: false,
    question: '签收后几天内可以退货？',
    answer: /天/,
    greeting: '您好，我是人工客服',
    thanks: '好的，谢谢您',
    note: '内部备注：老顾客',
    learned: '内部：周五上门取件',
    after: '怎么开发票？',
  },
  {
    locale: 'en-GB',
    width: 360,
    keys: true,
    question: 'How many days do I have to return something?',
    answer: /days/,
    greeting: 'Hello, a person here',
    thanks: 'Thank you very much',
    note: 'Internal: a regular',
    learned: 'Internal: picked up on Friday',
    after: 'How do I get an invoice?',
  },
] as const;

/** The one agrees to what the agent proposes, the other does not. */
const PROPOSALS = [
  { locale: 'zh-CN', customer: '周沐阳', question: '我最近的订单到哪了？', press: '.primary', outcome: 'done' },
  {
    ...{ locale: 'en-GB', customer: 'Ivy Castellane', question: 'Where is my latest order?' },
    ...{ press: '.secondary', outcome: 'rejected' },
  },
] as const;

const day = (after: number) => new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10);
const figuresSchema = z.object({
  handoffs: z.object({ all: z.number() }),
  ratings: z.object({ scores: z.array(z.object({ key: z.string(), n: z.number() })) }),
});

describe.skipIf(!executablePath)('a customer’s story from the question to the insights', () => {
  let opened: ProgramInBrowser<SharedProgram> | undefined;
  let program: SharedProgram;
  let browser: Browser;
  beforeAll(async () => {
    opened = await openSharedProgramInBrowser();
    ({ program, browser } = opened);
  }, OPENING_MS);
  afterAll(async () => {
    await opened?.close();
  });

  async function figures() {
    const qa = createHttpClient(program.url, await staffToken(program.url, 'qa'));
    const { handoffs, ratings } = bodyOf(await qa.get(`/api/insights?from=${day(-1)}&to=${day(1)}`), figuresSchema);
    return { handoffs: handoffs.all, fives: ratings.scores.find(({ key }) => key === '5')?.n ?? 0 };
  }
  async function ask(page: Page, hands: Hands, text: string) {
    const replies = page.locator('.message.bot:has(.meta)');
    const before = await replies.count();
    await hands.write(page.locator('kefu-chat textarea'), text, 'Enter');
    await replies.nth(before).waitFor();
    return replies.nth(before);
  }

  test.each(STORIES)('in $locale, $width pixels wide, keyboard alone: $keys', async (story) => {
    const before = await figures();
    const viewport = { width: story.width, height: 820 };
    const context = await browser.newContext({ locale: story.locale, viewport });
    context.setDefaultTimeout(15_000);
    try {
      const shop = await context.newPage();
      const mine = story.keys ? withKeyboard(shop) : withMouse;
      await shop.goto(program.url);
      if (story.width < 500) await mine.press(shop.locator('.launcher'));
      const reply = await ask(shop, mine, story.question);
      expect(await reply.locator('.bubble').textContent()).toMatch(story.answer);
      await mine.press(reply.locator('button.source').first());
      await reply.locator('.quote blockquote').waitFor();
      await mine.press(shop.locator('.person-button'));
      await shop.locator('.banner.waiting').waitFor();

      const desk = await context.newPage();
      const hands = story.keys ? withKeyboard(desk) : withMouse;
      await desk.goto(`${program.url}/console`);
      await hands.write(desk.locator('input[type=email]'), 'agent@demo.local');
      await hands.write(desk.locator('input[type=password]'), program.password, 'Enter');
      await hands.press(desk.locator('.entry:has(.pill.warm)').last());
      await hands.press(desk.locator('.claim .primary'));
      const box = desk.locator('.reply-box textarea');
      await hands.write(box, story.greeting, 'Control+Enter');
      await shop.locator('.message.agent', { hasText: story.greeting }).waitFor();
      await shop.locator('.banner.human').waitFor();
      await hands.press(desk.locator('.reply-modes button').nth(1));
      await hands.write(box, story.note, 'Control+Enter');
      await desk.locator('.line.note', { hasText: story.note }).waitFor();
      await mine.write(shop.locator('kefu-chat textarea'), story.thanks, 'Enter');
      await desk.locator('.line.customer', { hasText: story.thanks }).waitFor();
      for (const page of [shop, desk])
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

      await hands.press(desk.locator('.talk-head .button').first());
      await hands.write(desk.locator('dialog textarea'), story.learned);
      await hands.press(desk.locator('dialog .primary'));
      await mine.press(shop.locator('.star').nth(4));
      await shop.locator('.talk-rating[role=status]').waitFor();
      await ask(shop, mine, story.after);
      const seen = await shop.locator('kefu-chat .messages').textContent();
      for (const hidden of [story.note, story.learned]) expect(seen).not.toContain(hidden);
    } finally {
      await context.close();
    }
    await expect.poll(figures).toEqual({ handoffs: before.handoffs + 1, fives: before.fives + 1 });
  });

  // Customers of their own, and a wait for the network in between: side by side.
  test.concurrent.each(PROPOSALS)('$customer is asked by an agent to change an order: $outcome', async (story) => {
    const contexts = await Promise.all(
      [story.locale, 'zh-CN'].map((locale) => browser.newContext({ locale, viewport: { width: 1440, height: 860 } })),
    );
    try {
      const [shop, desk] = await Promise.all(contexts.map((context) => context.newPage()));
      if (!shop || !desk) throw new Error('No page.');
      for (const page of [shop, desk]) page.setDefaultTimeout(30_000);
      await shop.goto(program.url);
      await chooseCustomer(shop, story.customer);
      await (await ask(shop, withMouse, story.question)).locator('.card').first().waitFor();
      await shop.locator('.person-button').click();
      await shop.locator('.banner.waiting').waitFor();

      await desk.goto(`${program.url}/console`);
      await withMouse.write(desk.locator('input[type=email]'), 'agent@demo.local');
      await withMouse.write(desk.locator('input[type=password]'), program.password, 'Enter');
      await desk.locator('.entry:has(.pill.warm)', { hasText: story.customer }).click();
      await desk.locator('.claim .primary').click();
      // What the bot showed stands in the agent's transcript, and nothing in it can be pressed for the customer.
      await desk.locator('.line .seen .card').first().waitFor();
      const order = desk.locator('.orders > .order:has(button)').first();
      const orderId = (await order.locator('strong').textContent()) ?? '';
      await order.locator('button').click();
      await desk.locator('dialog select').first().selectOption('change_address');
      await desk.locator('dialog .parts .long input').first().fill('28 Reed Bank, House 3');
      await desk.locator('dialog .primary').click();
      await desk.locator('.line.agent .confirm', { hasText: orderId }).waitFor();
      expect(await desk.locator('.line .confirm button').count()).toBe(0);

      const card = shop.locator('.confirm', { hasText: orderId });
      expect(await card.locator('.will').textContent()).toMatch(/28 Reed Bank, House 3.*\d{6}/);
      await card.locator(story.press).click();
      await card.locator(`.outcome.${story.outcome}`).waitFor();
      await desk.locator(`.line.agent .outcome.${story.outcome}`).waitFor();
      // The answer to a proposal leaves no reply due.
      await desk.locator('.entry[aria-current]:not(:has-text("待回复"))').waitFor();
      const agent = (await desk.locator('.who p').first().textContent()) ?? '';
      await desk.goto(`${program.url}/console/desk-changes`);
      await desk.locator('.page-head').waitFor();
      const entry = desk.locator('.ledger-entry', { hasText: orderId });
      if (story.outcome === 'done')
        await entry.filter({ hasText: agent }).filter({ hasText: '28 Reed Bank' }).waitFor();
      else expect(await entry.count()).toBe(0);
    } finally {
      await Promise.all(contexts.map((context) => context.close()));
    }
  });

  test.concurrent('with the network cut for ten seconds in the middle of a reply', async () => {
    const network = await startCuttableProxy(program.url);
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 820 } });
    context.setDefaultTimeout(30_000);
    try {
      const page = await context.newPage();
      await page.goto(network.url);
      await ask(page, withMouse, 'hello');
      const texts = ['What does the warranty cover?', 'How do I get an invoice?'];
      const cut = network.cutStreamAfter(900);
      for (const text of texts) await withMouse.write(page.locator('kefu-chat textarea'), text, 'Enter');
      await cut;
      await wait(CUT_MS);
      network.mend();
      await page.locator('.message.bot:has(.meta)').nth(2).waitFor();
      const shown = await page.locator('.message .bubble').allTextContents();
      expect(shown).toHaveLength(6);
      await page.reload();
      await page.locator('.message.bot').nth(2).waitFor();
      expect(await page.locator('.message .bubble').allTextContents()).toEqual(shown);
      expect(await page.locator('.message.customer .bubble').allTextContents()).toEqual(['hello', ...texts]);
    } finally {
      await context.close();
      await network.close();
    }
  });
});
