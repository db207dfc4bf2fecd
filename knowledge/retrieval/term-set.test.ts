import { expect, it } from 'vitest';
import { createTermCollector, type TermCollector } from './term-collector.ts';

const HAN_PAIR = /^\p{Script=Han}{2}$/u;

/** The sets of parts with these terms, and of the whole. */
function setsOf(collector: TermCollector, parts: string[][]) {
  for (const terms of parts) {
    for (const term of terms) {
      if (HAN_PAIR.test(term)) collector.sink.pair(term.charCodeAt(0), term.charCodeAt(1));
      else collector.sink.text(term);
    }
    collector.endPart();
  }
  return collector.take();
}

const numbered = (count: number) => Array.from({ length: count }, (_, i) => `word${(i * 37) % count}`);

it('keeps the terms of each part and of the whole, each once, and Han characters by themselves', () => {
  const collector = createTermCollector();
  const many = numbered(80);
  const { parts, all } = setsOf(collector, [
    ['退货', 'policy', '退货'],
    [...many, 'policy'],
  ]);
  expect([...parts, all].map(({ size }) => size)).toEqual([4, 81, 84]);
  const title = parts[0] ?? all;
  const text = parts[1] ?? all;
  const asked = ['退货', '货', 'policy', 'word3', '换货'];
  expect(asked.map((term) => title.has(term))).toEqual([true, true, true, false, false]);
  expect(many.every((term) => text.has(term) && all.has(term))).toBe(true);
  expect([title.shared(text), all.shared(text)]).toEqual([1, 81]);
  expect([...title].sort()).toEqual(['policy', '货', '退', '退货']);
  const other = setsOf(collector, [['word3', '退款']]);
  expect(other.all.size).toBe(4);
  expect([other.all.shared(all), other.all.shared(title)]).toEqual([2, 1]);
});

it('tells parts apart however many a passage has', () => {
  const words = numbered(100);
  const { parts, all } = setsOf(
    createTermCollector(),
    words.map((word) => [word, 'each']),
  );
  expect(all.size).toBe(101);
  for (const [at, part] of parts.entries())
    expect(words.filter((word) => part.has(word)).concat(`${part.size}`)).toEqual([words[at], '2']);
});
