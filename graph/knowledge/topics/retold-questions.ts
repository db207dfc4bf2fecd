import type { Language } from '../../../stores/schema.ts';
import { anyOf } from '../../../text/any-of.ts';
import { normaliseText } from '../../../understanding/normalise.ts';
import { asksDeliveryDay } from '../../../understanding/rules/asks-delivery-day.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import { asksSendingFee, asksSendingTime, isOfSending, SENDING, TO_A_PLACE } from '../places/sending.ts';
import { asksOpening } from './hours-asked.ts';
import { HOLIDAY, TELLS_HOURS } from './hours-told.ts';
import { asksWhoPays, TELLS_PAYER } from './return-postage.ts';
import { says } from './says.ts';

export interface Retold {
  asks(request: UnderstoodRequest): boolean;
  /** How documents put it. */
  as: Record<Language, string>;
  /** What a passage says, or is headed by, that tells it. */
  tells: RegExp;
  /** Asked of sending and of places alike, a passage is told apart from a chance one by its own words. */
  about: RegExp;
  /** Whatever else the question's words meet: "where is the store" stands in many a passage that names the store. */
  first?: true;
  /** What a sentence of something else says, under whatever heading it stands. */
  notOf?: RegExp;
  /** A passage that does not tell it answers nothing, whatever words it shares with the question. */
  only?: true;
  /** Told under the heading of returns, though the question does not name them. */
  ofReturns?: boolean;
  /** What a passage says of the goods that the question names is told too. */
  ofGoods?: boolean;
  /** Rows of a table tell it, whatever stands beside them: that of the place that is named, all of them where none is. */
  ofPlaces?: true;
  /** What is told of home is no answer for another country. */
  holdsThere?: true;
}

/** Whether it costs anything to send something back. */
const asksReturnsFree = says(
  /[退换]货?.{0,4}(?:要|收|花|付).{0,2}(?:运费|邮费|快递费)(?:吗|么|嘛|不)?[?？]?$|[退换]货(?:是)?(?:免费|包邮|免运费)/i,
  /(?<!\bwho )\b(?:pay|charged?|cost)\b.{0,12}\breturns?\b|\breturns? (?:cost|free)\b|\b(?:are|is) (?:the |a )?returns? free\b/i,
);

const asksParking = says(/停车|车位|\bpark(?:ing)?\b/i);
const asksWhere = says(
  /在(?:哪|什么地方)|地址|怎么走|怎么去|位置/i,
  /\bwhere\b|\baddress\b|\blocat|\b(?:find|get to|reach) (?:you|u|the|your)\b/i,
);

const STREETS =
  'Street|Road|Lane|Avenue|Square|Way|St|Rd|Yard|Row|Quay|Wharf|Court|Close|Drive|Place|Terrace|Hill|Gate|' +
  'Mews|Parade|Crescent|Boulevard|Blvd';

/** Where something stands, as its address says it or as people do. */
const TELLS_WHERE = anyOf(
  /[路街道巷]\S{0,4}\d+ ?号|\d+ ?号(?!线)|\d+ ?楼/u,
  new RegExp(`\\d+[A-Z]?,? (?:[A-Z][a-z]+ )+(?:${STREETS})\\b`, 'u'),
  /(?:在|位于)[\p{Script=Han}]{2,12}(?:店|展厅)|有.{0,6}家.{0,4}店/u,
  /\b(?:shops?|stores?|showrooms?)(?: is| are)? in [A-Z]/u,
);

/** Questions that name what no document does ("to Germany", "on Saturday"), and how the documents put it. */
export const SENDING_AND_STORE: readonly Retold[] = [
  {
    asks: asksSendingTime,
    as: { zh: '配送时效 几天送达', en: 'how long does delivery take, delivery time in days' },
    tells: anyOf(
      /\d+ ?(?:个)?(?:工作)?(?:天|日|小时)|次日[达到]|当日达/i,
      /\d+ ?(?:working |business )?(?:days?|hours)|next (?:working |business )?day/i,
    ),
    about: SENDING,
    ofPlaces: true,
    holdsThere: true,
  },
  {
    asks: ({ text }) => isOfSending(text) && asksDeliveryDay(normaliseText(text)),
    as: { zh: '周末配送 送货时间', en: 'weekend delivery, on which days we deliver' },
    tells: anyOf(
      /周末|双休|[周星]期?[一二三四五六日天]|节假日|每天|工作日(?!内)|全年/i,
      /\bweek-?ends?\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\bdaily\b|\bholidays?\b/i,
    ),
    about: /发货|配送|送货|送达|派送|\b(?:deliver|dispatch|ship|courier)/i,
    notOf: /客服|热线|门店|营业|\b(?:support|hotline|customer service|showrooms?|stores?|open)\b/i,
    only: true,
  },
  {
    asks: ({ text }) => asksWhoPays(text),
    as: { zh: '退货运费由买家承担 质量问题由卖家承担', en: 'who pays the postage of a return, we pay or you pay' },
    tells: TELLS_PAYER,
    about: /运费|邮费|\b(?:postage|shipping|returns?)\b/i,
    ofReturns: true,
  },
  {
    asks: asksReturnsFree,
    as: { zh: '退货运费由买家承担 免费退货', en: 'returns are free, what a return costs, we deduct the postage' },
    tells: anyOf(
      /(?:运费|邮费).{0,8}(?:由|买家|顾客|您|我们|卖家|商家|自理|承担)|免费退/i,
      /\breturns?\b[^.]{0,24}\b(?:are|is) free\b|\bfree (?:of charge )?returns?\b|\b(?:deduct|charge)\b|\b(?:you|customers?|buyers?|we) (?:pay|cover|bear)s?\b/i,
    ),
    about: /[退换]货|运费|\breturns?\b/i,
    ofReturns: true,
    first: true,
  },
  {
    asks: ({ text }) => asksSendingFee(text),
    as: { zh: '运费多少 满多少包邮', en: 'what does delivery cost, free delivery from' },
    tells:
      /运费|邮费|包邮|配送费|加收|\b(?:postage|free|(?:delivery|shipping) (?:is|costs?|fee|charges?))\b|[£$€¥]\s?\d/i,
    about: /运费|邮费|包邮|配送|快递费|加收|\b(?:deliver|shipping|ships?|postage|post)/i,
    ofPlaces: true,
    holdsThere: true,
  },
  {
    asks: ({ text }) => isOfSending(text) && TO_A_PLACE.test(text),
    as: {
      zh: '发货范围 只发哪些地区 海外 港澳台',
      en: 'we ship to these countries only, we do not ship anywhere else, shipping abroad',
    },
    ofGoods: true,
    ofPlaces: true,
    tells: anyOf(
      /只[发寄]|仅[限发寄]|只送|不[发寄送]|暂不|寄往|海外|国外|港澳|全国|全球/i,
      /(?<!arrives[^.]{0,40})\bonly (?:to|within|in|ship|deliver|send)\b/i,
      /\b(?:ship|deliver|send|post)s?\b[^.]{0,24}\bonly\b|\b(?:not|n't) available (?:for|in|to)\b|\b(?:not|n't) (?:ship|deliver|send|post)|\babroad\b/i,
      /international|worldwide|overseas|outside|(?<!\b(?:in|across|within) the )countr(?:y|ies)/i,
    ),
    about: SENDING,
  },
  {
    asks: (request) => asksOpening(request) && HOLIDAY.test(request.text),
    as: { zh: '春节 除夕 初三 国庆 节假日 休息 放假', en: 'closed on bank holidays, Christmas, New Year, Easter' },
    tells: HOLIDAY,
    about: /休|放假|营业|照常|开门|\b(?:clos|open|hours)/i,
    first: true,
  },
  {
    asks: asksOpening,
    as: { zh: '门店营业时间 几点开门 休息日', en: 'opening hours of the store, closed on' },
    tells: TELLS_HOURS,
    about: /门店|店|营业|\b(?:store|shop|showroom|open(?:ing)?)\b/i,
    only: true,
  },
  {
    asks: (request) => request.intent === 'store_info' && asksParking(request),
    as: { zh: '停车位 停车场 停车', en: 'parking, car park, where to park' },
    tells: /停车|泊车|车位|\bpark(?:ing)?\b/i,
    about: /停车|泊车|车位|\bpark/i,
    first: true,
  },
  {
    asks: (request) => request.intent === 'store_info' && asksWhere(request),
    as: { zh: '门店在哪 地址', en: 'where is the shop or store, visit us at our address' },
    tells: TELLS_WHERE,
    about: SENDING,
    first: true,
  },
  {
    asks: says(
      /(?:多久|什么时候|啥时候?|几时|几天|何时|哪天).{0,4}(?:发货|发出|寄出|发[？?]?$)/i,
      /\bwhen .{0,24}(?:dispatch|ship|sent out|leave|go out)/i,
    ),
    as: {
      zh: '付款后当天发货 次日发货',
      en: 'orders placed by noon leave the same day, are dispatched the same day or within',
    },
    tells: anyOf(
      /(?:小时|天|日|当天|次日).{0,4}(?:发货|发出|寄出)/i,
      /dispatch|sent out|ships? within|\b(?:leaves?|ships?) the (?:same|next)\b/i,
    ),
    about: /发货|发出|寄出|出库|\b(?:dispatch|ship|sent|leave)/i,
  },
];
