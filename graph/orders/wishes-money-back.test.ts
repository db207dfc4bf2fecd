import { expect, it } from 'vitest';
import { anOrder } from '../../testing/order.ts';
import { wishesMoneyBack } from './wishes-money-back.ts';

const arrived = anOrder({ status: 'delivered' });
const asks = (text: string, order = arrived) => wishesMoneyBack({ intent: 'refund_status', text }, order);

it('sends goods back that somebody wants their money for', () => {
  expect(asks('it tastes of soap, can i get my money back')).toBe(true);
  expect(asks('太难用了给我退钱')).toBe(true);
});

it('tells of a refund that is under way, or of nothing that arrived', () => {
  expect(asks('when do i get my money back')).toBe(false);
  expect(asks('refund me', anOrder({ status: 'delivered', refunds: [{ amount: 5 }] }))).toBe(false);
  expect(asks('refund me', anOrder({ status: 'shipped' }))).toBe(false);
});
