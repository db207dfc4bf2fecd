import { expect, it } from 'vitest';
import { measuresOf } from '../text/measures.ts';
import { hasLimitTerm, limitTerms, measureAmong } from './limits.ts';

const termsFor = (question: string, number: string, kind: Parameters<typeof limitTerms>[1]) => {
  const measure = measureAmong(measuresOf(question).measures, number);
  if (!measure) throw new Error(`no measure in ${question}`);
  return limitTerms(measure, kind);
};
const said = (text: string) => ({ kind: 'sentence' as const, text, lead: null });
const row = (head: string, text: string) => ({ kind: 'row' as const, text, lead: head });

it.each([
  ['a bike of 23 kg', '23', 'weight', 'Bikes of up to 25 kg hang on the wall.', true],
  ['a bike of 23 kg', '23', 'weight', 'Bikes must be no heavier than 20 kg.', false],
  ['车重23公斤', '23', 'weight', '25千克以内的车可以上墙', true],
  ['a 900 mm shelf', '900', 'length', 'from 80 cm to 120 cm', true],
  ['my order is £60', '60', 'money', 'Posted free from £50.', true],
  ['买了60元', '60', 'money', '满99元免邮', false],
  ['买了60元', '60', 'money', '不满99元收8元', false],
  ['a six-year-old, 6 years old', '6', 'age', 'Riders of 5 years old and over', true],
] as const)('tells whether a limit holds what a customer names: %s', (question, number, kind, text, holds) => {
  expect(hasLimitTerm(termsFor(question, number, kind).within, said(text), question)).toBe(holds);
});

it('takes a sentence for near whose limit is passed, and only the row of a table whose span holds the measure', () => {
  const question = 'how much for 7 kg';
  const { within, near } = termsFor(question, '7', 'weight');
  expect(hasLimitTerm(near, said('Up to 5 kg go by bike.'), question)).toBe(true);
  const rows = ['| 2-5 | £6 |', '| 5-10 | £9 |', '| over 10 | £14 |'].map((text) =>
    row('| Weight (kg) | Price |', text),
  );
  expect(rows.map((one) => hasLimitTerm(within, one, question))).toEqual([false, true, false]);
  expect(rows.map((one) => hasLimitTerm(near, one, question))).toEqual([false, true, false]);
});
