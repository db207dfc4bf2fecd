import { expect, it } from 'vitest';
import type { Hit, Retriever, SearchRequest } from '../../knowledge/types.ts';
import { slotsSchema, type UnderstoodRequest } from '../../understanding/types.ts';
import { findPassages } from './find-passages.ts';

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

it('asks the row of what is named where a question only seems to be one of the rules', async () => {
  const rules = hit('Opened filters cannot be returned.', 'en', 0.7);
  const row = { ...hit('Fits the Teal 2 jug only.', 'en', 0.95), kind: 'product' } as Hit;
  const of = async (confidence: number) => {
    const retriever: Retriever = {
      search: async ({ kinds }: SearchRequest) =>
        kinds
          ? { hits: [rules], evidence: 0.7, degraded: false }
          : { hits: [row, rules], evidence: 0.95, degraded: false },
    };
    const request: UnderstoodRequest = {
      ...{ text: 'will the filters go in another brand', intent: 'return_policy', route: 'knowledge', confidence },
      ...{
        slots: slotsSchema.parse({ products: [{ productId: 'f', score: 0.9 }] }),
        isQuestion: true,
        alternatives: [],
      },
    };
    const search = { query: request.text, language: 'en' as const };
    return (await findPassages(retriever, request, search, new AbortController().signal)).hits[0]?.text;
  };
  expect(await of(0.3)).toBe(row.text);
  expect(await of(0.9)).toBe(rules.text);
});
