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
