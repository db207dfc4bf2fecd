import { expect, it } from 'vitest';
import { anOrder } from '../../testing/order.ts';
import { answerAboutOrder } from './answer-about-order.ts';

const view = { language: 'en', currency: 'EUR', timeZone: 'UTC' } as const;
const told = (text: string, intent: string) =>
  answerAboutOrder({ intent, text }, anOrder(), view, () => null).lines.join('\n');

it.each([
  ['who is my order going to', 'track_order'],
  ['who is the recipient', 'list_orders'],
  ['收件人是谁', 'list_orders'],
  ['寄给谁了', 'track_order'],
])('tells to whom and where an order goes: %s', (text, intent) =>
  expect(told(text, intent)).toMatch(/Ada.*1 Old Street/),
);

it('leaves it out where it is not asked for', () =>
  expect(told('where is my order', 'track_order')).not.toContain('Ada'));
