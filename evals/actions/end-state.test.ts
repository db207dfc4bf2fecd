import { expect, it } from 'vitest';
import { differences, refundsIn } from './end-state.ts';

const state = (entries: Record<string, string>) => new Map(Object.entries(entries));

it('is reached only where everything is as wanted', () => {
  const wanted = state({ 'order A1': 'cancelled', 'order B2': 'paid' });
  expect(differences(wanted, state({ 'order B2': 'paid', 'order A1': 'cancelled' }))).toEqual([]);
});

it.each([
  ['what was not done', { 'order A1': 'paid', 'order B2': 'paid' }, ['order A1']],
  ['what was done beside it', { 'order A1': 'cancelled', 'order B2': 'cancelled' }, ['order B2']],
  ['what is gone', { 'order A1': 'cancelled' }, ['order B2']],
  ['what is new', { 'order A1': 'cancelled', 'order B2': 'paid', 'order C3': 'paid' }, ['order C3']],
])('names %s', (_, found, names) => {
  expect(differences(state({ 'order A1': 'cancelled', 'order B2': 'paid' }), state(found))).toEqual(names);
});

it('compares refunds of a task that tells of one', () => {
  expect(refundsIn('C1', [{ action: 'refund', orderId: 'A1', args: { amount: 5 } }])).toEqual(['C1']);
  expect(refundsIn('C1', [{ action: 'cancel_order', orderId: 'A1', args: {} }])).toEqual([]);
});
