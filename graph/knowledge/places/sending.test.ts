import { expect, it } from 'vitest';
import { asksSendingFee, asksSendingTime, isAside, TO_A_PLACE } from './sending.ts';

const asks = (text: string, intent = 'delivery_policy') => asksSendingTime({ text, intent });

it('tells how long a parcel travels from collecting, sending back and sending off', () => {
  expect(asks('how many days until it arrives')).toBe(true);
  expect(asks('多久能收到')).toBe(true);
  expect(asks('how long does it take to Porto', 'unclear')).toBe(true);
  expect(asks('how long do you keep it for pick-up')).toBe(false);
  expect(asks('多久发货')).toBe(false);
  expect(asks('how long is the guarantee', 'warranty_question')).toBe(false);
});

it('knows a passage of another way of goods by its heading', () => {
  const passage = { title: 'Service', heading: 'Service › Click and collect', text: 'Ready in two hours.' };
  expect(isAside('how long does it take', passage)).toBe(true);
  expect(isAside('how long until I can collect it', passage)).toBe(false);
  expect(isAside('how long does it take', { ...passage, heading: 'Service › Parcels' })).toBe(false);
  expect(isAside('how long does it take', { ...passage, heading: 'Service › Arrived damaged' })).toBe(true);
});

it('reads what sending costs, by the sum of the order or for far places', () => {
  expect(asksSendingFee('is there shipping on an order if i spend 40')).toBe(true);
  expect(asksSendingFee('海岛要加钱吗，运费怎么算')).toBe(true);
  expect(asksSendingFee('退货的运费多少')).toBe(false);
  expect(asksSendingFee('满几块包邮')).toBe(true);
  expect(asksSendingFee('from what sum is there free delivery')).toBe(true);
  expect(asksSendingFee('how much is the kettle')).toBe(false);
});

it('knows a place before the question', () => {
  expect(TO_A_PLACE.test('昆明几天能到')).toBe(true);
  expect(TO_A_PLACE.test('台湾能寄吗')).toBe(true);
  expect(TO_A_PLACE.test('北京发货吗')).toBe(true);
  expect(TO_A_PLACE.test('今天发货吗')).toBe(false);
  expect(TO_A_PLACE.test('周末送货吗')).toBe(false);
  expect(TO_A_PLACE.test('现在能发吗')).toBe(false);
});
