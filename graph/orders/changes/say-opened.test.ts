import { expect, it } from 'vitest';
import { openedSaid } from './say-opened.ts';

it.each(['已经拆开了', '用过两次', 'I opened the box', 'already fitted them', '喝了一口'])('opened: %s', (text) =>
  expect(openedSaid(text)).toBe(true),
);
it.each(["haven't opened it", '还没拆封', 'still sealed', 'never used'])('untouched: %s', (text) =>
  expect(openedSaid(text)).toBe(false),
);
it.each(['想退货', 'I want to send it back'])('not told: %s', (text) => expect(openedSaid(text)).toBeUndefined());
