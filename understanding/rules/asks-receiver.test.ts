import { expect, it } from 'vitest';
import { asksReceiver } from './asks-receiver.ts';

it.each([
  'who is my order going to',
  "and who's it going to?",
  'what address is it being sent to',
  '收件人是谁',
  '收件人是我老婆吗',
  '寄到哪里了',
])('to whom or where it goes: %s', (said) => expect(asksReceiver(said)).toBe(true));

it.each([
  '收件人改成我老婆',
  'change the recipient',
  'who are you',
  'where is my order',
  '收货地址写错了',
  'who do you ship with',
])('something else: %s', (said) => expect(asksReceiver(said)).toBe(false));
