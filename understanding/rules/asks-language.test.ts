import { expect, it } from 'vitest';
import { asksLanguage } from './asks-language.ts';

it.each([
  'do you speak english?',
  'can i chat in spanish',
  'is there someone who speaks french?',
  'what languages do you support?',
  '能用英文吗?',
  '你们会说粤语吗',
  '支持日语客服吗',
  '用英文回答我',
  'speak french please',
])('asks what is understood: %s', (text) => {
  expect(asksLanguage(text)).toBe(true);
});

it.each([
  'do you have the manual in english?',
  'can you ship to spanish islands',
  '这本书是英文的吗',
  '说明书有中文吗',
  '英语词典多少钱',
])('asks something else: %s', (text) => {
  expect(asksLanguage(text)).toBe(false);
});
