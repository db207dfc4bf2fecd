import { anyOf } from '../../../text/any-of.ts';
import { orderPhrases } from '../../phrases/orders.ts';
import type { Collected, Said } from './change.ts';

export const TITLE = anyOf(
  /抬头|发票(?:的)?名称|開頭|抬頭|(?:新|另|别|其他|换|改).{0,6}公司|公司(?:名称?)?.{0,4}(?:改|换|变)/i,
  /\b(?:title|made out to|make (?:it|this|the invoice) out to|billed? to|name on)\b/i,
  /\b(?:new|another|other|different|changed?|correct(?:ed)?|wrong)\b.{0,20}\b(?:company|business|firm)\b/i,
  /\b(?:company|business|firm)(?:'s)? name\b|\bcompany\s*[:：]/i,
);
export const RESEND = anyOf(
  /重[发寄开]|重新发|再[发寄]|补发|重發|再發|没收到发票/i,
  /\b(?:re-?send|send (?:it |me |the invoice )?(?:once )?again|send\b.{1,60}\bagain|did(?:n't| not) (?:get|receive))\b/i,
);

const GIVEN = [
  /\bcompany(?: name)?\s*[:：]\s*[“"]?([^”",;，；\n]{2,100})/iu,
  /(?:抬头|抬頭)\s+[“"「]?([^”"」，。,]{2,100})/u,
  /(?:抬头|抬頭)[^，。,：:]{0,6}?(?:改成|改为|换成|换为|写(?:成(?!都))?|开(?:成(?!都))?|为|是|[:：])(?![错得好了不])\s*[“"「]?([^”"」，。,]{2,100})/u,
  /(?:抬头|抬頭|发票|發票)[^。！？!?]*?[，,、 ]\s*(?:请|帮我?|麻烦|需?要|应该?当?|正确的?|给我?|我想)*(?:改成|改为|换成|换为|写成|开成|写|开给|是)\s*[“"「]?([^”"」，。,]{2,100})/u,
  /(?:抬头|抬頭)\s*[“"「]?((?!可|能|要|写|怎|是|改|换|開|开|為|为)[^”"」，。,\s]{2,60}?(?:公司|集团|大学|学院|医院|工作室|事务所|研究院|商行|中心))/u,
  /\b(?:invoice|receipt)\b[^.!?]*?\b(?:should (?:be|say|read)|(?:change|correct) (?:it|the name) to)\s+["“]?([^"”,.]{2,100})/iu,
  /(?:title|made out to|make (?:it|this|the invoice) out to|billed? to|name on (?:it|the invoice))\s*(?:to|should be|as|is|:)?\s*["“]?([^"”]{2,100}?)["”]?\s*[.!]?$/iu,
];

/** A title is wished for, and not told yet. */
const NO_NAME =
  /^(?:(?:一个|我们?|新|另外?|别|其他|的)*(?:公司|单位|企业)?(?:的)?(?:名称?|名字|抬头)?|(?:(?:a|an|the|my|our|new|another|different|other) )*(?:company|business|firm)?(?: name| title)?)(?:吗|呢|可以吗)?$/iu;

/** The title that a message gives; all of it when it was asked for. */
export function titleIn(text: string, asked: boolean): string | undefined {
  for (const given of GIVEN) {
    const title = given
      .exec(text)?.[1]
      ?.trim()
      .replace(/^(?:to|of|for)\s+/i, '')
      .replace(/[\s，,;；]*(?:税号|稅號|纳税人识别号|统一社会信用代码|\b(?:vat|tax) (?:id|no|number))[\s\S]*$/iu, '')
      .replace(/[吧呢。.!！,，;；\s]+$/u, '')
      .replace(/[\s,]+(?:please|pls|thanks|thank you|thx|cheers|now|instead)$/iu, '')
      .trim();
    if (title && !/^(?:改|换|一下|什么|please)/u.test(title) && !NO_NAME.test(title) && title.length > 1) return title;
  }
  const whole = text
    .trim()
    .replace(/^(?:改成|改为|换成|写|叫|it should be|please make it)\s*/iu, '')
    .replace(/[。.!！]+$/u, '');
  return asked && whole.length > 1 && whole.length <= 100 ? whole : undefined;
}

/** The new title of an invoice; asked for where the message has none. */
export function collectTitle({ request, askedSlot, order, view, known }: Said): Collected {
  const title = titleIn(request.text, askedSlot === 'title');
  if (title) return { args: { title } };
  return { ask: orderPhrases(view.language).whichTitle(order.id), slot: 'title', choices: [], known };
}
