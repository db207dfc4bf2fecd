import { expect, it } from 'vitest';
import { nameApart } from './name-apart.ts';

it('tells what is asked of a thing from its name', () => {
  expect(nameApart('帐篷租一晚多少钱', ['三季双人帐篷'])).toBe('帐篷 租一晚多少钱');
  expect(nameApart('运费多少钱', ['三季双人帐篷'])).toBe('运费多少钱');
  expect(nameApart('how much is the tent', ['Tent'])).toBe('how much is the tent');
});
