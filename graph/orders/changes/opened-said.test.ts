import { expect, it } from 'vitest';
import { openedSaid, usedSaid } from './opened-said.ts';

it.each(['已经拆开了', '用过两次', 'I opened the box', 'already fitted them', '喝了一口'])('opened: %s', (text) =>
  expect(openedSaid(text)).toBe(true),
);
it.each(["haven't opened it", '还没拆封', 'still sealed', 'never used'])('untouched: %s', (text) =>
  expect(openedSaid(text)).toBe(false),
);
it.each(['想退货', 'I want to send it back'])('not told: %s', (text) => expect(openedSaid(text)).toBeUndefined());

it('hears that one of several things was used, whatever is said of the others', () => {
  expect(usedSaid('pan used it once, lid is unopened')).toBe(true);
  expect(usedSaid('锅用过一次 盖子没拆')).toBe(true);
  expect(openedSaid('没用过，盒子拆了')).toBe(true);
  expect(usedSaid('没用过 也没拆')).toBe(false);
});
