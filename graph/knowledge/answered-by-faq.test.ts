import { expect, it } from 'vitest';
import type { Hit, Retriever } from '../../knowledge/types.ts';
import type { Language } from '../../stores/schema.ts';
import { answeredByFaq } from './answered-by-faq.ts';

const answered = (hit: { kind: string; language: Language; evidence: number }) => {
  const hits = [{ id: 'a', documentId: 'd', text: 'Yes.', score: 1, ...hit } as unknown as Hit];
  const retriever: Retriever = { search: async () => ({ hits, evidence: hit.evidence, degraded: false }) };
  const asked = { request: { text: 'anything safe for a parrot' }, language: 'en' as const };
  return answeredByFaq(retriever, asked, new AbortController().signal);
};

it('takes a sure answer to just that in the customer’s language', async () => {
  expect(await answered({ kind: 'faq', language: 'en', evidence: 0.95 })).toBe(true);
  expect(await answered({ kind: 'faq', language: 'en', evidence: 0.7 })).toBe(false);
  expect(await answered({ kind: 'faq', language: 'zh', evidence: 0.95 })).toBe(false);
  expect(await answered({ kind: 'document', language: 'en', evidence: 0.95 })).toBe(false);
});
