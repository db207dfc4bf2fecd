import { expect, it } from 'vitest';
import { messageLanguage, messageText, storable } from './message-text.ts';

it('keeps what PostgreSQL can store', () => {
  expect(messageText('  a\0b\ud800c 客服😀 ')).toBe('ab\ufffdc 客服😀');
  expect(storable('😀')).toBe('😀');
});

it('counts characters after trimming', () => {
  expect(messageText(` ${'字'.repeat(8_000)} `)).toHaveLength(8_000);
  expect(() => messageText('字'.repeat(8_001))).toThrow(/8001 characters/);
  expect(() => messageText('\0 \n')).toThrow(/no text/);
});

it('tells a language by its letters, if there are any', () => {
  expect(['我的 iPhone', 'my order', '12:30 👍'].map(messageLanguage)).toEqual(['zh', 'en', null]);
});
