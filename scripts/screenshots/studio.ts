import type { BrowserContext, Locator, Page } from 'playwright-core';
import { chooseCustomer } from '../../testing/choose-customer.ts';
import type { Program } from '../../testing/programs/program.ts';
import { type Look, NARROW } from './looks.ts';

/** Animations and live pages have come to rest after so many milliseconds. */
export const REST = 700;

export const WORDS = {
  zh: {
    customer: '林知夏',
    questions: ['我最近的订单到哪了？', '空气炸锅冻薯条要几分钟？'],
    change: { customer: '周沐阳', say: '取消订单 KF20261119-0362' },
    person: '转人工',
    reply: '您好，我来帮您看看这笔订单。',
    note: '老顾客，优先处理。',
    search: '拆封的耳机能退吗？',
    document: 'manual-r9-robot-vacuum.zh',
  },
  en: {
    customer: 'Nora Whitlock',
    questions: ['Where is my latest order?', 'How long do frozen fries take in the air fryer?'],
    change: { customer: 'Lucas Brandvold', say: 'Cancel order KF20261118-0209' },
    person: 'I would like to talk to a person',
    reply: 'Hello, I am looking at this order for you.',
    note: 'Long-standing customer, please hurry.',
    search: 'Can opened headphones be returned?',
    document: 'manual-r9-robot-vacuum.en',
  },
};

/** A browser before a program, in one look. */
export class Studio {
  readonly program: Program;
  private readonly context: BrowserContext;
  readonly look: Look;

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
    await chooseCustomer(page, words.customer);
    await page.evaluate(() => scrollTo(0, 0));
    if (this.look.size === NARROW) await page.locator('.launcher').click();
    for (const question of words.questions) await this.say(page, question);
    await page.locator('button.source').last().click();
    await page.waitForTimeout(REST);
    return page;
  }

  /** Another customer's chat with a change that waits for their yes. */
  async change(): Promise<Locator> {
    const { customer, say } = WORDS[this.look.language].change;
    const page = await this.open('/');
    await chooseCustomer(page, customer);
    await page.evaluate(() => scrollTo(0, 0));
    if (this.look.size === NARROW) await page.locator('.launcher').click();
    await this.say(page, say);
    await page.locator('.card.confirm .actions').waitFor();
    return page.locator('kefu-chat .panel');
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
