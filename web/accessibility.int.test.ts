import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from '../testing/axe-faults.ts';
import { chooseCustomer } from '../testing/choose-customer.ts';
import { EVAL_ANSWERS } from '../testing/eval-answers.ts';
import { findChromium } from '../testing/optional-servers.ts';
import type { SharedProgram } from '../testing/programs/program-host.ts';
import { OPENING_MS, type ProgramInBrowser } from '../testing/programs/program-in-browser.ts';
import { openSharedProgramInBrowser } from '../testing/programs/shared-program-in-browser.ts';

const executablePath = findChromium();
/** For some forty states of pages, also on a busy machine. */
const LIMIT_MS = 150_000;
/** No two neighbours have the same heading. */
const PAGES = [
  'desk-replies',
  'desk-changes',
  'desk-rules',
  ...['documents', 'faqs', 'terms', 'search', 'gaps', 'conflicts', 'upkeep'].map((name) => `knowledge/${name}`),
  'insights',
  ...['qa/labels', 'qa/datasets', 'qa/models', 'qa'],
  ...['qa/cases', 'qa/cases/new?conversation=x', 'qa/trace/x'],
  ...['qa/run/2026-11-20-a', 'qa/compare?before=a&after=b', 'qa/case?suite=retrieval&case=x'],
  ...['settings', 'staff', 'settings/widget', 'audit', 'settings/prices'],
];
/** Pages whose first button opens a form. */
const WITH_FORM = ['desk-replies', 'desk-rules', 'knowledge/faqs', 'knowledge/terms', 'staff'];
const LOOKS = [
  {
    locale: 'zh-CN',
    views: [
      { width: 1280, colorScheme: 'light' },
      { width: 390, colorScheme: 'dark' },
    ],
    customer: '林知夏',
    question: '签收后几天内可以退货？',
    cancel: '取消订单 ',
    person: '转人工',
  },
  {
    locale: 'en-GB',
    views: [
      { width: 1280, colorScheme: 'dark' },
      { width: 390, colorScheme: 'light' },
    ],
    customer: 'Nora Whitlock',
    question: 'How many days do I have to return something?',
    cancel: 'Cancel order ',
    person: 'I want to talk to a person',
  },
] as const;

/** As a link of the console does it, without loading everything anew. */
async function goWithin(page: Page, path: string): Promise<void> {
  const left = await page.locator('main h1').first().textContent();
  await page.evaluate((to) => {
    history.pushState(null, '', `/console/${to}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await page
    .locator('main h1')
    .filter({ hasNotText: left ?? '' })
    .first()
    .waitFor();
  await page.waitForFunction(() => !document.querySelector('.loading, .skeleton'));
}

async function say(page: Page, text: string): Promise<void> {
  const replies = page.locator('.message.bot:has(.meta)');
  const before = await replies.count();
  await page.locator('kefu-chat textarea').fill(text);
  await page.locator('kefu-chat textarea').press('Enter');
  await replies.nth(before).waitFor();
}

describe.skipIf(!executablePath)('the pages for people who see, hear or move otherwise', () => {
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

  test.concurrent.each(LOOKS)(
    'axe finds nothing in $locale',
    async (look) => {
      const context = await browser.newContext({ locale: look.locale, reducedMotion: 'reduce' });
      context.setDefaultTimeout(15_000);
      const found: string[] = [];
      const examine = async (page: Page, name: string) => {
        found.push(...(await axeFaults(page, name, look.views)));
      };
      try {
        const shop = await context.newPage();
        await shop.goto(program.url);
        await chooseCustomer(shop, look.customer);
        await shop.locator('kefu-chat .welcome').waitFor();
        await examine(shop, 'welcome');
        const order = (await shop.locator('.chosen .chip').first().textContent()) ?? '';
        const asked = shop.waitForRequest((request) => request.url().endsWith('/api/chat'));
        await say(shop, look.question);
        const { conversationId } = (await asked).postDataJSON();
        await shop.locator('button.source').first().click();
        await shop.locator('.quote blockquote').waitFor();
        await say(shop, look.cancel + order);
        await shop.locator('.card.confirm .actions').waitFor();
        await examine(shop, 'answer and confirmation');
        await say(shop, look.person);
        await shop.locator('.banner.waiting').waitFor();
        await examine(shop, 'waiting');

        const desk = await context.newPage();
        for (const [address, json] of Object.entries(EVAL_ANSWERS))
          await desk.route(address, (route) => route.fulfill({ json }));
        await desk.goto(`${program.url}/console`);
        await desk.locator('input[type=email]').waitFor();
        await examine(desk, 'sign-in');
        await desk.locator('input[type=email]').fill('admin@demo.local');
        await desk.locator('input[type=password]').fill(program.password);
        await desk.locator('button[type=submit]').click();
        await desk.locator('.sidebar').waitFor();
        await desk.goto(`${program.url}/console/desk/${conversationId}`);
        await desk.locator('.claim .primary').click();
        await desk.locator('.reply-box textarea').waitFor();
        await examine(desk, 'desk');
        await desk.locator('.talk-head .button').first().click();
        await desk.locator('dialog[open] textarea').waitFor();
        await examine(desk, 'back to the bot');
        await desk.goto(`${program.url}/console/audit`);
        await desk.locator('main h1').waitFor();
        for (const path of PAGES) {
          await goWithin(desk, path);
          await desk.evaluate(() => {
            for (const fold of document.querySelectorAll('main details')) fold.setAttribute('open', '');
          });
          await examine(desk, path);
          if (!WITH_FORM.includes(path)) continue;
          await desk.locator('.page-head .primary').click();
          await desk.locator('dialog[open]').waitFor();
          await examine(desk, `${path}, its form`);
          await desk.keyboard.press('Escape');
        }
        await desk.keyboard.press('Control+k');
        await desk.locator('.palette [role=option]').first().waitFor();
        await examine(desk, 'palette');
      } finally {
        await context.close();
      }
      expect(found).toEqual([]);
    },
    LIMIT_MS,
  );
});
