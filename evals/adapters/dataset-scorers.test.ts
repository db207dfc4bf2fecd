import { expect, it } from 'vitest';
import { scriptedReply } from '../harness/scripted-reply.ts';
import { ordersFit, routeFits, saysTheReference, sourceFits } from './dataset-scorers.ts';
import type { PortableCase } from './portable-case.ts';

const wants = (expected: PortableCase['expected']): PortableCase => ({
  ...{ id: 'a', suite: 'own', question: '?', language: 'en' },
  expected,
});
const replied = (change: Parameters<typeof scriptedReply>[0] = {}, sources: string[] = []) => ({
  reply: scriptedReply(change),
  sources,
});

it('takes the route of any part of the reply', () => {
  expect(routeFits(replied({ routes: ['knowledge', 'order'] }), wants({ route: 'order' }))?.passed).toBe(true);
  expect(routeFits(replied(), wants({ route: 'order' }))?.passed).toBe(false);
  expect(routeFits(replied(), wants({}))).toBeUndefined();
});

it('wants one of the sources, by name or title, or none at all', () => {
  const citations = [{ documentId: 'd', title: 'Returns', page: 1, quote: 'Seven days.' }];
  expect(sourceFits(replied({ citations }, ['returns-guide']), wants({ sources: ['Returns'] }))?.passed).toBe(true);
  expect(sourceFits(replied({ citations }, ['returns-guide']), wants({ sources: ['warranty'] }))?.passed).toBe(false);
  expect(sourceFits(replied(), wants({ sources: [] }))?.passed).toBe(true);
  expect(sourceFits(replied({ citations }), wants({ sources: [] }))?.passed).toBe(false);
  expect(sourceFits(replied(), wants({}))).toBeUndefined();
});

it('wants every order shown', () => {
  expect(ordersFit(replied({ text: 'A1 and B2 are on their way.' }), wants({ orders: ['A1', 'B2'] }))?.passed).toBe(
    true,
  );
  expect(ordersFit(replied({ text: 'A1 is on its way.' }), wants({ orders: ['A1', 'B2'] }))?.passed).toBe(false);
  expect(ordersFit(replied(), wants({}))).toBeUndefined();
});

it.each([
  ['You can return unused items within 7 days of delivery. [1]', true],
  ['You can return unused items within 14 days of delivery. [1]', false],
  ['We ship by courier on working days. [1]', false],
])('holds a reply against the reference: %s', (text, passed) => {
  const reference = wants({ answer: 'Unused items can be returned within 7 days of delivery.' });
  expect(saysTheReference(replied({ text }), reference)?.passed).toBe(passed);
  expect(saysTheReference(replied({ text }), wants({}))).toBeUndefined();
});
