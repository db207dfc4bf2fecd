import { expect, it } from 'vitest';
import { stem } from './stem.ts';

// Pairs from the sample vocabulary of the algorithm's definition.
it.each([
  ['caresses', 'caress'],
  ['ties', 'tie'],
  ['cries', 'cri'],
  ['gas', 'gas'],
  ['agreed', 'agre'],
  ['plastered', 'plaster'],
  ['hopping', 'hop'],
  ['hoping', 'hope'],
  ['relational', 'relat'],
  ['conditional', 'condit'],
  ['electrical', 'electr'],
  ['hopefulness', 'hope'],
  ['replacement', 'replac'],
  ['adoption', 'adopt'],
  ['generously', 'generous'],
  ['knightly', 'knight'],
])('%s → %s', (word, expected) => {
  expect(stem(word)).toBe(expected);
});

it.each([
  ['customs', 'custom'],
  ['customers', 'customs'],
  ['fitness', 'fit'],
  ['international', 'internal'],
  ['installments', 'installation'],
  ['conditioner', 'condition'],
])('keeps %s apart from %s', (word, other) => {
  expect(stem(word)).not.toBe(stem(other));
});

it('takes singular and plural of such a word for one', () => {
  expect(stem('instalments')).toBe(stem('instalment'));
});

it.each([
  ['broken', 'breaking'],
  ['bought', 'buy'],
  ['wore', 'wearing'],
  ['sent', 'sends'],
])('knows %s for a form of %s', (past, other) => {
  expect(stem(past)).toBe(stem(other));
});
