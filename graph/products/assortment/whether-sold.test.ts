import { describe, expect, it } from 'vitest';
import { slotsSchema } from '../../../understanding/types.ts';
import { kindsCalled, tellsOfThingSold, thingSold } from './whether-sold.ts';

describe('what is asked for', () => {
  it.each([
    ['Do you sell teapots?', 'teapots'],
    ['hi, do you guys carry any yoga mats here?', 'yoga mats'],
    ['Have you got wool blankets', 'wool blankets'],
    ['有没有瑜伽垫', '瑜伽垫'],
    ['你们店里有茶壶卖吗？', '茶壶'],
    ['卖茶壶吗', '茶壶'],
    ['有扫地机器人吗', '扫地机器人'],
  ])('%s', (text, thing) => expect(thingSold(text)).toBe(thing));

  it.each([
    'Do you sell to schools?',
    'Do you have it in blue?',
    'I sell teapots',
    '我有一个问题',
    '茶壶有货',
    'when do you have time',
    '有什么推荐吗',
    'do you have anything cheaper?',
    '有没有适合送人的',
  ])('is nothing in: %s', (text) => expect(thingSold(text)).toBeUndefined());
});

describe('a kind of the shop’s goods', () => {
  const goods = [
    { id: 'T1', category: { zh: '移动电源', en: 'Power banks' } },
    { id: 'T2', category: { zh: '移动电源', en: 'Power banks' } },
    { id: 'K1', category: { zh: '手机配件', en: 'Phone accessories' } },
  ];
  const ids = (thing: string) => kindsCalled(thing, goods).flatMap(({ productIds }) => productIds);

  it('is found by its name in either language, and by another word for it', () => {
    expect(ids('power banks')).toEqual(['T1', 'T2']);
    expect(ids('充电宝')).toEqual(['T1', 'T2']);
  });

  it('is neither what only belongs to it nor what more is said of', () => {
    expect(ids('phones')).toEqual([]);
    expect(ids('power banks with a torch')).toEqual([]);
  });
});

describe('what is found', () => {
  const slots = slotsSchema.parse({});
  const page = (title: string, text: string) => ({ kind: 'faq', title, heading: null, text }) as never;
  const goods = [{ name: 'Titmouse Phone Stand', category: 'Phone accessories', description: '' }] as never;
  const tells = (hit: never, text: string) => tellsOfThingSold(hit, { text, slots }, { all: async () => goods });

  it('tells of a thing that is sold where it stands above', async () => {
    const cards = page('How do gift cards work?', 'They come in three values.');
    expect(await tells(cards, 'Do you sell gift cards?')).toBe(true);
    expect(await tells(page('Is my data safe?', 'We do not sell your phone number.'), 'Do you sell phones?')).toBe(
      false,
    );
  });

  it('tells of anything else that it names', async () => {
    expect(await tells(page('Visit us', 'There is parking.'), 'Do you have parking?')).toBe(true);
    expect(await tells(page('怎么换手机号', '手机号在设置里换。'), '有手机吗')).toBe(false);
    expect(await tells(page('Trade-in', 'For old ones.'), 'Do you have phones for elderly people?')).toBe(false);
  });

  it('is a product only where the shop has such a thing', async () => {
    const stand = { kind: 'product', title: 'Titmouse Phone Stand', heading: null, text: 'For any phone.' } as never;
    expect(await tells(stand, 'Do you have phone stands?')).toBe(true);
    expect(await tells(stand, 'Do you have phones?')).toBe(false);
  });
});
