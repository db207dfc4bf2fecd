import { expect, it } from 'vitest';
import { addressToStore } from './address-argument.ts';

const old = {
  recipient: { zh: '林知夏', en: 'Lin Zhixia' },
  phone: '13900001137',
  city: { zh: '上海市', en: 'Shanghai' },
  line: { zh: '梧桐弄 18 号', en: '18 Plane Tree Lane' },
};

it('leaves a part in every language where one of them was given back as it stands', () => {
  const given = { name: 'Lin Zhixia', phone: '13900001137', city: 'Shanghai', line: '20 Plane Tree Lane' };
  expect(addressToStore(old, given)).toEqual({
    name: old.recipient,
    phone: '13900001137',
    city: old.city,
    line: '20 Plane Tree Lane',
  });
});

it('keeps an address that is one text in two languages, and adds what is given besides', () => {
  const whole = { zh: '上海市梧桐弄 18 号', en: '18 Plane Tree Lane, Shanghai' };
  expect(addressToStore(whole, { line: whole.en, postcode: '200000' })).toEqual({ line: whole, postcode: '200000' });
});

it('keeps recipient and phone when the address is a text', () => {
  expect(addressToStore({ name: 'Lin', phone: '1', line: 'x' }, '20 Plane Tree Lane')).toEqual({
    name: 'Lin',
    phone: '1',
    line: '20 Plane Tree Lane',
  });
});
