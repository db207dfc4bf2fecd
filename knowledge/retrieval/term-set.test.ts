import { expect, it } from 'vitest';
import { createTermCollector } from './term-collector.ts';

it('keeps the terms of each part and of the whole, each once', () => {
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
  expect([title.size, text.size, all.size]).toEqual([2, 81, 82]);
  expect(['退货', 'policy', 'word3', '换货'].map((term) => title.has(term))).toEqual([true, true, false, false]);
  expect(many.every((term) => text.has(term) && all.has(term))).toBe(true);
  expect(title.shared(text)).toBe(1);
  expect([...title].sort()).toEqual(['policy', '退货']);
  expect(put('word3').shared(text)).toBe(1);
  expect(takeAll().size).toBe(1);
});
