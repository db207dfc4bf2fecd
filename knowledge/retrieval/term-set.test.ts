import { expect, it } from 'vitest';
import { createTermCollector } from './term-collector.ts';

it('keeps the terms of each part and of the whole, each once, and Han characters by themselves', () => {
  const { sink, take, takeAll } = createTermCollector();
  const put = (...terms: string[]) => {
    for (const term of terms) {
      if (term.length === 2) sink.pair(term.charCodeAt(0), term.charCodeAt(1));
      else sink.text(term);
    }
    return take();
  };
  const many = Array.from({ length: 80 }, (_, i) => `word${(i * 37) % 80}`);
  const title = put('退货', 'policy', '退货');
  const text = put(...many, 'policy');
  const all = takeAll();
  expect([title.size, text.size, all.size]).toEqual([4, 81, 84]);
  expect(['退货', '货', 'policy', 'word3', '换货'].map((term) => title.has(term))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(many.every((term) => text.has(term) && all.has(term))).toBe(true);
  expect(title.shared(text)).toBe(1);
  expect([...title].sort()).toEqual(['policy', '货', '退', '退货']);
  const other = put('word3', '退款');
  expect(takeAll().size).toBe(4);
  expect([other.shared(text), other.shared(title)]).toEqual([1, 1]);
});
