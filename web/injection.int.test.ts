import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { injectionStrings } from '../testing/injection-strings.ts';
import { findChromium } from '../testing/optional-servers.ts';
import { withTestDatabase } from '../testing/postgres.ts';
import type { Program } from '../testing/programs/program.ts';
import { OPENING_MS, openProgramInBrowser, type ProgramInBrowser } from '../testing/programs/program-in-browser.ts';
import { watchForRunning, whatRan } from '../testing/what-ran.ts';

const executablePath = findChromium();
const ADDRESSES = ['/', '/console', '/console/desk', '/console/knowledge/documents', '/docs', '/no-such-page'];
const strings = injectionStrings();
const A_REPLY = 15;

/** Puts every string wherever people's words are kept: talk, names, orders, labels, notes, files, FAQs, replies. */
const SEED = `
with all_of as (select string_agg(s, ' ' order by n) as text from unnest($2::text[]) with ordinality as u (s, n)),
messages as (
  insert into messages (id, conversation_id, seq, author, text)
  select 'injected-' || n, $1, 100 + n, (array['bot', 'agent', 'customer'])[1 + n % 3], s
  from unnest($2::text[]) with ordinality as u (s, n)
), summary as (
  insert into handoffs (conversation_id, reason, summary, language, rule)
  select $1, 'customer_request', text, 'en', text from all_of
), labels as (
  insert into conversation_labels (conversation_id, label) select distinct $1, s from unnest($2::text[]) as s
), notes as (
  insert into notes (conversation_id, staff_id, text)
  select $1, (select id from staff limit 1), s from unnest($2::text[]) as s
), names as (update customers set name = to_jsonb(text) from all_of
), items as (update order_items set name = to_jsonb(text) from all_of
), orders as (update orders set extra = jsonb_build_object('note', text) from all_of
), files as (
  insert into documents (id, title, source, file_name, status, error)
  select 'injected-' || n, s, 'upload', s || '.pdf', 'failed', s from unnest($2::text[]) with ordinality as u (s, n)
), faqs as (
  insert into faqs (id, question, answer)
  select 'injected-' || n, to_jsonb(s), to_jsonb(s) from unnest($2::text[]) with ordinality as u (s, n)
), replies as (
  insert into canned_replies (shortcut, title, text)
  select 'injected-' || n, s, jsonb_build_object('en', s) from unnest($2::text[]) with ordinality as u (s, n)
)
update conversations set status = 'waiting', next_seq = 1000 where id = $1`;

describe.skipIf(!executablePath)('texts that would run', () => {
  let database: Awaited<ReturnType<typeof withTestDatabase>>;
  let opened: ProgramInBrowser | undefined;
  let program: Program;
  let browser: Browser;
  beforeAll(async () => {
    database = await withTestDatabase();
    opened = await openProgramInBrowser({ waitForKnowledge: false, env: { DATABASE_URL: database.url } });
    ({ program, browser } = opened);
  }, OPENING_MS);
  afterAll(async () => {
    await opened?.close();
    await database?.close();
  });

  async function watched(bypassCSP: boolean): Promise<BrowserContext> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 820 }, bypassCSP });
    context.setDefaultTimeout(20_000);
    await watchForRunning(context);
    return context;
  }
  /** The strings as replies of the model, whose stream comes byte by byte. */
  const streamed = (page: Page, replies: string[]) =>
    page.evaluate((texts) => {
      const fetched = window.fetch;
      const rest = [...texts];
      window.fetch = async (input, init) => {
        if (!String(input).endsWith('/api/chat')) return fetched(input, init);
        const text = rest.shift() ?? '';
        const parts = [
          { type: 'start', messageId: `streamed-${rest.length}` },
          { type: 'text-start', id: 't' },
          ...[...text].map((delta) => ({ type: 'text-delta', id: 't', delta })),
          { type: 'text-end', id: 't' },
          { type: 'finish' },
        ];
        const bytes = new TextEncoder().encode(parts.map((part) => `data: ${JSON.stringify(part)}\n\n`).join(''));
        let at = 0;
        const body = new ReadableStream({
          pull(controller) {
            if (at === bytes.length) return controller.close();
            controller.enqueue(bytes.subarray(at, at + 1));
            at += 1;
          },
        });
        return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
      };
    }, replies);

  test(`${strings.length} of them, wherever they are shown, run nothing without the page’s policy`, async () => {
    expect(strings.length).toBeGreaterThanOrEqual(300);
    const context = await watched(true);
    try {
      const shop = await context.newPage();
      await shop.goto(program.url);
      await shop.locator('.someone').first().click();
      const asked = shop.waitForRequest((request) => request.url().endsWith('/api/chat'));
      const box = shop.locator('kefu-chat textarea');
      await box.fill('hello');
      await box.press('Enter');
      const { conversationId } = (await asked).postDataJSON();
      await shop.locator('.message.bot:has(.meta)').waitFor();
      const storable = strings.map((text) => text.replaceAll('\0', ''));

      const replies = Array.from({ length: Math.ceil(strings.length / A_REPLY) }, (_, n) =>
        strings.slice(n * A_REPLY, (n + 1) * A_REPLY).join('\n\n'),
      );
      await streamed(shop, replies);
      for (const [n] of replies.entries()) {
        await box.fill('next');
        await box.press('Enter');
        await shop
          .locator('.message.bot:has(.meta)')
          .nth(n + 1)
          .waitFor();
      }
      expect(await whatRan(shop)).toEqual([]);

      await database.pool.query(SEED, [conversationId, storable]);
      await shop.reload();
      await shop.locator('.message').nth(200).waitFor();
      expect(await whatRan(shop)).toEqual([]);

      const desk = await context.newPage();
      await desk.goto(`${program.url}/console`);
      await desk.locator('input[type=email]').fill('admin@demo.local');
      await desk.locator('input[type=password]').fill(program.password);
      await desk.locator('button[type=submit]').click();
      await desk.locator('.entry').first().waitFor();
      const pages: Array<[string, string]> = [
        [`desk/${conversationId}`, '.line.note'],
        ['desk-replies', 'main li, main tr'],
        ['knowledge/documents', '.documents tr'],
        ['knowledge/faqs', 'main h1'],
      ];
      for (const [path, shown] of pages) {
        await desk.goto(`${program.url}/console/${path}`);
        await desk.locator(shown).first().waitFor();
        await desk.waitForFunction(() => !document.querySelector('.loading, .skeleton'));
        await expect.poll(() => desk.locator('main').textContent()).toContain('alert(1)');
        expect(await whatRan(desk), path).toEqual([]);
      }
    } finally {
      await context.close();
    }
  }, 120_000);

  test('every page has a strict policy and keeps it', async () => {
    const context = await watched(false);
    try {
      const page = await context.newPage();
      for (const address of ADDRESSES) {
        const response = await page.goto(program.url + address);
        const policy = (await response?.headerValue('content-security-policy')) ?? '';
        expect(policy, address).toMatch(/default-src '(?:self|none)'/);
        expect(policy, address).not.toMatch(/unsafe-(?:inline|eval)/);
        await page.waitForLoadState('load');
        expect(await whatRan(page), address).toEqual([]);
      }
    } finally {
      await context.close();
    }
  });
});
