import { expect, it } from 'vitest';
import { loadText } from './load-text.ts';

it('takes a short line above all else for the title, and no sentence or item', () => {
  const named = loadText('擦窗服务须知\n\n每扇窗 30 元。\n雨天不做。\n');
  expect([named.title, named.pages[0]?.blocks[0]]).toEqual([
    '擦窗服务须知',
    { kind: 'heading', level: 1, text: '擦窗服务须知' },
  ]);
  expect(loadText('WINDOW SERVICE\n==============\n\nA window is 5 euros.\n').title).toBe('WINDOW SERVICE');
  for (const text of ['A window is 5 euros.\n\nNot in rain.\n', '1. Small windows\n\n5 euros.\n', 'One line only'])
    expect(loadText(text).title).toBeNull();
});
