import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { defineSuite } from '../harness/define-suite.ts';
import { openSourceNames, SAMPLE_SHOP } from '../harness/sample-sources.ts';
import type { Reply } from '../harness/shop-target.ts';
import type { Suite } from '../harness/suite.ts';
import { shopPassages } from '../retrieval/shop-passages.ts';
import { ASKERS } from '../routing/cases.ts';
import { GROUNDED_CASES, type GroundedCase } from './cases.ts';
import {
  answers,
  citedWhatAnswers,
  declines,
  everyClaimIsCited,
  firstCitationAnswers,
  type GroundedReply,
  numbersAreFounded,
  ordersAreAsOnFile,
  quotesStand,
  standsIn,
} from './scorers.ts';

const ordersSchema = z.array(z.object({ id: z.string(), status: z.string(), total: z.number() }));

/** Whole replies against what they rest on: citations, pages, numbers, orders on file, and what must be declined. */
export const groundedSuite: Suite = defineSuite<GroundedCase, GroundedReply>({
  name: 'grounded',
  description: 'Replies of the sample shop: citations, quotes on their pages, numbers, orders as on file, declines',
  cases: GROUNDED_CASES,
  idOf: ({ language, question }) => `${language} ${question}`,
  async open(context) {
    const shop = await context.shop();
    const text = (name: string) => readFile(join(SAMPLE_SHOP, name), 'utf8');
    const orders = new Map(ordersSchema.parse(JSON.parse(await text('orders.json'))).map((order) => [order.id, order]));
    const rules = `${await text('shop.json')}\n${await text('policy.json')}`;
    const sourceOf = await openSourceNames(SAMPLE_SHOP);
    const stands = await quotesOfShop();
    return {
      async ask({ question, language }) {
        const { reply, trace, ms } = await shop.say({ text: question, language, customer: ASKERS[language] });
        const answer: GroundedReply = {
          reply,
          sources: reply.citations.map(sourceOf),
          misplaced: reply.citations.filter((one) => !stands(one)).map(({ title, page }) => `${title}, page ${page}`),
          wrongOrders: reply.cards.flatMap((card) => {
            const onFile = card.type === 'order' ? orders.get(card.id) : undefined;
            if (card.type !== 'order' || (onFile?.status === card.status && onFile.total === card.total)) return [];
            return [`${card.id}: ${card.status} ${card.total}, on file ${onFile?.status} ${onFile?.total}`];
          }),
          facts: `${rules}\n${question}\n${reply.cards.length}`,
        };
        return { answer, trace, ms };
      },
    };
  },
  scorers: [
    { name: 'answerable answered', bar: 0.9, score: answers },
    { name: 'a source that answers is cited', bar: 0.85, score: citedWhatAnswers },
    { name: 'the first citation is one that answers', bar: 0.85, score: firstCitationAnswers },
    { name: 'unanswerable: nothing cited', bar: 0.9, score: declines },
    { name: 'markers and citations agree', bar: 1, score: everyClaimIsCited },
    { name: 'quotes stand on the page cited', bar: 1, score: quotesStand },
    { name: 'numbers and dates have a source', bar: 0.98, score: numbersAreFounded },
    { name: 'orders as on file', bar: 1, score: ordersAreAsOnFile },
  ],
});

/** Whether a quote stands on the page that its citation names. What has no pages (catalogue, FAQ) is current data. */
async function quotesOfShop(): Promise<(citation: Reply['citations'][number]) => boolean> {
  const { passages } = await shopPassages(SAMPLE_SHOP);
  return ({ title, page, quote }) =>
    page === null || passages.some((one) => one.title === title && one.page === page && standsIn(quote, one.text));
}
