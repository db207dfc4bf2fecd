import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from '../testing/axe-faults.ts';
import { findChromium } from '../testing/optional-servers.ts';
import type { SharedProgram } from '../testing/program-host.ts';
import { OPENING_MS, type ProgramInBrowser } from '../testing/program-in-browser.ts';
import { openSharedProgramInBrowser } from '../testing/shared-program-in-browser.ts';

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
const RUN = {
  id: '2026-11-20-a',
  startedAt: '2026-11-20T08:00:00.000Z',
  engine: 'local',
  passed: false,
  suites: [
    {
      name: 'retrieval',
      passed: false,
      metrics: [
        { name: 'hit@5', value: 0.97, bar: 0.95, interval: [0.9, 0.99] },
        { name: 'mrr', value: 0.71, bar: 0.8 },
      ],
    },
  ],
};
const HIT = {
  id: 'c1',
  title: 'Returns',
  page: 3,
  evidence: 0.4,
  legs: { lexical: { rank: 1, score: 10.2 } },
  text: 'Thirty days',
};
const MISSED = {
  ...{ id: 'hit@5: how long', passed: false, expected: 'returns', actual: 'warranty' },
  trace: [
    {
      step: 'understand',
      atMs: 2,
      data: {
        requests: [{ text: 'how long', intent: 'return_policy', route: 'knowledge', confidence: 0.9 }],
        context: {},
      },
    },
    { step: 'search', atMs: 9, data: { question: 'how long', evidence: 0.4, hits: [HIT] } },
    {
      step: 'model',
      atMs: 11,
      data: {
        ...{ purpose: 'answer', model: 'some-model', outcome: 'cut', finish: null, ms: 2, firstTokenMs: 1 },
        ...{ inputTokens: 120, outputTokens: 4, estimated: true, passages: ['c1'] },
        messages: [{ role: 'system', text: 'Answer from the passages.' }],
      },
    },
    { step: 'find_orders', atMs: 12, data: { orders: [] } },
  ],
};
const RUN_WITH_CASES = { ...RUN, suites: RUN.suites.map((suite) => ({ ...suite, cases: [MISSED] })) };
const COMPARED = [
  {
    name: 'retrieval',
    metrics: [{ name: 'mrr', before: 0.75, after: 0.71, bar: 0.8 }],
    newlyFailing: [{ id: MISSED.id, expected: 'returns', before: 'returns', after: 'warranty' }],
    newlyPassing: [{ id: 'hit@5: how far', expected: 'delivery', before: 'none', after: 'delivery' }],
    stillFailing: 2,
  },
];
const IN_RUN = { runId: RUN.id, startedAt: RUN.startedAt, engine: 'local', expected: 'returns', actual: 'warranty' };
const DRAFT = {
  ...{ name: 'Returns', language: 'en', customer: null },
  lines: ['how long', 'thanks'].map((say) => ({
    say,
    expect: { route: 'knowledge', says: ['thirty'], not: [], cites: ['Returns'] },
  })),
};
const TURN = {
  ...{ turnId: 't', conversationId: 'c', at: RUN.startedAt, text: 'how long', reply: 'Thirty days [1].' },
  ...{ language: 'en', route: 'knowledge', intent: 'return_policy', engine: 'local', degraded: false, status: 'done' },
  ...{ errorCode: null, firstTokenMs: 3, totalMs: 9 },
};
const EVALS: Record<string, unknown> = {
  '**/api/evals/runs': [RUN],
  '**/api/evals/runs/*': RUN_WITH_CASES,
  '**/api/evals/comparison?*': COMPARED,
  '**/api/qa/cases/draft?*': DRAFT,
  '**/api/qa/cases': [{ ...DRAFT, id: 'a', conversationId: null, createdBy: 'qa', createdAt: RUN.startedAt }],
  '**/api/qa/traces/*': { ...TURN, trace: MISSED.trace },
  '**/api/evals/cases?*': [
    { ...IN_RUN, passed: false, ms: 3 },
    { ...IN_RUN, passed: true, ms: null },
  ],
};
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
        await shop.locator('.someone', { hasText: look.customer }).click();
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
        for (const [address, json] of Object.entries(EVALS))
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
