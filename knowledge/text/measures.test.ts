import { expect, it } from 'vitest';
import { measuresOf, sameMeasure } from './measures.ts';

const of = (text: string) => measuresOf(text).measures.map(({ family, from, to }) => [family, from, to]);

it.each([
  ['签收后七天内可退', [['time', 10_080, 10_080]]],
  ['within 7 days', [['time', 10_080, 10_080]]],
  ['within seven days', [['time', 10_080, 10_080]]],
  ['3–5个工作日送达', [['workday', 3, 5]]],
  ['takes 3 to 5 business days', [['workday', 3, 5]]],
  ['满99元包邮', [['cny', 99, 99]]],
  ['orders over ¥1,299.50', [['cny', 1_299.5, 1_299.5]]],
  ['a 30-day trial', [['time', 43_200, 43_200]]],
  ['2026年11月30日截止', [['date', 1_130, 1_130]]],
  ['until 30 November 2026', [['date', 1_130, 1_130]]],
  [
    '功率 1500W，重 2.5 kg',
    [
      ['w', 1_500, 1_500],
      ['weight', 2_500, 2_500],
    ],
  ],
  [
    '3 kg to 5 kg, 60公分',
    [
      ['weight', 3_000, 5_000],
      ['length', 600, 600],
    ],
  ],
  [
    '£4.50 for a 6-year-old',
    [
      ['gbp', 4.5, 4.5],
      ['age', 6, 6],
    ],
  ],
  ['the AF50 and the USB-C3', []],
])('reads %s', (text, expected) => {
  expect(of(text)).toEqual(expected);
});

it('takes a year for twelve months and a week for seven days, not for eight', () => {
  const [one, other] = [measuresOf('质保1年').measures[0], measuresOf('12 months of warranty').measures[0]];
  const [week, seven, eight] = ['1 week', '7天', '8天'].map((text) => measuresOf(text).measures[0]);
  if (!one || !other || !week || !seven || !eight) throw new Error('a measure was not read');
  expect([sameMeasure(one, other), sameMeasure(week, seven), sameMeasure(week, eight)]).toEqual([true, true, false]);
});
