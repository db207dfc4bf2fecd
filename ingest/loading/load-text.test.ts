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

it('reads numbered capitals above what is set in below them as headings, and a line below a list as text', () => {
  const source = [
    '1. WHO PAYS',
    '   We pay for the way back of a pane that',
    '   came broken.',
    '',
    '2. PACKING',
    '   - two layers of paper',
    '     between the panes',
    '   - no string',
    '   Use the box in which they came.',
    '',
  ].join('\n');
  expect(loadText(source).pages[0]?.blocks).toEqual([
    { kind: 'heading', level: 2, text: '1. WHO PAYS' },
    { kind: 'text', text: 'We pay for the way back of a pane that came broken.' },
    { kind: 'heading', level: 2, text: '2. PACKING' },
    { kind: 'item', text: '- two layers of paper between the panes' },
    { kind: 'item', text: '- no string' },
    { kind: 'text', text: 'Use the box in which they came.' },
  ]);
});
