import { expect, it } from 'vitest';
import { firstRule, type HandoffRule, type TurnFacts } from './handoff-rules.ts';

const facts: TurnFacts = {
  text: 'I want to RETURN it, my lawyer says so',
  intents: ['return_request'],
  customerId: 'C1',
  mood: 'neutral',
  amounts: [99, 1500],
  open: true,
};
const rule = (conditions: HandoffRule['conditions']): HandoffRule => ({
  id: 'r',
  name: 'r',
  action: 'handoff',
  conditions,
});
const applies = (conditions: HandoffRule['conditions'], changed: Partial<TurnFacts> = {}) =>
  firstRule([rule(conditions)], { ...facts, ...changed }) !== undefined;

it.each<[string, HandoffRule['conditions'], boolean]>([
  ['an intent', { intents: ['exchange_request', 'return_request'] }, true],
  ['another intent', { intents: ['exchange_request'] }, false],
  ['a word, whatever its case', { words: ['Lawyer'] }, true],
  ['no part of a Latin word', { words: ['law'] }, false],
  ['the customer', { customers: ['C1'] }, true],
  ['an amount reached', { minAmount: 1500 }, true],
  ['an amount not reached', { minAmount: 1500.01 }, false],
  ['the hours', { hours: 'open' }, true],
  ['the other hours', { hours: 'closed' }, false],
  ['all of several', { intents: ['return_request'], minAmount: 1000 }, true],
  ['not one of several', { intents: ['return_request'], mood: 'angry' }, false],
  ['nothing at all', {}, false],
])('judges %s', (_name, conditions, expected) => {
  expect(applies(conditions)).toBe(expected);
});

it('finds Chinese words inside a sentence, and knows no hours where the shop gives none', () => {
  expect(applies({ words: ['律师'] }, { text: '我要找律师投诉' })).toBe(true);
  expect(applies({ hours: 'closed' }, { open: null })).toBe(false);
  expect(applies({ customers: ['C1'] }, { customerId: null })).toBe(false);
});

it('takes the first that applies', () => {
  const rules = [
    rule({ mood: 'angry' }),
    { ...rule({ minAmount: 1 }), id: 'second' },
    rule({ intents: ['return_request'] }),
  ];
  expect(firstRule(rules, facts)?.id).toBe('second');
});
