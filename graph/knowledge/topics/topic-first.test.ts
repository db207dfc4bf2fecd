import { expect, it } from 'vitest';
import type { Hit } from '../../../knowledge/types.ts';
import { topicFirst } from './topic-first.ts';

const page = (text: string, evidence: number) =>
  ({ kind: 'document', title: 'T', heading: null, text, evidence }) as unknown as Hit;
const care = page('Oil the chain after every ride in the rain.', 0.7);
const rule = page('Unused goods can be returned within 30 days.', 0.45);
const order = (hits: Hit[], intent: string, confidence = 0.97) => topicFirst(hits, { intent, confidence });

it('puts a page of the topic before one that only shares words', () => {
  expect(order([care, rule], 'return_policy')).toEqual([rule, care]);
});

it('leaves the order where the first is of it, none is near, or the topic is not sure', () => {
  expect(order([rule, care], 'return_policy')).toEqual([rule, care]);
  expect(order([care, page('Returned goods.', 0.1)], 'return_policy')[0]).toBe(care);
  expect(order([care, rule], 'return_policy', 0.6)[0]).toBe(care);
  expect(order([care, rule], 'product_question')[0]).toBe(care);
});
