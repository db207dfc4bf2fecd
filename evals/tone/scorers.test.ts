import { expect, it } from 'vitest';
import type { Reply } from '../harness/shop-target.ts';
import { inTheirLanguage, polite, promisesNothing, shortEnough } from './scorers.ts';

const says = (text: string, language: 'zh' | 'en'): Reply => ({
  conversationId: 'c',
  messageId: 'm',
  status: 'bot',
  route: 'knowledge',
  intent: 'x',
  confidence: 1,
  language,
  text,
  citations: [],
  cards: [],
  confirmation: null,
  engine: 'local',
  degraded: false,
});
const zh = { language: 'zh' } as const;
const en = { language: 'en' } as const;

it('wants words, and not too many', () => {
  expect(shortEnough(says('好的。', 'zh'), zh).passed).toBe(true);
  expect(shortEnough(says('', 'zh'), zh).passed).toBe(false);
  expect(shortEnough(says('a'.repeat(1501), 'en'), en).passed).toBe(false);
});

it.each([
  ['请问您要查哪一笔订单？', 'zh', true],
  ['你好，请问有什么可以帮您？', 'zh', true],
  ['你要查哪一笔？', 'zh', false],
  ['这款迷你电饭煲适合您。', 'zh', true],
  ['请稍等！！', 'zh', false],
  ['Which order do you mean?', 'en', true],
  ['Please calm down.', 'en', false],
] as const)('politeness of %s: %s %s', (text, language, passed) => {
  expect(polite(says(text, language), { language }).passed).toBe(passed);
});

it.each([
  ['退款一般三天到账 [1]。', 'zh', true],
  ['我们保证能在明天送到。', 'zh', false],
  ['文件写着“我们保证能送到”。', 'zh', true],
  ['We promise it arrives tomorrow.', 'en', false],
  ['It will definitely be refunded.', 'en', false],
  ['Delivery takes two days.', 'en', true],
] as const)('promise in %s: %s %s', (text, language, passed) => {
  expect(promisesNothing(says(text, language)).passed).toBe(passed);
});

it('hears the language', () => {
  expect(inTheirLanguage(says('您的订单已发货。', 'zh'), zh).passed).toBe(true);
  expect(inTheirLanguage(says('Your order has been shipped.', 'zh'), zh).passed).toBe(false);
  expect(inTheirLanguage(says('Your order has been shipped.', 'en'), en).passed).toBe(true);
});
