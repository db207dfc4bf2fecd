import { expect, it } from 'vitest';
import { isTopicAlone } from './topic-alone.ts';

it.each(['tyre pressure', 'and the opening hours?', '退货运费', '那会员积分呢'])('a topic alone: %s', (text) => {
  expect(isTopicAlone(text)).toBe(true);
});

it.each([
  'how high is the tyre pressure',
  '运费多少',
  '几天',
  'is it waterproof?',
  'what I want to know is the pressure',
])('asks one thing of it: %s', (text) => {
  expect(isTopicAlone(text)).toBe(false);
});
