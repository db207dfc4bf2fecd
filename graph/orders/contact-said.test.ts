import { expect, it } from 'vitest';
import { extractAddress } from './address.ts';
import { contactSaid } from './contact-said.ts';

it.each([
  ['收货人改成赵敏可以吗', { name: '赵敏' }],
  ['把收件人换成我老公张伟', { name: '张伟' }],
  ['AB-12 的电话改成 13600001234', { phone: '13600001234' }],
  ['收件人：何静 电话 13900005678', { name: '何静', phone: '13900005678' }],
  ['change the recipient of AB-12 to Tom Hale please', { name: 'Tom Hale' }],
  ['put my sister Ana Ruiz as the recipient', { name: 'Ana Ruiz' }],
  ['the recipient is wrong, it should be Kim Park', { name: 'Kim Park' }],
  ['please change the phone number to 020 7946 0018', { phone: '020 7946 0018' }],
  ['收件人写我同事陈思远', { name: '陈思远' }],
  ['何静改成何靖', { name: '何靖' }],
  ['收件人写错了，应该是何静', { name: '何静' }],
  ['收件人名字写错了', {}],
  ['收件人填错了，能改吗', {}],
  ['收件人改一下', {}],
  ['收件人不对', {}],
  ['the name on the label is not right', {}],
  ['change the recipient to my wife', {}],
  ['收件人和电话都要改', {}],
  ['send it to 5 Elm Road, Leeds', {}],
])('%s', (text, contact) => {
  expect(contactSaid(text).contact).toEqual(contact);
  if (text !== 'send it to 5 Elm Road, Leeds') expect(extractAddress(text, false)).toBeUndefined();
});

it('tells street, name and phone of one message apart', () => {
  const text = '改送到苏州市平江路 12 号 何静 13900005678';
  expect(contactSaid(text).contact).toEqual({ name: '何静', phone: '13900005678' });
  expect(extractAddress(text, false)).toBe('苏州市平江路 12 号');
});

it('takes a bare name only where it was asked for', () => {
  expect(contactSaid('Ana Ruiz, 020 7946 0018', true).contact).toEqual({ name: 'Ana Ruiz', phone: '020 7946 0018' });
  expect(contactSaid('何静改成何靖', true).contact).toEqual({ name: '何靖' });
  expect(contactSaid('Ana Ruiz').contact).toEqual({});
  expect(contactSaid('14 Mill Lane', true).contact).toEqual({});
});
