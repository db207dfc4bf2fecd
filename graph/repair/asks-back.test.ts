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
  '算了，不用了',
  'back to the assistant',
  'Back to the bot please',
  'Cancel the queue',
  "I don't need a person anymore.",
  'actually never mind',
])('%s goes back to the bot', (text) => {
  expect(asksBack(text)).toEqual({ rest: '' });
});

it.each([
  ['算了不用人工了，你直接告诉我能不能退', '你直接告诉我能不能退'],
  ['不等了 运费谁出？', '运费谁出?'],
  ['Actually forget it, just tell me the tracking number', 'just tell me the tracking number'],
  ['no wait, scratch that. When will the lamp be here', 'when will the lamp be here'],
])('%s asks the bot for the rest', (text, rest) => {
  expect(asksBack(text)).toEqual({ rest });
});

it.each([
  '机器人说不能退货，这是真的吗',
  '我要返回货物',
  '不用人工了我要投诉你们',
  'please send it back to the warehouse',
  'are you a bot',
  'forget it, you people are useless',
  '不用退了',
  '',
])('%s goes to the person who is waited for', (text) => {
  expect(asksBack(text)).toBeUndefined();
});
