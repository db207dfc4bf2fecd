import { expect, test } from 'vitest';
import { detectLanguage } from './language.ts';

test.each([
  ['我的订单到哪了', 'zh', 'hans'],
  ['我的訂單到哪裡了', 'zh', 'hant'],
  ['where is my order', 'en', 'latn'],
  ['订单 KF2026 where?', 'zh', 'hans'],
  ['my order到哪了', 'zh', 'hans'],
  ['iPhone 15 Pro Max 有货吗', 'zh', 'hans'],
  ['do you have the 茶壶 in stock right now', 'en', 'latn'],
  ['refund', 'en', 'latn'],
  ['wo de kuaidi dao na le', 'zh', 'hans'],
] as const)('%s', (text, language, script) => {
  expect(detectLanguage(text, 'en')).toEqual({ language, script });
  expect(detectLanguage(text, 'zh')).toEqual({ language, script });
});

test.each(['ok', 'OK', '👍', '12345', '#W2378156', 'ff-l1w41', 'SO/2026/0098', 'a.b@c.com', '???', ''])(
  '%s keeps the language of the conversation',
  (text) => {
    expect(detectLanguage(text, 'zh').language).toBe('zh');
    expect(detectLanguage(text, 'en').language).toBe('en');
  },
);
