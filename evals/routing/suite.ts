import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ask, customerToken } from '../../testing/chat-client.ts';
import { listDocuments } from '../../testing/program.ts';
import { type CaseResult, type Suite, share } from '../harness/suite.ts';
import { ASKERS, ROUTING_CASES, type RoutingCase } from './cases.ts';

const ordersSchema = z.array(z.object({ id: z.string(), customerId: z.string() }));
const faqsSchema = z.array(
  z.object({ question: z.union([z.string(), z.object({ zh: z.string().optional(), en: z.string().optional() })]) }),
);
type Answer = Awaited<ReturnType<typeof ask>>;

/** Questions of every route over the sample shop: route, cited source, orders shown, and nobody else's order in a reply. */
export const routingSuite: Suite = {
  name: 'routing',
  description: 'Sixty questions about the sample shop, thirty a language, through POST /api/chat',
  async run(context) {
    const { url } = await context.program();
    const shopDir = join(import.meta.dirname, '../../data/shop');
    const orders = ordersSchema.parse(JSON.parse(await readFile(join(shopDir, 'orders.json'), 'utf8')));
    const faqs = faqsSchema.parse(JSON.parse(await readFile(join(shopDir, 'knowledge/faqs.json'), 'utf8')));
    const sourceOf = await sourceNames(url, faqs);
    const tokens = { zh: await customerToken(url, ASKERS.zh), en: await customerToken(url, ASKERS.en) };

    const routed: CaseResult[] = [];
    const cited: CaseResult[] = [];
    const shown: CaseResult[] = [];
    const leaks: CaseResult[] = [];
    for (const [index, one] of ROUTING_CASES.entries()) {
      const started = performance.now();
      const answer = await ask(url, tokens[one.language], { text: one.text, locale: one.language });
      const ms = performance.now() - started;
      const id = `${one.language}-${index + 1} ${one.text}`;
      routed.push({
        id: `route: ${id}`,
        passed: answer.route === one.route,
        expected: one.route,
        actual: `${answer.route} (${answer.intent}, ${answer.confidence.toFixed(2)})`,
        ms,
      });
      if (one.sources) cited.push(citedCase(id, one, answer, sourceOf));
      if (one.orders) shown.push(ordersCase(id, one.orders, answer));
      leaks.push(leakCase(id, one, answer, orders));
      context.progress(index + 1, ROUTING_CASES.length);
    }
    return {
      metrics: [
        { name: 'right route', value: share(routed), bar: 56 / 60 },
        { name: 'right source cited', value: share(cited), bar: 22 / 24 },
        { name: 'right order shown', value: share(shown), bar: 0.9 },
        { name: 'no foreign order in the reply', value: share(leaks), bar: 1 },
      ],
      cases: [...routed, ...cited, ...shown, ...leaks],
      notes: [],
    };
  },
};

/** From a citation's documentId to the name that cases use: file name without language and ending, or the FAQ's question. */
async function sourceNames(
  url: string,
  faqs: z.infer<typeof faqsSchema>,
): Promise<(citation: { documentId: string; title: string }) => string> {
  const documents = await listDocuments(url);
  const byId = new Map(
    documents.map((document) => [document.id, (document.fileName ?? document.title).replace(/\.(zh|en)\.\w+$/, '')]),
  );
  const question = new Map(
    faqs.flatMap((faq) => {
      const zh = typeof faq.question === 'string' ? faq.question : (faq.question.zh ?? '');
      const all = typeof faq.question === 'string' ? [faq.question] : [faq.question.zh, faq.question.en];
      return all.flatMap((text) => (text ? [[text, zh] as const] : []));
    }),
  );
  return ({ documentId, title }) => byId.get(documentId) ?? question.get(title) ?? documentId;
}

function citedCase(
  id: string,
  one: RoutingCase,
  answer: Answer,
  sourceOf: (citation: { documentId: string; title: string }) => string,
): CaseResult {
  const names = answer.citations.map(sourceOf);
  return {
    id: `source: ${id}`,
    passed: names.some((name) => one.sources?.includes(name)),
    expected: one.sources?.join(' | ') ?? '',
    actual: names.join(', ') || `no citation: ${answer.text.slice(0, 80)}`,
  };
}

function ordersCase(id: string, expected: string[], answer: Answer): CaseResult {
  const ids = answer.cards.flatMap((card) =>
    card.type === 'order' ? [card.id] : card.type === 'shipment' ? [card.orderId] : [],
  );
  return {
    id: `order: ${id}`,
    passed: ids.some((order) => expected.includes(order)) && ids.length <= 5,
    expected: expected.join(' | '),
    actual: ids.join(', ') || 'none',
  };
}

function leakCase(id: string, one: RoutingCase, answer: Answer, orders: z.infer<typeof ordersSchema>): CaseResult {
  const reply = JSON.stringify(answer);
  const foreign = orders
    .filter((order) => order.customerId !== ASKERS[one.language] && reply.includes(order.id))
    .map((order) => order.id);
  return { id: `leak: ${id}`, passed: foreign.length === 0, expected: 'none', actual: foreign.join(', ') || 'none' };
}
