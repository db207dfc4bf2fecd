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
