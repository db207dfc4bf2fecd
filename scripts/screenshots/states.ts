import type { Page } from 'playwright-core';
import { chooseCustomer } from '../../testing/choose-customer.ts';
import { EVAL_ANSWERS } from '../../testing/eval-answers.ts';
import { type Keep, NARROW } from './looks.ts';
import { REST, type Studio } from './studio.ts';

/** Two customers whose orders can be cancelled: one by a yes alone, one with a colleague's approval. */
const CUSTOMERS = {
  zh: {
    alone: { name: '林知夏', say: '取消订单 KF20261119-0186' },
    approved: { name: '周沐阳', say: '取消订单 KF20261119-0362' },
    note: '商品已经打包，明天上午寄出',
  },
  en: {
    alone: { name: 'Nora Whitlock', say: 'Cancel order KF20261119-0156' },
    approved: { name: 'Lucas Brandvold', say: 'Cancel order KF20261118-0209' },
    note: 'The parcel is packed and leaves tomorrow morning',
  },
};

const NOBODY = { by: null, ended: null, note: null, shop: null };
/** What may become of a change; `note` stands for a colleague's words. */
const outcomes = (note: string) => ({
  done: { ...NOBODY, status: 'done', by: 'customer' },
  approved: { ...NOBODY, status: 'done', by: 'colleague' },
  declined: { ...NOBODY, status: 'rejected', by: 'customer' },
  refused: { ...NOBODY, status: 'rejected', by: 'colleague', note },
  failed: { ...NOBODY, status: 'failed', note },
  waiting: { ...NOBODY, status: 'awaiting_approval' },
  underway: { ...NOBODY, status: 'approved' },
  doubt: { ...NOBODY, status: 'failed', shop: 'in_doubt' },
  expired: { ...NOBODY, status: 'expired', ended: 'time' },
  replaced: { ...NOBODY, status: 'expired', ended: 'replaced' },
  person: { ...NOBODY, status: 'expired', ended: 'person' },
  withdrawn: { ...NOBODY, status: 'expired', ended: 'withdrawn' },
  closed: { ...NOBODY, status: 'expired', ended: 'closed' },
});

async function openAs(studio: Studio, name: string): Promise<Page> {
  const page = await studio.open('/');
  await chooseCustomer(page, name);
  await page.evaluate(() => scrollTo(0, 0));
  await openPanel(studio, page);
  return page;
}

async function openPanel(studio: Studio, page: Page): Promise<void> {
  if (studio.look.size === NARROW) await page.locator('.launcher').click();
  await page.locator('kefu-chat textarea').waitFor();
}

/** The card of a change as it is put, and with everything that can become of it. */
async function everyOutcome(studio: Studio, keep: Keep): Promise<void> {
  const { alone, note } = CUSTOMERS[studio.look.language];
  const page = await openAs(studio, alone.name);
  await studio.say(page, alone.say);
  const card = page.locator('.card.confirm').last();
  await keep(page, 'confirm-pending');
  for (const [name, outcome] of Object.entries(outcomes(note))) {
    await page.route(/\/api\/conversations\/[^/?]+(\?|$)/, async (route) => {
      const answer = await route.fetch();
      const view = await answer.json();
      const [id] = Object.keys(view.outcomes ?? {});
      if (!id) return route.fulfill({ response: answer });
      const at = view.now;
      await route.fulfill({ json: { ...view, pendingConfirmation: null, outcomes: { [id]: { ...outcome, at } } } });
    });
    await page.reload();
    await openPanel(studio, page);
    await card.locator('.outcome').waitFor();
    await page.waitForTimeout(REST);
    await keep(name === 'done' ? page : card, `confirm-${name}`);
    await page.unrouteAll();
  }
  await page.reload();
  await openPanel(studio, page);
  await card.locator('.primary').click();
  await card.locator('.outcome.done').waitFor();
}

/** A change that waits for approval: with its customer, at the desk, and in the ledger when it is done. */
async function approval(studio: Studio, desk: Page, keep: Keep): Promise<void> {
  const { approved } = CUSTOMERS[studio.look.language];
  const shop = await openAs(studio, approved.name);
  await studio.say(shop, approved.say);
  await shop.locator('.card.confirm .primary').click();
  await shop.locator('.outcome.awaiting_approval').waitFor();
  await keep(shop, 'confirm-awaiting');
  await shop.locator('.person-button').click();
  await shop.locator('.banner.waiting').waitFor();
  await desk.goto(`${studio.program.url}/console/desk`);
  await desk.locator('.approvals summary').click();
  await desk.waitForTimeout(REST);
  await keep(desk, 'approvals-inbox');
  await desk.locator('.entry:has(.pill.warm)').first().click();
  await desk.locator('.claim .primary').click();
  await desk.locator('.reply-box textarea').waitFor();
  await desk.waitForTimeout(REST);
  if (studio.look.size === NARROW) await desk.locator('.talk-head .button, .talk-head button').last().click();
  await desk.locator('.customer .approval').waitFor();
  await keep(desk, 'approval-panel');
  const propose = desk.locator('.customer .order > .button').first();
  await propose.scrollIntoViewIfNeeded();
  await keep(desk, 'panel-orders');
  await propose.click();
  await desk.locator('dialog select').first().waitFor();
  await desk.locator('dialog select').first().selectOption('change_address');
  await desk.waitForTimeout(REST);
  await keep(desk, 'propose');
  await desk.keyboard.press('Escape');
  await desk.locator('.customer .approval .primary').click();
  await shop.locator('.outcome.done').waitFor();
  await keep(shop, 'confirm-approved-chat');
  await desk.goto(`${studio.program.url}/console/desk-changes`);
  await desk.locator('.ledger-entry').first().waitFor();
  await desk.waitForTimeout(REST);
  await keep(desk, 'ledger');
  await desk.locator('search input[type=search]').fill('zzz');
  await desk.locator('.ledger-entry').first().waitFor({ state: 'detached' });
  await desk.waitForTimeout(REST);
  await keep(desk, 'ledger-filtered');
}

const EVALS = {
  ...{
    run: 'qa/run/2026-11-20-a',
    compare: 'qa/compare?before=a&after=b',
    'case-of-runs': 'qa/case?suite=retrieval&case=x',
  },
  ...{ runs: 'qa', trace: 'qa/trace/x', 'case-new': 'qa/cases/new?conversation=x', cases: 'qa/cases' },
};

/** Pages of evals with a run in them. */
async function evals(studio: Studio, desk: Page, keep: Keep): Promise<void> {
  for (const [address, json] of Object.entries(EVAL_ANSWERS))
    await desk.route(address, (route) => route.fulfill({ json }));
  for (const [name, path] of Object.entries(EVALS)) {
    await desk.goto(`${studio.program.url}/console/${path}`);
    await desk.waitForTimeout(REST);
    for (const fold of await desk.locator('main details').all())
      await fold.evaluate((element) => element.setAttribute('open', ''));
    await keep(desk, `evals-${name}`);
  }
  await desk.unrouteAll();
}

/** Pages as a shop sees them that has nothing yet. */
async function emptyPages(studio: Studio, desk: Page, keep: Keep): Promise<void> {
  for (const path of [
    'desk',
    'insights',
    'knowledge/documents',
    'knowledge/faqs',
    'knowledge/upkeep',
    'knowledge/search',
  ]) {
    await desk.goto(`${studio.program.url}/console/${path}`);
    await desk.waitForTimeout(REST);
    await keep(desk, `empty-${path.replace('/', '-')}`);
  }
}

/** Forms that open in a dialog. */
async function forms(studio: Studio, desk: Page, keep: Keep): Promise<void> {
  for (const path of ['desk-replies', 'desk-rules', 'knowledge/faqs', 'knowledge/terms', 'staff']) {
    await desk.goto(`${studio.program.url}/console/${path}`);
    await desk.locator('.page-head .primary').click();
    await desk.locator('dialog[open]').waitFor();
    await desk.waitForTimeout(REST);
    await keep(desk, `form-${path.replace('/', '-')}`);
    await desk.keyboard.press('Escape');
  }
  await desk.keyboard.press('Control+k');
  await desk.locator('.palette [role=option]').first().waitFor();
  await keep(desk, 'palette');
}

/** What the pages of a tour do not show: changes in every state, pages without and evals with data, forms. */
export async function states(studio: Studio, keep: Keep): Promise<void> {
  const signIn = await studio.open('/console');
  await keep(signIn, 'sign-in');
  const desk = await studio.signIn();
  await emptyPages(studio, desk, keep);
  await everyOutcome(studio, keep);
  await approval(studio, desk, keep);
  await evals(studio, desk, keep);
  await forms(studio, desk, keep);
}
