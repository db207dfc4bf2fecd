import { expect, test } from 'vitest';
import { normaliseText } from '../normalise.ts';
import { asksDeliveryDay } from './asks-delivery-day.ts';

test.each([
  '周末发货吗',
  '能不能周六送',
  '周末可以派送吗',
  '节假日照常发货吗',
  '晚上能送货上门吗',
  'can you deliver on Saturday?',
  'do you do weekend delivery',
  'is delivery on a public holiday possible',
])('%s asks for the days', (text) => {
  expect(asksDeliveryDay(normaliseText(text))).toBe(true);
});

test.each([
  '周六要用，能不能快点送',
  '能不能提前到周六送',
  'I need it, can you deliver on Saturday',
  'can you deliver it by Saturday',
  '周六的订单到哪了',
  'is support open on Sunday',
])('%s does not', (text) => {
  expect(asksDeliveryDay(normaliseText(text))).toBe(false);
});
