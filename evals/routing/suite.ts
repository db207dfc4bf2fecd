import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { defineSuite } from '../harness/define-suite.ts';
import { openSourceNames, SAMPLE_SHOP } from '../harness/sample-sources.ts';
import type { Suite } from '../harness/suite.ts';
import { ASKERS, ROUTING_CASES, type RoutingCase } from './cases.ts';
import { foreignOrders, type RoutedReply, rightOrder, rightRoute, rightSource } from './scorers.ts';

const ordersSchema = z.array(z.object({ id: z.string(), customerId: z.string() }));

/** Questions of every route over the sample shop: route, cited source, orders shown, and nobody else's order in a reply. */
export const routingSuite: Suite = defineSuite<RoutingCase & { id: string }, RoutedReply>({
  name: 'routing',
  description: 'Sixty questions about the sample shop, thirty a language, each in a conversation of its own',
  cases: ROUTING_CASES.map((one, index) => ({
    ...one,
    id: `${one.language}-${index + 1} ${one.text}`,
  })),
  idOf: ({ id }) => id,
  async open(context) {
    const shop = await context.shop();
    const orders = ordersSchema.parse(JSON.parse(await readFile(join(SAMPLE_SHOP, 'orders.json'), 'utf8')));
    const faqs = z
      .array(z.object({ question: z.unknown() }))
      .parse(JSON.parse(await readFile(join(SAMPLE_SHOP, 'knowledge/faqs.json'), 'utf8')));
    const sourceOf = await openSourceNames(SAMPLE_SHOP);
    // Cases name a FAQ by its Chinese question.
    const named = (source: string): string => {
      const question = faqs[Number(/^faq-(\d+)$/.exec(source)?.[1]) - 1]?.question;
      const texts = z.union([z.string(), z.object({ zh: z.string() }).transform(({ zh }) => zh)]).safeParse(question);
      return texts.success ? texts.data : source;
    };
    return {
      async ask({ text, language }) {
        const { reply, trace, ms } = await shop.say({ text, language, customer: ASKERS[language] });
        const answer: RoutedReply = {
          reply,
          sources: reply.citations.map((citation) => named(sourceOf(citation))),
          foreign: foreignOrders(reply, orders, ASKERS[language]),
        };
        return { answer, trace, ms };
      },
    };
  },
  scorers: [
    { name: 'right route', bar: 56 / 60, score: rightRoute },
    { name: 'right source cited', bar: 22 / 24, score: rightSource },
    { name: 'right order shown', bar: 0.9, score: rightOrder },
    {
      name: 'no foreign order in the reply',
      bar: 1,
      score: ({ foreign }) => ({
        passed: foreign.length === 0,
        expected: 'none',
        actual: foreign.join(', ') || 'none',
      }),
    },
  ],
  confusion: { name: 'route', of: ({ reply }, one) => [one.route, reply.route] },
});
