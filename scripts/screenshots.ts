import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../testing/optional-servers.ts';
import { type Program, startProgram } from '../testing/program.ts';
import { CHROMIUM_FLAGS } from '../testing/program-in-browser.ts';
import { buildWeb } from './build-web.ts';

/**
 * Photographs the program, freshly started with the sample shop, for the README: `node scripts/screenshots.ts`.
 * With `--every FOLDER` instead: every page, Chinese and English, light and dark, wide and narrow, to be looked at;
 * `--look en-390-light` (or a part of it, as `zh` or `390`) takes only the looks whose name has it.
 */

const IMAGES = join(import.meta.dirname, '../docs/images');
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 390, height: 844 };
/** Animations and live pages have come to rest after so many milliseconds. */
const REST = 700;

type Language = 'zh' | 'en';
interface Look {
  language: Language;
  theme: 'light' | 'dark';
  size: typeof WIDE;
}

const WORDS = {
  zh: {
    customer: '林知夏',
    questions: ['我最近的订单到哪了？', '空气炸锅冻薯条要几分钟？'],
    person: '转人工',
    reply: '您好，我来帮您看看这笔订单。',
    note: '老顾客，优先处理。',
    search: '拆封的耳机能退吗？',
    document: 'manual-r9-robot-vacuum.zh',
  },
  en: {
    customer: 'Nora Whitlock',
    questions: ['Where is my latest order?', 'How many days do I have to return something?'],
    person: 'I would like to talk to a person',
    reply: 'Hello, I am looking at this order for you.',
    note: 'Long-standing customer, please hurry.',
    search: 'Can opened headphones be returned?',
    document: 'manual-r9-robot-vacuum.en',
  },
};

class Studio {
  readonly program: Program;
  private readonly context: BrowserContext;
  private readonly look: Look;

  constructor(program: Program, context: BrowserContext, look: Look) {
    this.program = program;
    this.context = context;
    this.look = look;
  }

  async open(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(this.program.url + path);
    await page.waitForTimeout(REST);
    return page;
  }

  async say(page: Page, text: string): Promise<void> {
    const replies = page.locator('.message.bot:has(.meta)');
    const before = await replies.count();
    await page.locator('kefu-chat textarea').fill(text);
    await page.locator('kefu-chat textarea').press('Enter');
    await replies.nth(before).waitFor();
    await page.waitForTimeout(REST);
  }

  /** The shop's page with an order and a cited answer in the chat. */
  async chat(): Promise<Page> {
    const words = WORDS[this.look.language];
    const page = await this.open('/');
    await page.locator('.someone', { hasText: words.customer }).click();
    await page.evaluate(() => scrollTo(0, 0));
    if (this.look.size === NARROW) await page.locator('.launcher').click();
    for (const question of words.questions) await this.say(page, question);
    await page.locator('button.source').last().click();
    await page.waitForTimeout(REST);
    return page;
  }

  async signIn(): Promise<Page> {
    const page = await this.open('/console');
    await page.locator('input[type=email]').fill('admin@demo.local');
    await page.locator('input[type=password]').fill(this.program.password);
    await page.locator('button[type=submit]').click();
    await page.locator('.inbox').waitFor();
    await page.waitForTimeout(REST);
    return page;
  }

  /** A manual with its pages beside its passages, one of them chosen. */
  async document(page: Page): Promise<Page> {
    await page.goto(`${this.program.url}/console/knowledge/documents`);
    await page.locator('.toolbar input[type=search]').fill(WORDS[this.look.language].document);
    await page.locator('.title-link').first().click();
    await page.locator('button.chunk-head').nth(4).click();
    await page.locator('.text-box').first().waitFor();
    await page.waitForTimeout(REST);
    return page;
  }

  /** The newest waiting conversation, taken, answered and with a note. */
  async serve(page: Page): Promise<void> {
    const words = WORDS[this.look.language];
    await page.locator('.entry:has(.pill.warm)').last().click();
    await page.locator('.claim .primary').click();
    const box = page.locator('.reply-box textarea');
    await box.fill(words.note);
    await page.locator('.reply-modes button').nth(1).click();
    await box.press('Control+Enter');
    await page.locator('.line.note').waitFor();
    await page.locator('.reply-modes button').first().click();
    await box.fill(words.reply);
    await page.waitForTimeout(REST);
  }
}

async function photograph(page: Page, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.png`), await page.screenshot({ animations: 'disabled' }));
  console.log(join(folder, `${name}.png`));
}

const PAGES = [
  'desk-replies',
  'desk-changes',
  'desk-rules',
  'insights',
  ...['documents', 'faqs', 'terms', 'search', 'gaps', 'conflicts', 'upkeep'].map((name) => `knowledge/${name}`),
  'qa/labels',
  'qa/datasets',
  'qa/models',
  'qa/cases',
  'qa',
  'staff',
  'audit',
  ...['shop', 'widget', 'handoff', 'recommendation', 'prices', 'environment'].map((name) => `settings/${name}`),
];

/** Goes through every page in one look; the README takes four of them. */
async function tour(studio: Studio, look: Look, keep: (page: Page, name: string) => Promise<void>): Promise<void> {
  const words = WORDS[look.language];
  const shop = await studio.chat();
  await keep(shop, 'chat');
  await studio.say(shop, words.person);
  await keep(shop, 'waiting');
  const desk = await studio.signIn();
  await keep(desk, 'inbox');
  await studio.serve(desk);
  await keep(desk, 'desk');
  for (const path of PAGES) {
    await desk.goto(`${studio.program.url}/console/${path}`);
    await desk.waitForTimeout(REST);
    if (path === 'knowledge/search') {
      await desk.locator('.search-form input[type=search]').fill(words.search);
      await desk.keyboard.press('Enter');
      await desk.locator('.passage').first().waitFor();
      await desk.waitForTimeout(REST);
    }
    await keep(desk, path.replace(/^(knowledge|qa)\//, '').replace('/', '-'));
  }
  await keep(await studio.document(desk), 'document');
}

const { values } = parseArgs({ options: { every: { type: 'string' }, look: { type: 'string', default: '' } } });
const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium: install it, or name it in CHROMIUM_PATH');
await buildWeb();
const program = await startProgram();
const browser = await chromium.launch({
  executablePath,
  args: CHROMIUM_FLAGS,
});
try {
  const readme: Look[] = [
    { language: 'zh', theme: 'light', size: WIDE },
    { language: 'en', theme: 'light', size: WIDE },
  ];
  const nameOf = ({ language, size, theme }: Look) => `${language}-${size.width}-${theme}`;
  const every = (['zh', 'en'] as const).flatMap((language) =>
    (['light', 'dark'] as const).flatMap((theme) => [WIDE, NARROW].map((size): Look => ({ language, theme, size }))),
  );
  for (const look of values.every ? every.filter((one) => nameOf(one).includes(values.look)) : readme) {
    const { language, theme, size } = look;
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
    const context = await browser.newContext({ locale, colorScheme: theme, viewport: size });
    const wanted: Record<string, string> = {
      chat: `chat-${language}`,
      desk: `console-${language}`,
      search: `bench-${language}`,
      document: `document-${language}`,
    };
    await tour(new Studio(program, context, look), look, async (page, name) => {
      if (values.every) await photograph(page, values.every, `${name}-${nameOf(look)}`);
      else if (wanted[name]) await photograph(page, IMAGES, wanted[name]);
    });
    await context.close();
  }
} finally {
  await browser.close();
  await program.close();
}
