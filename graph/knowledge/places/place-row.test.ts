import { expect, it } from 'vitest';
import { splitSentences } from '../../../knowledge/text/sentences.ts';
import type { Hit } from '../../../knowledge/types.ts';
import { isOfThePlace, withPlaceRows } from './place-row.ts';

const table = (...rows: string[]) => `| Where | Price |\n|---|---|\n${rows.map((row) => `| ${row} |`).join('\n')}`;
const rowFor = (said: string, text: string): string | undefined => {
  const passage = splitSentences(text);
  const hit = { text, sentences: passage.map(() => 0.5) } as unknown as Hit;
  const [placed] = withPlaceRows([hit], said);
  const kept = passage.filter((_, at) => (placed?.sentences[at] ?? 0) > 0);
  return kept.length === 1 ? kept[0]?.text.split('|')[1]?.trim() : undefined;
};
const home = table('江浙沪 | 5', '其他省份 | 9', '新疆、西藏 | 18', '香港 | 30');

it('a place is answered by its own row, by that of its region, else by that of all others', () => {
  expect(rowFor('寄到喀什多少钱', home)).toBe('新疆、西藏');
  expect(rowFor('寄到苏州多少钱', home)).toBe('江浙沪');
  expect(rowFor('寄到湖北多少钱', home)).toBe('其他省份');
  expect(rowFor('shipping to Hubei', home)).toBe('其他省份');
  expect(rowFor('shipping to Hubei', table('Mainland China | 6', 'Hong Kong | 19'))).toBe('Mainland China');
});

it('finds the places in whatever column they stand', () => {
  const zones = '| Zone | Places | Price |\n|---|---|---|\n| 1 | Wales, Scotland | 4 |\n| 2 | Germany | 9 |';
  const placed = withPlaceRows([{ text: zones, sentences: [0.5, 0.5] } as unknown as Hit], 'postage to Germany');
  expect(placed[0]?.sentences).toEqual([0, 0.5]);
});

it('no row stands for a place abroad that it leaves out', () => {
  expect(rowFor('寄到德国多少钱', home)).toBeUndefined();
  const abroad = table('Germany | 6', 'Elsewhere in Europe | 12', 'Rest of the world | 25');
  expect(rowFor('postage to Poland', abroad)).toBe('Elsewhere in Europe');
  expect(rowFor('postage to Chicago', abroad)).toBe('Rest of the world');
});

it('leaves tables alone that tell of no places, and questions that name none', () => {
  expect(rowFor('寄到湖北多少钱', table('满 50 元 | 0', '其他 | 9'))).toBeUndefined();
  expect(rowFor('运费多少', home)).toBeUndefined();
});

it('tells the rows before what is said beside them where nothing is named', () => {
  const text = `${table('Wales | 4', 'Scotland | 6')}\n\nSaturday delivery costs 9.`;
  const sentences = splitSentences(text).map(({ kind }) => (kind === 'row' ? 0.4 : 0.5));
  const hit = { text, sentences } as unknown as Hit;
  const scores = (said: string) => withPlaceRows([hit], said)[0]?.sentences;
  expect(scores('how much do you charge for delivery')).toEqual([0.5, 0.5, 0.4]);
  expect(scores('what does Saturday delivery cost')).toEqual(hit.sentences);
});

it('tells a passage of sending to a place from one that only has its name', () => {
  const passage = (heading: string, text: string) => ({ title: 'Help', heading, text });
  const times = passage('Delivery', 'We deliver within 2 days in London and within 5 days in Wales.');
  const hours = passage('Hours', 'We answer from 9 to 17, London time.');
  const shop = passage('Visit us', 'Our shop in London is open daily.');
  expect(isOfThePlace('how long does delivery to London take', times)).toBe(true);
  expect(isOfThePlace('how long does delivery to Cardiff take', times)).toBe(true);
  expect(isOfThePlace('how long does delivery to London take', hours)).toBe(false);
  expect(isOfThePlace('how long does delivery to London take', shop)).toBe(false);
  expect(isOfThePlace('how long does delivery take', hours)).toBe(true);
});

it('of the countries left over is said what holds for them, not what a row says of others', () => {
  const zones = table('EU zone 1 (France, Spain) | 12', 'EU zone 2 (all other EU countries) | 16');
  expect(rowFor('postage to Spain', zones)).toBe('EU zone 1 (France, Spain)');
  expect(rowFor('postage to Romania', zones)).toBe('EU zone 2 (all other EU countries)');
  const text = `${zones}\n\nWe do not ship outside Europe.`;
  const hit = { text, sentences: splitSentences(text).map(() => 0.5) } as unknown as Hit;
  for (const said of ['how long does delivery to Japan take', '寄到加拿大几天'])
    expect(withPlaceRows([hit], said)[0]?.sentences).toEqual([0, 0, 0.5]);
});

it('where a passage has no table, what it says of other countries is told of one of them', () => {
  const text = '发货后同城 1–2 天，国内其他地区 3 天。目前不寄海外。';
  const hit = { text, sentences: [0.5, 0.3] } as unknown as Hit;
  expect(withPlaceRows([hit], '西班牙几天能到')[0]?.sentences).toEqual([0, 0.5]);
  expect(withPlaceRows([hit], '到湖北几天')[0]?.sentences).toEqual([0.5, 0.3]);
});
