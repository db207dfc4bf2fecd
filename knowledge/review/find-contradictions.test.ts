import { expect, it } from 'vitest';
import { createAnalyzer } from '../text/analyzer.ts';
import { createLexicon, loadTradeLexicon } from '../text/lexicon.ts';
import type { Passage } from '../types.ts';
import { findContradictions } from './find-contradictions.ts';
import { copyOf, createCopyFinder } from './find-copies.ts';
import { statementsOf } from './statements.ts';

const analyzer = createAnalyzer(createLexicon(loadTradeLexicon()));
function drive<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
let count = 0;
const passage = (title: string, text: string, over: Partial<Passage> = {}): Passage => {
  count += 1;
  const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  return {
    ...{ id: `p${count}`, kind: 'document', documentId: `d${count}`, title, page: 1, heading: null, text, language },
    ...{ audience: 'public', ...over },
  };
};
const found = (...passages: Passage[]) =>
  drive(findContradictions(passages.flatMap((one) => statementsOf(one, analyzer)))).map(({ valueA, valueB }) => [
    valueA,
    valueB,
  ]);

it('finds the number in which a Chinese and an English version differ', () => {
  const zh = passage('保修政策', '商品一般保修 12 个月。付费维修的同一故障享受 90 天质保。');
  const en = 'A paid repair is guaranteed for 60 days against the same fault.';
  expect(found(zh, passage('Warranty Policy', `Products come with a one year warranty. ${en}`))).toEqual([
    ['90 天', '60 days'],
  ]);
});

it('finds a date, a price and a yes and no that two texts of one language tell differently', () => {
  expect(
    found(
      passage('Winter sale', 'The winter sale ends on 30 November 2026.'),
      passage('News', 'The winter sale ends on 5 December 2026.', {
        kind: 'faq',
        title: 'When does the winter sale end?',
      }),
    ),
  ).toEqual([['30 november 2026', '5 december 2026']]);
  expect(found(passage('运费说明', '偏远地区运费为 20 元。'), passage('运费', '偏远地区的运费为 35 元。'))).toEqual([
    ['20 元', '35 元'],
  ]);
  expect(
    found(
      passage('Payment', 'Gift cards can be combined with points.'),
      passage('Payment methods', 'Gift cards cannot be combined with points.'),
    ),
  ).toEqual([['✓', '✗']]);
});

it.each([
  ['other products', passage('AF50', 'The AF50 runs for 4 hours.'), passage('R9', 'The R9 runs for 2 hours.')],
  [
    'the same in other units',
    passage('保修', '商品保修 1 年。'),
    passage('Warranty', 'Goods have a warranty of 12 months.'),
  ],
  ['other matters', passage('退货', '签收后 7 天内可以退货。'), passage('换货', '签收后 15 天内可以换货。')],
  [
    'a condition',
    passage('A', 'Gift cards can be refunded.'),
    passage('B', 'Gift cards cannot be refunded after use.'),
  ],
  ['other readers', passage('运费', '运费为 20 元。'), passage('运费', '运费为 35 元。', { audience: 'partners' })],
])('finds nothing in %s', (_name, a, b) => {
  expect(found(a, b)).toEqual([]);
});

it('finds passages that are nearly copies, in one language and two sources', () => {
  const text =
    'Parcels are handed to the carrier every working day at four in the afternoon. The carrier delivers to the door and calls an hour ahead. Nobody at home? The parcel goes to the nearest shop.';
  const a = passage('Delivery', text);
  const b = passage('Shipping', text.replace('an hour', 'one hour'));
  const other = passage(
    'Returns',
    'Returned goods are checked within two days and refunded to the account that paid for them.',
  );
  const finder = createCopyFinder();
  for (const one of [a, b, other]) finder.add(one);
  expect(drive(finder.candidates())).toEqual([[a.id, b.id]]);
  expect(copyOf(a, b)?.similarity).toBeGreaterThan(0.8);
  expect(copyOf(a, { ...b, documentId: a.documentId })).toBeUndefined();
  expect(copyOf(a, other)).toBeUndefined();
});
