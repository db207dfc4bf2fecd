import { expect, it } from 'vitest';
import { asksSendingTime, isAside } from './sending.ts';

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
});
