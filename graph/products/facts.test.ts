import { expect, it } from 'vitest';
import type { Product } from '../../stores/products.ts';
import { askedFacts, askedSentences, fullySaid, measuresAsked, whatIsHeld } from './facts.ts';

const radio = {
  id: 'R1',
  name: { en: 'Harbour Radio', zh: '海港收音机' },
  description: {
    en: 'Runs for twelve hours. A charging cable is included, the plug is not.',
    zh: '续航十二小时，可以当闹钟。附充电线，不含插头。',
  },
  attributes: { weight_g: 640, max_load_kg: 3, recommended_age: '3+', plug: 'type G' },
  variants: [],
} as unknown as Product;

it('says what lies in the box before what a property is called', () => {
  expect(whatIsHeld(radio, 'does it come with a plug?', 'en').join()).toContain('the plug is not');
  expect(whatIsHeld(radio, '带充电线吗', 'zh').join()).toContain('附充电线');
  expect(whatIsHeld(radio, 'which plug does it have', 'en')).toEqual([]);
});

it('tells a weight from a load, height from width, and reads an age as one', () => {
  expect(askedFacts(radio, '多重', 'zh').map(({ value }) => value)).toEqual(['640 克']);
  const sized = { ...radio, attributes: { width_cm: 31, height_cm: 17 } } as unknown as Product;
  expect(askedFacts(sized, '多高', 'zh').map(({ value }) => value)).toEqual(['17 厘米']);
  expect(askedFacts(sized, 'how wide is it', 'en').map(({ value }) => value)).toEqual(['31 cm']);
  expect(askedFacts(radio, 'ok for a two year old?', 'en').map(({ value }) => value)).toEqual(['3+']);
});

it('tells a height by the dimensions', () => {
  const shelf = { ...radio, attributes: { dimensions_mm: '400 × 300 × 1800', weight_g: 9000 } } as unknown as Product;
  expect(askedFacts(shelf, '多高', 'zh').map(({ value }) => value)).toEqual([expect.stringContaining('1800')]);
  expect(askedFacts(shelf, 'how wide is it', 'en').map(({ value }) => value)).toEqual([expect.stringContaining('400')]);
});

it('quotes the sentence that speaks of all that is asked, and none that speaks of a part', () => {
  expect(fullySaid(radio, '能当闹钟吗', 'zh')).toContain('闹钟');
  expect(fullySaid(radio, 'does it run on solar power', 'en')).toBeUndefined();
});

it('finds the property by a code in its value, by light, heat and number of parts', () => {
  const drone = {
    ...radio,
    attributes: { video: '4K 30p', light: 'half shade', 耐温: '120℃', pieces: 48 },
  } as unknown as Product;
  const asked = (question: string, language: 'zh' | 'en' = 'en') =>
    askedFacts(drone, question, language).map(({ value }) => value);
  expect(asked('can it film in 4k')).toEqual(['4K 30p']);
  expect(asked('will it do 8k')).toEqual([]);
  expect(asked('how much sunlight does it want')).toEqual(['half shade']);
  expect(asked('能耐多少度', 'zh')).toEqual(['120℃']);
  expect(asked('how many pieces are there')).toEqual(['48']);
});

it('says whether something is to be put together', () => {
  const shelf = { ...radio, attributes: { assembly: { zh: '需组装', en: 'Self-assembly' } } } as unknown as Product;
  expect(askedFacts(shelf, '要自己装吗', 'zh').map(({ value }) => value)).toEqual(['需组装']);
  expect(askedFacts(shelf, 'do I put it together myself', 'en').map(({ value }) => value)).toEqual(['Self-assembly']);
});

it('tells whether a number that is asked for stands in the row', () => {
  const rack = { ...radio, attributes: { max_load_kg: 35, finish: 'powder coated' } } as unknown as Product;
  expect(measuresAsked(rack, 'how much weight does it carry', 'en')).toHaveLength(1);
  expect(measuresAsked(rack, '最多能承重多少', 'zh')).toHaveLength(1);
  expect(measuresAsked(rack, 'how tall is it', 'en')).toEqual([]);
});

it('answers no "how many" by what kind they are, and tells a measure whose unit ends a Chinese key', () => {
  const bed = { ...radio, attributes: { 弹簧: '独立袋装', 长厘米: 218 } } as unknown as Product;
  expect(askedFacts(bed, '里面一共多少个弹簧', 'zh')).toEqual([]);
  expect(askedFacts(bed, '是什么弹簧', 'zh')).toEqual([{ label: '弹簧', value: '独立袋装' }]);
  expect(askedFacts(bed, '多长', 'zh')).toEqual([{ label: '长', value: '218 厘米' }]);
});

it('quotes of a description what speaks of half of what is asked, not of one word in many', () => {
  const bike = { ...radio, name: 'Bramble Bike', description: { en: 'No pedals, no brakes.', zh: '' } };
  expect(askedSentences(bike as unknown as Product, 'is it easy to convert to pedals later', 'en')).toEqual([]);
  expect(askedSentences(bike as unknown as Product, 'has it got pedals', 'en')).toEqual(['No pedals, no brakes.']);
});
