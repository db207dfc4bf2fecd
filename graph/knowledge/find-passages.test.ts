import { expect, it } from 'vitest';
import type { Hit, Retriever, SearchRequest } from '../../knowledge/types.ts';
import type { Product } from '../../stores/products.ts';
import { slotsSchema, type UnderstoodRequest } from '../../understanding/types.ts';
import { betterDocuments, findPassages } from './find-passages.ts';

const QUESTION = '你们店在哪里？';
const hit = (text: string, language: 'zh' | 'en', evidence: number) =>
  ({ text, language, evidence, documentId: 'f1', title: 'T', heading: null, kind: 'faq' }) as unknown as Hit;

/** `own`: how surely the passage in the customer's language answers the question as it was asked. */
async function found(own: number): Promise<string | undefined> {
  const english = hit('The shop is at 4 Main Street, Albany.', 'en', 0.4);
  const chinese = hit('在奥尔巴尼。', 'zh', own);
  const retriever: Retriever = {
    search: async ({ query }: SearchRequest) => ({
      ...(query === QUESTION ? { hits: [chinese, english], evidence: own } : { hits: [english], evidence: 0.4 }),
      degraded: false,
    }),
  };
  const request: UnderstoodRequest = {
    ...{ text: QUESTION, intent: 'store_info', route: 'knowledge', confidence: 0.9, isQuestion: true },
    ...{ slots: slotsSchema.parse({}), alternatives: [] },
  };
  const search = { query: QUESTION, language: 'zh' as const };
  return (await findPassages(retriever, request, search, new AbortController().signal)).hits[0]?.text;
}

it('tells where the shop is in the customer’s language where a passage of it surely does', async () => {
  expect(await found(0.99)).toBe('在奥尔巴尼。');
  expect(await found(0.2)).toBe('The shop is at 4 Main Street, Albany.');
});

it('says in the customer’s language what only another language’s words met, and nothing else in its place', async () => {
  const english = hit('Small parcels arrive in 3 to 6 days, large ones in 12 days.', 'en', 0.9);
  const inChinese = async (text: string) => {
    const retriever: Retriever = {
      search: async ({ query }: SearchRequest) => ({
        ...{ hits: [query === '多长时间能到' ? english : hit(text, 'zh', 0.9)], evidence: 0.9, degraded: false },
      }),
    };
    const request: UnderstoodRequest = {
      ...{ text: '多长时间能到', intent: 'delivery_policy', route: 'knowledge', confidence: 0.9, isQuestion: true },
      ...{ slots: slotsSchema.parse({}), alternatives: [] },
    };
    const search = { query: request.text, language: 'zh' as const };
    return (await findPassages(retriever, request, search, new AbortController().signal)).hits[0]?.text;
  };
  const same = '小包裹 3 到 6 天送达，大件 12 天送达。';
  expect(await inChinese(same)).toBe(same);
  expect(await inChinese('送达后 30 天内可退货。')).toBe(english.text);
});

it('answers what a page has a price for from the page, not with the price of the thing itself', async () => {
  const answers = async (text: string, page: string) => {
    const retriever: Retriever = {
      search: async () => ({ hits: [hit(page, 'en', 0.8)], evidence: 0.8, degraded: false }),
    };
    const request: UnderstoodRequest = {
      ...{ text, intent: 'price_question', route: 'knowledge', confidence: 0.9, isQuestion: true },
      ...{ slots: slotsSchema.parse({}), alternatives: [] },
    };
    const piano = { id: 'p', name: { en: 'Elm Piano' }, category: 'Pianos', price: 900, attributes: {}, variants: [] };
    const rows = [piano as unknown as Product];
    return (
      (await betterDocuments(retriever, { request, rows, language: 'en' }, new AbortController().signal)) !== undefined
    );
  };
  const question = 'how much do you charge to carry the elm piano to the attic';
  expect(await answers(question, 'We carry instruments upstairs for 15 EUR a floor.')).toBe(true);
  expect(await answers(question, 'Two people carry instruments with straps.')).toBe(false);
  expect(await answers('how much is the elm piano', 'We carry instruments upstairs for 15 EUR a floor.')).toBe(false);
});

it('helps with a fault from pages alone: what a product is like does not', async () => {
  const product = { ...hit('Noise: 38 dB.', 'en', 0.9), kind: 'product' } as Hit;
  const retriever: Retriever = {
    search: async ({ kinds }: SearchRequest) => ({
      ...(kinds?.includes('product') === false ? { hits: [], evidence: 0 } : { hits: [product], evidence: 0.9 }),
      degraded: false,
    }),
  };
  const of = async (text: string, intent: string) => {
    const request: UnderstoodRequest = {
      ...{ text, intent, route: 'knowledge', confidence: 0.9, isQuestion: true },
      ...{ slots: slotsSchema.parse({}), alternatives: [] },
    };
    const search = { query: text, language: 'en' as const };
    return (await findPassages(retriever, request, search, new AbortController().signal)).hits;
  };
  expect(await of('the fridge makes noise', 'troubleshooting')).toEqual([]);
  expect(await of('how loud is the fridge', 'product_question')).toEqual([product]);
});

it('gives up a number of the row for no page that only has the property’s word', async () => {
  const better = async (text: string, page: string) => {
    const retriever: Retriever = {
      search: async () => ({ hits: [hit(page, 'zh', 0.9)], evidence: 0.9, degraded: false }),
    };
    const request: UnderstoodRequest = {
      ...{ text, intent: 'product_question', route: 'knowledge', confidence: 0.9, isQuestion: true },
      ...{ slots: slotsSchema.parse({}), alternatives: [] },
    };
    const phone = {
      id: 'p',
      name: '榆木手机',
      category: '手机',
      price: 900,
      attributes: { 电池: '5000mAh' },
      variants: [],
    };
    const rows = [phone as unknown as Product];
    return betterDocuments(retriever, { request, rows, language: 'zh' }, new AbortController().signal);
  };
  expect(await better('榆木手机电池多大', '电池一年内免费更换 1 次。')).toBeUndefined();
});

it('takes what a page says of the fries before the fryer’s own timer, and the timer for itself', async () => {
  const answers = async (text: string) => {
    const page = { ...hit('| Frozen fries | 15–20 min |', 'en', 0.95), kind: 'document' } as Hit;
    const retriever: Retriever = { search: async () => ({ hits: [page], evidence: 0.95, degraded: false }) };
    const request: UnderstoodRequest = {
      ...{ text, intent: 'product_question', route: 'knowledge', confidence: 0.9, isQuestion: true },
      ...{ slots: slotsSchema.parse({}), alternatives: [] },
    };
    const fryer = { id: 'f', name: 'Wren Fryer', category: 'Fryers', attributes: { timer_min: 60 }, variants: [] };
    const rows = [fryer as unknown as Product];
    return (
      (await betterDocuments(retriever, { request, rows, language: 'en' }, new AbortController().signal)) !== undefined
    );
  };
  expect(await answers('how many minutes do frozen fries take in the Wren Fryer')).toBe(true);
  expect(await answers('how many minutes does the Wren Fryer timer have')).toBe(false);
});
