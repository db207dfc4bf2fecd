import { expect, it } from 'vitest';
import { isCalled } from './is-called.ts';

const speaker = {
  name: { zh: '山雀 蓝牙音箱', en: 'Titmouse Bluetooth Speaker' },
  category: { zh: '音箱', en: 'Speakers' },
  description: {
    zh: '巴掌大的户外音箱，可以挂在背包上。',
    en: 'A palm-sized outdoor boombox, splashproof, with a loop for the backpack.',
  },
};

it.each(['how much is the speaker', 'what colours does the boombox come in', '音箱多少钱', '蓝牙音响有什么颜色'])(
  'is what a question names: %s',
  (question) => expect(isCalled(speaker, question)).toBe(true),
);

it.each(['how much is the backpack', 'what colours does the backpack come in', '背包多少钱', '背包有什么颜色'])(
  'is not what its description only mentions: %s',
  (question) => expect(isCalled(speaker, question)).toBe(false),
);

it.each(['how much is the one with a loop for the backpack', '能挂背包上的那款多少钱', 'how much is it'])(
  'may be meant by what it has: %s',
  (question) => expect(isCalled(speaker, question)).toBe(true),
);
