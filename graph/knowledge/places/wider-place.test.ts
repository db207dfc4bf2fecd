import { expect, it } from 'vitest';
import type { Hit, Retriever } from '../../../knowledge/types.ts';
import { widerQuestions, withWiderPlace } from './wider-place.ts';

/** Finds every text that shares a word, or a pair of characters, with the query; enough to stand for a search. */
const retrieverOf = (...texts: string[]): Retriever =>
  ({
    search: async () => ({ evidence: 0.5, hits: texts.map((text) => ({ text }) as unknown as Hit) }),
  }) as unknown as Retriever;

const signal = new AbortController().signal;
const meant = (question: string, ...texts: string[]) =>
  withWiderPlace(question, { retriever: retrieverOf(...texts), language: 'zh' }, signal);

it('asks of the region that the documents speak of in place of a city in it', async () => {
  expect(await meant('寄到喀什要几天', '江浙沪 1 天，新疆、西藏 8 天')).toBe('寄到新疆要几天');
  expect(await meant('how long to Orkney?', 'Highlands and Islands: 6 days')).toBe(
    'how long to highlands and islands?',
  );
});

it('goes from the province to the zone of provinces', async () => {
  expect(await meant('到宁波几天', '华东 1–2 天，其他 3–4 天')).toBe('到华东几天');
  expect(await meant('do you deliver to Vienna', 'We ship to the EU for £20')).toBe('do you deliver to eu');
});

it('calls a country as the documents do', async () => {
  expect(await meant('寄到爱尔兰多少钱', 'Republic of Ireland: £9')).toBe('寄到republic of ireland多少钱');
  expect(await meant('postage to Cork', 'Ireland: £9')).toBe('postage to ireland');
  expect(await meant('发到瑞典要几天', 'Parcels to Sweden take 5 days, to Norway 6')).toBe('发到sweden要几天');
  expect(await meant('how long to Thailand?', '泰国 6 天，其他国家 12 天')).toBe('how long to 泰国?');
});

it('leaves a place alone that the documents name, or whose regions they never do', async () => {
  expect(await meant('寄到拉萨要几天', '拉萨 7 天，西藏其他地区 10 天')).toBe('寄到拉萨要几天');
  expect(await meant('寄到拉萨要几天', '全国 3 天')).toBe('寄到拉萨要几天');
});

it('knows no place in other questions', () => {
  expect(widerQuestions('有没有红色的')).toEqual([]);
  expect(widerQuestions('how long is the cable')).toEqual([]);
});

it('goes on to all of abroad for what is sent there, not for a store', async () => {
  expect(await meant('能寄到日本吗', '目前不寄海外')).toBe('能寄到海外吗');
  expect(await meant('do you deliver to Canada', 'We do not ship outside Europe')).toBe(
    'do you deliver to outside europe',
  );
  expect(await meant('你们在巴黎有门店吗', '商品可以在国外使用')).toBe('你们在巴黎有门店吗');
});
