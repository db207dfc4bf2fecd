import { expect, it } from 'vitest';
import { topicOf } from './topic-of.ts';

it.each([
  ['how much is delivery', 'delivery'],
  ['Is the skin test free?', 'skin test free'],
  ['what does gift wrapping cost', 'gift wrapping'],
  ['运费多少钱', '运费'],
  ['安装要多久', '安装'],
])('%s is about %s', (question, topic) => {
  expect(topicOf(question)).toBe(topic);
});
