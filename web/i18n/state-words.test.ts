import { expect, it } from 'vitest';
import { stateTitle, stateWords } from './state-words.ts';

it('calls the same state of an order, a parcel and a refund by what it means for each', () => {
  expect(stateWords('order', 'pending', 'en')).toBe('awaiting payment');
  expect(stateTitle('parcel', 'Out for-delivery', 'en')).toBe('Out for delivery');
  expect(stateTitle('record', 'pending', 'zh')).toBe('待处理');
});

it('leaves a state that only the shop knows as the shop writes it', () => {
  expect(stateTitle('parcel', 'at the kiln', 'en')).toBe('at the kiln');
  expect(stateTitle('parcel', null, 'zh')).toBeNull();
});

it('takes a language that is not built in first', () => {
  const more = { parcel: { in_transit: 'unterwegs' } };
  expect(stateTitle('parcel', 'In transit', 'en', more)).toBe('Unterwegs');
  expect(stateTitle('parcel', 'delivered', 'en', more)).toBe('Delivered');
});
