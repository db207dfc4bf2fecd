import { expect, it } from 'vitest';
import { anOrder } from '../../../testing/order.ts';
import { parsePolicy } from '../../../tools/policy/read-policy.ts';
import { slotsSchema } from '../../../understanding/types.ts';
import { collectAddress } from './collect-address.ts';

const shipping_address = {
  ...{ label: 'Home', name: 'Ida Holm', phone: '+4711', line: '3 Quay Row', city: 'Cork', country: 'Ireland' },
  postcode: 'T12 X0A1',
};
const work = { ...shipping_address, label: 'Work', line: 'Pier 9' };
const collect = (
  text: string,
  known: Record<string, unknown> = {},
  language: 'zh' | 'en' = 'en',
  askedSlot: string | undefined = 'address',
) => {
  const collected = collectAddress({
    request: {
      ...{ text, intent: 'change_address', route: 'order', confidence: 1, isQuestion: false, alternatives: [] },
      slots: slotsSchema.parse({}),
    },
    ...{ askedSlot, known, order: anOrder({ shipping_address }) },
    view: {
      ...{ language, currency: 'EUR', timeZone: 'UTC', products: [], paymentMethods: [] },
      ...{ addresses: [shipping_address, work], lastChange: null, policy: parsePolicy({}), now: new Date() },
    },
  });
  return 'args' in collected ? collected.args.address : undefined;
};

const collectChosen = (text: string) => collect(`change my address\n${text}`, {}, 'en', 'orderId');

it('a street alone is in the town that the order goes to', () => {
  expect(collect('14 Mill Lane')).toEqual({ line: '14 Mill Lane', city: 'Cork', country: 'Ireland' });
  expect(collect('5 Quay Row')).toMatchObject({ line: '5 Quay Row', city: 'Cork', postcode: 'T12 X0A1' });
  expect(collect('Unit 4, Penrose Wharf')).toMatchObject({ line: 'Unit 4, Penrose Wharf', city: 'Cork' });
  expect(collect('14 Mill Lane, Galway')).toBe('14 Mill Lane, Galway');
  expect(collect('北京朝阳路 5 号', {}, 'zh')).toBe('北京朝阳路 5 号');
});

it('what is added without a street of its own goes on with what was begun', () => {
  const begun = { address: { line: 'Unit 4, Penrose Wharf', city: 'Cork', country: 'Ireland' } };
  expect(collect('Cork, T23 XN53', begun)).toBe('Unit 4, Penrose Wharf, Cork, T23 XN53');
  expect(collect('沙田 13座 5楼B', { address: '香港沙田站前路8号' }, 'zh')).toBe('香港沙田站前路8号 13座 5楼B');
  expect(collect('7 High Street, Galway', begun)).toBe('7 High Street, Galway');
  expect(collect('send it to Quay House, 2 Dock, Galway', begun)).toBe('Quay House, 2 Dock, Galway');
});

it('a saved address is called by its name', () => {
  expect(collect('to my office please')).toMatchObject({ line: 'Pier 9', city: 'Cork', postcode: 'T12 X0A1' });
  expect(collect('寄到公司吧', {}, 'zh')).toMatchObject({ line: 'Pier 9' });
  expect(collect('to my school')).toBeUndefined();
});

it('another recipient or phone goes to the same door', () => {
  expect(collect('change the recipient to Tom Hale')).toEqual({
    ...{ line: '3 Quay Row', city: 'Cork', country: 'Ireland', postcode: 'T12 X0A1' },
    ...{ name: 'Tom Hale', phone: '+4711' },
  });
  expect(collect('电话改成 13600001234', {}, 'zh')).toMatchObject({ line: '3 Quay Row', phone: '13600001234' });
  expect(collect('I want another recipient')).toBeUndefined();
});

it('a recipient who is told after the address joins it', () => {
  expect(collect('何静 13900005678', { address: '香港沙田站前路8号' }, 'zh')).toEqual({
    ...{ line: '香港沙田站前路8号', name: '何静', phone: '13900005678' },
  });
  expect(collect('改到苏州市平江路 12 号，收件人何静', {}, 'zh')).toEqual({ line: '苏州市平江路 12 号', name: '何静' });
});

it('reads the street behind the number of the order that was asked for', () => {
  expect(collectChosen('A-5520, 40 Mill Lane')).toMatchObject({ line: '40 Mill Lane' });
  expect(collectChosen('A-5520, the one of 12 May')).toBeUndefined();
});
