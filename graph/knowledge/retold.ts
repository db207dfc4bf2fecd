import { splitSentences } from '../../knowledge/text/sentences.ts';
import type { Retriever, SearchRequest, SearchResponse } from '../../knowledge/types.ts';
import type { Language } from '../../stores/schema.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import { writtenSearch } from './written-search.ts';

interface Retold {
  asks(request: UnderstoodRequest): boolean;
  /** How documents put it. */
  as: Record<Language, string>;
  /** What a passage says that tells it. */
  tells: RegExp;
}

/** Questions that name what no document does ("to Germany", "to Chengdu"), and how the documents put it. */
const RETOLD: readonly Retold[] = [
  {
    asks: ({ text }) =>
      /(?:几|多少)天|多久|\bhow (?:many days|long|soon)\b|\bwhen will\b/i.test(text) && TO_A_PLACE.test(text),
    as: { zh: '配送时效 几天送达', en: 'how many days does delivery take' },
    tells: /\d+ ?(?:个)?(?:工作)?(?:天|日|小时)|\d+ ?(?:working |business )?(?:days?|hours)/i,
  },
  {
    asks: ({ text }) => TO_A_PLACE.test(text),
    as: { zh: '发货范围 只发哪些地区 海外 港澳台', en: 'we ship to these countries only, shipping abroad' },
    tells:
      /只发|仅限|仅发|只送|不发|不送|海外|国外|港澳|全国|全球|\bonly\b|\babroad\b|international|worldwide|overseas|outside|countries/i,
  },
  {
    asks: ({ intent, text }) =>
      intent === 'store_info' && /在(?:哪|什么地方)|地址|怎么走|位置|\bwhere\b|\baddress\b|\blocat/i.test(text),
    as: { zh: '门店地址', en: 'address of the store, street' },
    tells:
      /[路街道巷]\S{0,4}\d+ ?号|\d+ ?号|\d+,? [A-Z][a-z]+ (?:Street|Road|Lane|Avenue|Square|Way)|\b(?:street|road|avenue|lane|square)\b/i,
  },
  {
    asks: ({ text }) =>
      /(?:多久|什么时候|几天|何时).{0,4}(?:发货|发出|寄出)|\bwhen .{0,20}(?:dispatch|ship|sent out)/i.test(text),
    as: { zh: '付款后当天发货 次日发货', en: 'orders are dispatched the same day or within' },
    tells: /(?:小时|天|日|当天|次日).{0,4}(?:发货|发出|寄出)|dispatch|sent out|ships? within/i,
  },
];
/** Somewhere that something is to be sent to. */
const TO_A_PLACE =
  /(?:发|寄|送|邮|运)(?:货)?[得不]?(?:到|往|去)[\p{Script=Han}]{2,8}|(?:能|可以)(?:不能)?(?:发|寄|送)(?![票货回给])[\p{Script=Han}]{2,6}吗|(?:到|去)[\p{Script=Han}]{2,6}(?:要)?(?:几天|多久)|\b(?:ship|shipping|deliver|delivery|post|send|mail|days|long)\b[a-z ]{0,24}\bto (?!(?:an?|the|your|you|me|my|be|get)\b)[a-z]+/iu;

/** The documents' own way to put what was asked, with the passage that tells it first; undefined: none does. */
export async function retold(
  retriever: Retriever,
  request: UnderstoodRequest,
  { language }: Pick<SearchRequest, 'language'>,
  signal: AbortSignal,
): Promise<SearchResponse | undefined> {
  for (const { as, tells } of RETOLD.filter(({ asks }) => asks(request))) {
    const found = await retriever.search(writtenSearch(as[language], language), signal);
    const telling = found.hits.filter((hit) => tells.test(hit.text) && hit.evidence >= TOLD && SENDING.test(hit.text));
    const own = telling.filter((hit) => hit.language === language);
    const hits = own.length > 0 ? own : telling;
    const [top] = hits;
    if (top) {
      const told = splitSentences(top.text)
        .filter(({ text }) => tells.test(text))
        .map(({ text }) => text.trim());
      const text = told.slice(0, MOST_TOLD).join(top.language === 'zh' ? '' : ' ');
      return { ...found, hits: [{ ...top, kind: 'faq', text: text || top.text, evidence: 1 }], evidence: 1 };
    }
  }
  return undefined;
}

/** Less evidence than this for the general question, and the documents do not speak of it. */
const TOLD = 0.08;
/** Asked of sending and of places alike, a passage is told apart from a chance one by its own words. */
const SENDING =
  /发货|寄|配送|送达|快递|发往|地址|门店|路|店|只发|\b(?:ship|deliver|post|dispatch|address|store|shop|street|are at|find us)/i;
const MOST_TOLD = 4;
