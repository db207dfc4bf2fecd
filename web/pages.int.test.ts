import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../testing/optional-servers.ts';
import type { SharedProgram } from '../testing/programs/program-host.ts';
import { OPENING_MS, type ProgramInBrowser } from '../testing/programs/program-in-browser.ts';
import { openSharedProgramInBrowser } from '../testing/programs/shared-program-in-browser.ts';

const executablePath = findChromium();
const HOSTILE = '<img src=x onerror="window.pwned=1"> [tap](javascript:window.pwned=1) <script>window.pwned=1</script>';

describe.skipIf(!executablePath)('the pages in a browser', () => {
  let opened: ProgramInBrowser<SharedProgram> | undefined;
  let program: SharedProgram;
  let browser: Browser;
  let context: BrowserContext | undefined;
  /** What the browser complained about: script errors, refused styles and scripts. */
  let complaints: string[] = [];

  beforeAll(async () => {
    opened = await openSharedProgramInBrowser();
    ({ program, browser } = opened);
  }, OPENING_MS);
  afterEach(async () => {
    await context?.close();
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await opened?.close();
  });

  async function newContext(locale: 'zh-CN' | 'en-GB', width = 1280): Promise<BrowserContext> {
    complaints = [];
    context = await browser.newContext({ locale, viewport: { width, height: 820 } });
    context.setDefaultTimeout(10_000);
    return context;
  }
  async function openPage(path: string, within: BrowserContext): Promise<Page> {
    const page = await within.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Uncaught/.test(message.text())) complaints.push(message.text());
    });
    await page.goto(program.url + path);
    return page;
  }
  async function say(page: Page, text: string): Promise<Locator> {
    const replies = page.locator('.message.bot:has(.meta)');
    const before = await replies.count();
    await page.locator('kefu-chat textarea').fill(text);
    await page.locator('kefu-chat textarea').press('Enter');
    await replies.nth(before).waitFor();
    return replies.nth(before);
  }
  async function signIn(page: Page, role: string, password = program.password): Promise<void> {
    await page.locator('input[type=email]').fill(`${role}@demo.local`);
    await page.locator('input[type=password]').fill(password);
    await page.locator('button[type=submit]').click();
  }

  test.each([
    ['zh-CN', '签收后几天内可以退货？', '转人工', /天/],
    ['en-GB', 'How many days do I have to return something?', 'Talk to a person', /days/],
  ] as const)('a question in %s gets an answer whose source opens', async (locale, question, person, words) => {
    const page = await openPage('/', await newContext(locale));
    await page.locator('.person-button', { hasText: person }).waitFor();
    const reply = await say(page, question);
    expect(await reply.locator('.bubble').textContent()).toMatch(words);
    await reply.locator('button.source').first().click();
    expect(await reply.locator('.quote blockquote').textContent()).toMatch(/.{10}/);

    await page.reload();
    await page.locator('.message.customer', { hasText: question }).waitFor();
    expect(await page.locator('.message.bot button.source').count()).toBeGreaterThan(0);
  });

  test('messages written while one is answered are sent in their order', async () => {
    const page = await openPage('/', await newContext('en-GB'));
    const questions = ['What does the warranty cover?', 'How long does delivery take?', 'How do I get an invoice?'];
    for (const question of questions) {
      await page.locator('kefu-chat textarea').fill(question);
      await page.locator('kefu-chat textarea').press('Enter');
    }
    await page.locator('.message.bot:has(.meta)').nth(2).waitFor();
    const authors = await page.locator('.message').evaluateAll((all) => all.map((one) => one.classList[1]));
    expect(authors).toEqual(['customer', 'bot', 'customer', 'bot', 'customer', 'bot']);
    expect(await page.locator('.message.customer .bubble').allTextContents()).toEqual(questions);
  });

  test('a message that the network swallowed goes out again, once', async () => {
    const page = await openPage('/', await newContext('en-GB'));
    let cuts = 0;
    await page.route('**/api/chat', async (route) => {
      cuts += 1;
      // First the request is lost, then the answer to it.
      if (cuts === 1) return route.abort('connectionreset');
      if (cuts === 2) await route.fetch();
      return cuts === 2 ? route.abort('connectionreset') : route.continue();
    });
    await say(page, 'What does the warranty cover?');
    await page.reload();
    await page.locator('.message.bot').first().waitFor();
    expect(await page.locator('.message.customer').count()).toBe(1);
    expect(await page.locator('.message.bot').count()).toBe(1);
  });

  test('who is offline is told so, that a message waits, and gets the reply when the network is back', async () => {
    const within = await newContext('en-GB');
    const page = await openPage('/', within);
    await page.locator('kefu-chat textarea').fill('What does the warranty cover?');
    await within.setOffline(true);
    await page.locator('.banner.fault').waitFor();
    await page.locator('kefu-chat textarea').press('Enter');
    await page.locator('.message.customer .meta', { hasText: 'Sending' }).waitFor();
    await within.setOffline(false);
    await page.locator('.banner.fault').waitFor({ state: 'detached' });
    await page.locator('.message.bot:has(.meta)').waitFor();
    expect(await page.locator('.message.customer .meta').count()).toBe(0);
  });

  test('an answer longer than the window is read from its beginning, and an arrow leads to its end', async () => {
    const page = await openPage('/', await newContext('en-GB', 390));
    await page.locator('.launcher').click();
    await page.route('**/api/chat', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll(/"delta":"/g, `"delta":"${'A long line of words. '.repeat(60)}`);
      await route.fulfill({ response, body });
    });
    await say(page, 'What does the warranty cover?');
    const isInView = (line: Locator) =>
      line.evaluate((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        const view = one.closest('.transcript')?.getBoundingClientRect();
        return view !== undefined && top >= view.top - 1 && bottom <= view.bottom + 1;
      });
    await expect.poll(() => isInView(page.locator('.message.customer'))).toBe(true);
    await page.locator('.jump').click();
    await expect.poll(() => isInView(page.locator('.message.bot .meta'))).toBe(true);
    expect(await isInView(page.locator('.message.customer'))).toBe(false);
  });

  test.each([0.2, 0.9])('a reply that is cut off after %f of its stream is completed', async (share) => {
    const page = await openPage('/', await newContext('en-GB'));
    await page.route('**/api/chat', async (route) => {
      const response = await route.fetch();
      const body = await response.text();
      await route.fulfill({ response, body: body.slice(0, body.length * share) });
    });
    const resumed = page.waitForResponse((response) => response.url().endsWith('/stream'));
    const reply = await say(page, 'What does the warranty cover?');
    await resumed;
    await page.waitForFunction(() => {
      const panel = document.querySelector('kefu-chat')?.shadowRoot;
      return panel?.querySelectorAll('.message.bot').length === 1 && !panel.querySelector('.thinking, .writing');
    });
    const shown = await reply.locator('.bubble').textContent();
    await page.reload();
    await page.locator('.message.bot .bubble').waitFor();
    expect(await page.locator('.message.bot .bubble').textContent()).toBe(shown);
  });

  test('a customer sees their order as a card, and someone else’s talk never', async () => {
    const page = await openPage('/', await newContext('en-GB'));
    await page.locator('.someone').nth(1).click();
    const order = (await page.locator('.chosen .chip').first().textContent()) ?? '';
    const reply = await say(page, `Where is order ${order}?`);
    await reply.locator('.card', { hasText: order }).waitFor();

    await page.locator('.someone').first().click();
    await page.locator('.welcome').waitFor();
    expect(await page.locator('kefu-chat .messages').textContent()).toBe('');
  });

  test('a person takes over, writes, notes, and gives the talk back', async () => {
    const both = await newContext('zh-CN');
    const shop = await openPage('/', both);
    await say(shop, '耳机保修多久？');
    await shop.locator('.person-button').click();
    await shop.locator('.banner.waiting').waitFor();
    await shop.locator('.waiting-room .chip').first().click();
    await shop.locator('.contact input').first().fill('13800001111');
    await shop.locator('.contact [type=submit]').click();
    await shop.locator('.waiting-room', { hasText: '13800001111' }).waitFor();

    const desk = await openPage('/console', both);
    await signIn(desk, 'agent');
    await desk.locator('.entry:has(.pill.warm)').last().press('Enter');
    // By keys: from the inbox into the conversation, and from taking it into the reply.
    await expect.poll(() => desk.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await desk.locator('.claim .primary').press('Enter');
    await expect.poll(() => desk.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    const box = desk.locator('.reply-box textarea');
    await box.fill(`您好，我是人工客服。${HOSTILE}`);
    await box.press('Control+Enter');
    await shop.locator('.message.agent', { hasText: '我是人工客服' }).waitFor();
    await shop.locator('.banner.human').waitFor();
    expect(await shop.locator('.message.agent').locator('img, script, a').count()).toBe(0);

    await desk.locator('.reply-modes button').nth(1).click();
    await box.fill('内部备注：老顾客');
    await box.press('Control+Enter');
    await desk.locator('.line.note').waitFor();

    await desk.locator('.reply-modes button').first().click();
    // Told every few seconds at most: the first key after that tells it.
    const typing = async () => {
      await box.pressSequentially('稍');
      return shop.locator('.agent-typing').count();
    };
    await expect.poll(typing, { interval: 250 }).toBe(1);
    await shop.locator('kefu-chat textarea').fill(`谢谢 ${HOSTILE}`);
    await desk.locator('.typing', { hasText: '正在输入' }).waitFor();
    await shop.locator('kefu-chat textarea').press('Enter');
    await desk.locator('.line.customer', { hasText: '谢谢' }).waitFor();
    expect(await desk.locator('.lines').locator('img, script, a').count()).toBe(0);
    expect(await shop.locator('kefu-chat .messages').textContent()).not.toContain('内部备注');

    await desk.locator('.talk-head .button').first().click();
    await desk.locator('dialog textarea').fill('内部备注：周五上门取件');
    await desk.locator('dialog .primary').click();
    await shop.locator('.person-button').waitFor();
    expect(await shop.locator('kefu-chat .messages').textContent()).not.toContain('周五上门取件');
    await shop.locator('.star').nth(4).click();
    await shop.locator('.talk-rating[role=status]').waitFor();
    await say(shop, '怎么开发票？');
    for (const page of [shop, desk]) expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  });

  test('on a phone, with the keyboard alone, the chat opens, answers and closes', async () => {
    const page = await openPage('/', await newContext('en-GB', 360));
    await page.locator('.launcher').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('How long does delivery take?');
    await page.keyboard.press('Enter');
    await page.locator('.message.bot:has(.meta)').waitFor();
    expect(await page.locator('kefu-chat .panel').evaluate((panel) => panel.scrollWidth <= window.innerWidth)).toBe(
      true,
    );
    await page.keyboard.press('Escape');
    await page.locator('.launcher').waitFor();
    // The focus follows the launcher's first paint.
    await expect
      .poll(() => page.evaluate(() => document.querySelector('kefu-chat')?.shadowRoot?.activeElement?.className))
      .toBe('launcher');
  });

  test('a document handed in at the console becomes ready and is found', async () => {
    const page = await openPage('/console', await newContext('en-GB'));
    await signIn(page, 'knowledge', 'not the password');
    await page.locator('.problem').waitFor();
    await signIn(page, 'knowledge');
    await page.locator('.documents tbody tr').first().waitFor();
    const text = '# Gift wrapping\n\nGift wrapping costs 12 yuan a parcel and is chosen at the checkout.\n';
    await page.locator('.drop input[type=file]').setInputFiles({
      name: 'gift-wrapping.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from(text),
    });
    const row = page.locator('.documents tr', { hasText: /gift.wrapping/i });
    await row.locator('.pill.good').waitFor({ timeout: 30_000 });

    await page.locator('.nav-link', { hasText: 'Search bench' }).click();
    await page.locator('.search-form input[type=search]').fill('How much is gift wrapping?');
    await page.keyboard.press('Enter');
    await page.locator('.passage.open', { hasText: '12 yuan a parcel' }).first().waitFor();

    await page.locator('.nav-link', { hasText: 'Documents' }).click();
    await row.getByRole('button', { name: /^Delete/ }).click();
    await page.locator('.dialog .danger').click();
    await row.waitFor({ state: 'detached' });
  });
});
