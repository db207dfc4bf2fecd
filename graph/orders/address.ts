import { anyOf } from '../../text/any-of.ts';
import { pattern } from '../../text/pattern.ts';
import { contactSaid } from './contact-said.ts';

const LEADS = [
  /(?:地址|收货地址)?(?:改成|改为|改到|换成|换到|送到|寄到|发到|更改为|修改为|變更為|改寄到|改送到)[：:\s]*(.+)$/su,
  /地址(?:改|换|变更)(?:一下|下)?[，,：:\s]+(.+)$/su,
  /新(?:的)?(?:收货)?地址(?:是|为)?[：:\s]*(.+)$/su,
  /(?:公司|单位|家里?|学校|收货|收件)的?地址(?:是|为|在|[：:])[：:\s]*(.+)$/su,
  /\b(?:new address(?: is)?|address to|deliver(?:ed)?(?: it)?(?: instead)? to|ship(?:ped)?(?: it)? to|send(?: it)? to|change(?: it)? to|instead to)\b[:\s]+(.+)$/isu,
  /\baddress\b[^.!?]{0,60}?\bto\b[:\s]+(.+)$/isu,
];
/** A place has a number, or a word that names a kind of place. */
const PLACE = anyOf(
  /\d|[省市区县镇乡村路街道巷弄号楼室栋单元]/iu,
  /\b(?:street|st|road|rd|avenue|ave|lane|drive|building|floor|apartment|apt|room|suite|city|district)\b/iu,
);

const OTHER_HOUSE = /(?:and )?not(?: number| no\.?)? \d+[a-z]?|(?:而)?不是\s?\d+\s?号/iu;
const PLEASE = /instead|now|please|pls|plz|thanks|thank you|thx|谢谢|拜托|麻烦了?|可以吗|行吗|好吗/iu;
/** What is said to us after an address, and the house that it is not. */
const COURTESY = pattern`(?:[\s,，]*${OTHER_HOUSE})?(?:[\s,，]*${PLEASE})*[。.!！?？\s]*$`;

const OPENER_EN = anyOf(
  /ok(?:ay)?|so|well|um+|er+|yes|right|sure|please|it'?s|it is|that'?s|to/iu,
  /(?:the )?(?:new |full )?address(?: is)?/iu,
);
const OPENER_ZH = anyOf(/嗯+|哦|好的?(?=[\s,，.。:：])|那就?(?=[\s,，地])/iu, /(?:新|收货)?的?地址(?:是|为)?/iu);
/** What is said before an address: "ok, so the address: …", 嗯 地址是…. */
const OPENER = pattern`^(?:(?:${OPENER_EN}(?=[\s,.:])|${OPENER_ZH})[\s,，.。:：]*)+`;

/** A wish to change the address that does not tell it, and numbers alone, are no address though they have digits. */
const NO_ADDRESS = anyOf(
  /(?:改|换|修改|更改|变更).{0,40}地址[\s吧吗呢了啊。！!？?]*$/iu,
  /\b(?:change|update|need|want)\b.{0,60}\baddress\b[^,\d]*(?:#?[\w-]*\d[\w-]*)?\W*$|^#?[\w-]+$/iu,
  /^(?=.*(?:我要|想要|换成|改成))(?!.*[省市区县镇乡村路街道巷弄号楼室栋单元座层]).*$/iu,
  /^(?:#?[a-z]{0,4}-?\d{4,}|就|是|要|和|跟|还有|[那这两三几]|订?单|个|都|\b(?:and|or|the|both|just|only|orders?)\b|[\s,，、。.])+$/iu,
);

/** Words of another deed, which no address has: with "an invoice too, VAT id DE 123" comes a number, and no place. */
const OTHER_DEED = /发票|抬头|税号|退[款货]|取消|\b(?:invoice|vat|tax (?:id|number|no)|refund|cancel)\b/iu;

/** The new address in a message, without recipient and phone: what follows "change it to …"; all of it when it was asked for. */
export function extractAddress(message: string, asked: boolean): string | undefined {
  const text = contactSaid(message).rest;
  for (const lead of LEADS) {
    const found = lead.exec(text)?.[1]?.trim().replace(COURTESY, '');
    if (found && found.length >= 5 && PLACE.test(found)) return found;
  }
  const whole = text.trim().replace(OPENER, '').replace(COURTESY, '');
  const isPlace = whole.length >= 5 && PLACE.test(whole) && !NO_ADDRESS.test(whole) && !OTHER_DEED.test(whole);
  return asked && isPlace ? whole : undefined;
}
