import { expect, it } from 'vitest';
import { alike } from './alike.ts';

it('finds nearly the same question, and not another one of the same pattern', () => {
  expect(alike('我不在家怎么收', '不在家怎么收货？')).toBeGreaterThan(0.7);
  expect(alike('怎么开发票', '怎么开会员？')).toBeLessThan(0.7);
  expect(alike('能送苏州吗', '能送杭州吗')).toBeLessThan(0.7);
  expect(alike('do you ship to Brazil', 'do you ship to Canada')).toBe(0);
});
