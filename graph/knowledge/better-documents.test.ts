import { expect, it } from 'vitest';
import type { Hit, Retriever } from '../../knowledge/types.ts';
import type { Product } from '../../stores/products.ts';
import { slotsSchema, type UnderstoodRequest } from '../../understanding/types.ts';
import { betterDocuments } from './better-documents.ts';

const hit = (text: string, language: 'zh' | 'en', evidence: number) =>
  ({ text, language, evidence, documentId: 'f1', title: 'T', heading: null, kind: 'faq' }) as unknown as Hit;

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
