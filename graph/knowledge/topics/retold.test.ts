import { expect, it } from 'vitest';
import type { Hit, Retriever, SearchRequest } from '../../../knowledge/types.ts';
import type { Language } from '../../../stores/schema.ts';
import { slotsSchema, type UnderstoodRequest } from '../../../understanding/types.ts';
import { retold, withinTopic } from './retold.ts';

const signal = new AbortController().signal;

const asked = (text: string, intent: string): UnderstoodRequest => ({
  text,
  intent,
  route: 'knowledge',
  confidence: 0.9,
  slots: slotsSchema.parse({}),
  isQuestion: true,
  alternatives: [],
});

/** What the documents' own way to ask finds; the customer's wording finds nothing. */
async function told(text: string, intent: string, language: Language, ...texts: string[]): Promise<string | undefined> {
  const retriever = {
    search: async ({ query }: SearchRequest) => ({
      evidence: query === text ? 0 : 0.4,
      hits: texts.map(
        (one) =>
          ({
            text: one,
            documentId: one,
            title: 'T',
            heading: null,
            kind: 'document',
            language,
            evidence: query === text ? 0 : 0.4,
          }) as unknown as Hit,
      ),
    }),
  } as unknown as Retriever;
  return (await retold(retriever, asked(text, intent), { language }, signal))?.hits[0]?.text;
}

it('knows usual topics by the words of customers', async () => {
  const match = 'We match the price of any UK retailer within 7 days.';
  expect(await told('its cheaper on another site', 'promotion_question', 'en', match)).toBe(match);
  const again = 'The courier tries again the next day and then holds the parcel for 5 days.';
  expect(await told('nobody will be home on tuesday', 'delivery_policy', 'en', again)).toBe(again);
  expect(await told('快递送来的时候没人在家', 'delivery_policy', 'zh', '派送两次未签收，放驿站保留 3 天。')).toBe(
    '派送两次未签收，放驿站保留 3 天。',
  );
  expect(await told('盒子瘪了咋办', 'return_policy', 'zh', '外箱破损请拒收。')).toBe('外箱破损请拒收。');
  const trial = 'You may try every saddle in our showroom.';
  expect(await told('can I try one in the store', 'ordering_question', 'en', trial)).toBe(trial);
});

it('tells how one becomes a member, and by what one can pay', async () => {
  const club = 'Our loyalty programme is free: tick the box when you register.';
  expect(await told('how do i become a member', 'account_question', 'en', club)).toBe(club);
  expect(await told('怎么办会员', 'account_question', 'zh', '会员日打八八折。', '注册后就是会员。')).toBe(
    '注册后就是会员。',
  );
  expect(await told('你们收支付宝吗', 'payment_question', 'zh', '可以用微信支付和银联卡。')).toBe(
    '可以用微信支付和银联卡。',
  );
});

it('hears what sending costs and whether it arrives tomorrow without apostrophes', async () => {
  const post = 'Postage to Norway is £9.';
  expect(await told('whats the postage to norway', 'unclear', 'en', post)).toBe(post);
  const express = 'Express delivery arrives the next working day.';
  expect(await told('can i get it tomorrow', 'delivery_policy', 'en', express)).toBe(express);
});

it('tells how many points and what they are worth, not that they expire', async () => {
  const rules = '积分一年后过期。每消费 1 元得 3 分，500 积分抵 5 元。';
  expect(await told('500积分能抵多少', 'price_question', 'zh', rules)).toBe('每消费 1 元得 3 分，500 积分抵 5 元。');
});

it('tells that a shop sends to no other country, and not where something is only quick', async () => {
  const text = 'Express arrives the next day, only in Leeds. We send to France and to no other country.';
  expect(await told('do you ship to japan', 'delivery_policy', 'en', text)).toBe(
    'We send to France and to no other country.',
  );
});

it('tells by the row of the place that is named, not by what the sentence below says of others', async () => {
  const zones = '| Zone | Fee |\n|---|---|\n| Norway | £9 |\n| Iceland | £14 |\n\nWe do not ship anywhere else.';
  expect(await told('do you ship to norway', 'delivery_policy', 'en', zones)).toBe(zones);
  expect(await told('挪威能寄吗', 'delivery_policy', 'en', zones)).toBe(zones);
  expect(await told('do you ship to peru', 'delivery_policy', 'en', zones)).toBe('We do not ship anywhere else.');
});

it('knows when what is ordered now leaves, and where to park', async () => {
  const leaves = 'Orders placed by noon leave the same day.';
  expect(await told('when will it leave if I pay tonight', 'delivery_policy', 'en', leaves)).toBe(leaves);
  const cutOff = '15 点前付款当天寄出。';
  expect(await told('晚上八点付款啥时候发', 'delivery_policy', 'zh', cutOff)).toBe(cutOff);
  const yard = 'You can park behind the building.';
  expect(await told('any parking', 'store_info', 'en', yard)).toBe(yard);
});

it('does not take how long goods may be sent back for how long they are on their way', async () => {
  const days = 'Delivery takes 3 days.';
  expect(await told('how many days do i have to send shoes back', 'return_policy', 'en', days)).toBeUndefined();
});

it('leaves the rows of a table of fees to be chosen where no place is named', async () => {
  const fees = '| Parcel | Fee |\n|---|---|\n| small | £3 |\n| large | £7 |\n\nSaturday delivery costs £12.';
  expect(await told('how much do you charge to have a wardrobe delivered', 'delivery_policy', 'en', fees)).toBe(fees);
});

it('tells when points end, and what falls in price after it was bought', async () => {
  const rules = '每满 10 元得 1 分。积分一年有效。';
  expect(await told('攒的积分会作废吗', 'account_question', 'zh', rules)).toBe('积分一年有效。');
  const fall = '付款后 10 天内降价退差价。';
  expect(await told('刚买完就降价', 'promotion_question', 'zh', fall)).toBe(fall);
});

it('knows an address by the kind of its street', async () => {
  const shop = 'Our shop: 7 Mallow Wharf, Hull.';
  expect(await told('where are you', 'store_info', 'en', shop)).toBe(shop);
});

it('names the courier', async () => {
  const usual = '一般发圆通。';
  expect(await told('你们走什么快递', 'delivery_policy', 'zh', usual)).toBe(usual);
  expect(await told('which courier do you use', 'delivery_policy', 'en', 'We send with DPD.')).toBe(
    'We send with DPD.',
  );
});

it('does not take what names no such topic', async () => {
  expect(await told('how heavy is it', 'product_question', 'en', 'We match the price of any shop.')).toBeUndefined();
});

it('answers whether one way to pay is taken with those that are', async () => {
  const ways = 'Visa, Mastercard and PayPal.';
  expect(await told('do you take klarna', 'payment_question', 'en', ways)).toBe(ways);
  expect(await told('可以用花呗吗', 'payment_question', 'zh', '支持微信支付和支付宝。')).toBe('支持微信支付和支付宝。');
  expect(await told('can I pay with bitcoin', 'payment_question', 'en', ways)).toBeUndefined();
  expect(await told('can I split the payment over two cards', 'payment_question', 'en', ways)).toBeUndefined();
  expect(await told('刷卡能分两次付吗', 'payment_question', 'zh', '支持微信支付和支付宝。')).toBeUndefined();
});

it('tells the towns in which there are shops where no page has their street', async () => {
  const vans = 'We deliver with our own vans.';
  expect(await told('where are you based', 'store_info', 'en', vans, 'Our two stores are in Leeds and York.')).toBe(
    'Our two stores are in Leeds and York.',
  );
  expect(await told('你们在哪里', 'store_info', 'zh', '我们在苏州和无锡有三家门店。')).toBe(
    '我们在苏州和无锡有三家门店。',
  );
});

it('takes no hours of those who answer the phone for days of delivery', async () => {
  const support = 'Questions: online support, Monday–Friday 9:00–22:00, Saturday–Sunday 10:00–20:00.';
  const own = 'Parcels are delivered on every day of the year, Sundays and holidays included.';
  expect(await told('do you deliver on sundays', 'delivery_policy', 'en', `We deliver within 3 days. ${support}`)).toBe(
    undefined,
  );
  expect(await told('do you deliver on sundays', 'delivery_policy', 'en', `${support} ${own}`)).toContain(own);
});

it('tells no times or fees at home for another country', async () => {
  const home = 'Delivery takes 2–3 days anywhere in the country.';
  const only = 'We ship within Ireland only.';
  expect(await told('how long does delivery take', 'delivery_policy', 'en', home)).toBe(home);
  expect(await told('how long does delivery to Japan take', 'delivery_policy', 'en', home)).toBeUndefined();
  expect(await told('西班牙几天能到', 'delivery_policy', 'zh', '配送 2–3 天。', '只寄国内，不寄海外。')).toBe(
    '只寄国内，不寄海外。',
  );
  expect(await told('how long does delivery to Japan take', 'delivery_policy', 'en', home, only)).toBe(only);
});

it('tells whether a return costs anything, and gives the row of a place before a page that names it', async () => {
  const cost = 'Returns from Ireland are free. From elsewhere we deduct 6 euros from the refund.';
  expect(await told('do i have to pay for returns', 'return_policy', 'en', cost)).toBe(cost);
  expect(await told('退货要运费吗', 'return_policy', 'zh', '退货运费由买家承担。')).toBe('退货运费由买家承担。');
  expect(await told('炸篮坏了换一个要多少钱', 'price_question', 'zh', '退货运费由买家承担。')).toBeUndefined();
  const table = '| 地区 | 运费 |\n|---|---|\n| 配送爱尔兰 | ¥5 |\n| 配送其他国家 | ¥9 |';
  expect(await told('寄到爱尔兰多少钱', 'delivery_policy', 'zh', '大件寄到爱尔兰以外加收运费 6 元。', table)).toBe(
    table,
  );
});

it('tells who pays for a return from abroad, in whatever order it is asked', async () => {
  const abroad = 'From all other countries the customer arranges and pays the return.';
  expect(await told('Returns from Norway - who pays?', 'return_policy', 'en', abroad)).toBe(abroad);
  expect(await told('从挪威寄回由谁承担？', 'return_policy', 'zh', '境外退货的运费由顾客承担。')).toBe(
    '境外退货的运费由顾客承担。',
  );
});

it('leaves out what only shares words with a topic', async () => {
  const found = async (text: string, ...texts: string[]): Promise<string[]> => {
    const hits = texts.map((one) => ({ text: one, title: 'T', heading: null, kind: 'document', evidence: 0.9 }) as Hit);
    const retriever: Retriever = { search: async () => ({ evidence: 0.9, hits }) as never };
    const { hits: left } = await withinTopic(retriever, asked(text, 'unclear')).search({} as SearchRequest, signal);
    return left.map((hit) => hit.text);
  };
  const wrap = 'Gift wrapping costs 3 euros.';
  expect(await found('do you gift wrap', 'Gift cards are valid for 36 months.', wrap)).toEqual([wrap]);
  const close = '注销账户：设置 → 账户与安全。';
  expect(await found('怎么取消会员', '会员日打八八折。', close)).toEqual([close]);
  const points = 'Points can be redeemed for goods.';
  expect(await found('can I use my points', 'Points of cancelled orders come back.', points)).toEqual([points]);
  const family = '积分合在一起算，全家都能用。';
  expect(await found('和爱人的积分能合在一起用吗', family)).toEqual([family]);
  const bases = 'We take no old greenhouses down.';
  expect(await found('would you take my old greenhouse away', bases)).toEqual([bases]);
  expect(await found('which cards are there', 'Gift cards.', wrap)).toHaveLength(2);
});

it('knows where manuals are, what closes an account and what is given for used goods', async () => {
  const manual = '说明书可以在商品页下载。';
  expect(await told('在哪里看说明书', 'installation_question', 'zh', manual)).toBe(manual);
  const close = 'Settings > Delete account.';
  expect(await told('cancel my membership', 'account_question', 'en', close)).toBe(close);
  const trade = '支持以旧换新，旧机按品类折价。';
  expect(await told('旧空调能抵多少钱', 'promotion_question', 'zh', trade)).toBe(trade);
});
