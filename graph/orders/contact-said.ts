import { anyOf } from '../../text/any-of.ts';
import { PHONE_DIGITS, SURE_PHONES } from '../../understanding/slots/identifiers.ts';

/** Who takes a parcel, as far as a message tells. */
export interface Contact {
  name?: string;
  phone?: string;
}

const HAN_PHONE = '(?:[电電][话話]|手[机機][号號]?[码碼]?|[号號][码碼]|[联聯][系絡络]方式)';
const HAN_RECIPIENT = '(?:收[件货貨]人|收件者|[联聯][系絡络]人)';
const RECIPIENT = '(?:recipient|addressee|receiver|name\\b.{0,24}\\b(?:parcel|package|label|delivery|shipment))';
const OF_NAME = new RegExp(`${HAN_RECIPIENT}|\\b${RECIPIENT}\\b`, 'iu');
const OF_PHONE = new RegExp(`${HAN_PHONE}|\\b(?:phone|mobile|tel|telephone|cell|my number)\\b`, 'iu');

/** Whether a message speaks of who takes a parcel, by name or by phone. */
export const speaksOfContact = (text: string): boolean => OF_NAME.test(text) || OF_PHONE.test(text);

const SURE = new RegExp(SURE_PHONES.map(({ source }) => source).join('|'));
const ANNOUNCED = new RegExp(PHONE_DIGITS.source);
const PHONE_LABEL = anyOf(
  new RegExp(`的?${HAN_RECIPIENT}?的?${HAN_PHONE}(?:改|换|換)?(?:成|为|為|是)?[\\s:：]*$`, 'iu'),
  /\b(?:and )?(?:my |the )?(?:phone|tel|mobile|number)(?: number)?(?: is| to)?[\s:]*$/iu,
);

/** Family names: beside a phone number (王芳 13…) or a label (收件人王芳) they tell that a person is meant. */
const FAMILY =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱侯江尹薛闫閻段雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯';

/** What stands behind a label and is none, and what ends one. */
const NO_LATIN_NAME = 'wrong|not|incorrect|still|no';
const BEHIND_LATIN_NAME = 'and|with|please|instead|now|thanks|for|on|at|phone|tel|mobile';
const LATIN_WORD = "\\p{L}[\\p{L}'’.-]*";
const LATIN_NAME = `(?!(?:${NO_LATIN_NAME})\\b)${LATIN_WORD}(?: (?!(?:${BEHIND_LATIN_NAME})\\b)${LATIN_WORD}){0,4}`;
const HAN_END = `(?=吧|可以|行吗|好吗|就[行好]|[谢謝]|[，,。；;！!？?、\\s]|的?${HAN_PHONE}|\\d|$)`;
const HAN_NAME = `[\\p{Script=Han}·]{2,8}?${HAN_END}`;
/** What begins as a name does. */
const HAN_NAME_OF_FAMILY = `[${FAMILY}][\\p{Script=Han}·]{1,3}`;
const HAN_RELATED =
  '[我他她]?的?(?:老婆|老公|妻子|丈夫|太太|先生|妈妈?|爸爸?|父亲|母亲|同事|室友|[女男]?朋友|姐姐?|哥哥?|妹妹?|弟弟?|女儿|儿子)';

const NAME_LABEL = `${HAN_RECIPIENT}(?:的?(?:姓名|名字))?`;
/** 写错了，应该改成: between the label and the name. */
const IS_WRONG = '(?:[写填弄搞]?错了?|不对)?';
const SHOULD_BE = '(?:帮我|请|要|想|应该)?(?:改|换|換|变更|更改|修改|写|寫|填)?(?:成|为|為|是|叫)';

/** Each has the name in its group. */
const GIVEN = [
  // 收件人改成…, 收件人：…
  new RegExp(`${NAME_LABEL}${IS_WRONG}[\\s，,]*(?:[:：]|${SHOULD_BE})[\\s，,:：]*(${HAN_NAME}|${LATIN_NAME})`, 'iu'),
  // 收件人写王芳, 张伟改成王芳
  new RegExp(
    `(?:${NAME_LABEL}[\\s，,]*(?:改|换|換|写|寫|填)?\\s*|^[${FAMILY}]\\p{Script=Han}{1,3}(?:改|换|換)(?:成|为|為))` +
      `((?:${HAN_RELATED})?${HAN_NAME_OF_FAMILY}?${HAN_END}|[A-Z]${LATIN_NAME})`,
    'u',
  ),
  new RegExp(
    `\\b(?:put|set|make|have|use|add|want) (${LATIN_NAME}) (?:down )?(?:as|to be) (?:the |a )?(?:new )?${RECIPIENT}\\b`,
    'iu',
  ),
  new RegExp(`\\b${RECIPIENT}\\b[^.?!]{0,40}?\\b(?:to|is|be|as)\\b:? (${LATIN_NAME})`, 'iu'),
  new RegExp(`\\b${RECIPIENT}(?:'s name)?: ?(${LATIN_NAME})`, 'iu'),
];

/** Whose name is not said, "my husband", 我妈: what follows is the name. */
const NO_NAME = anyOf(
  new RegExp(`^(?:${HAN_RELATED}|[我他她]?的?(?:家人|别人|他人))`, 'iu'),
  /^(?:my|her|his|our) (?:husband|wife|partner|boyfriend|girlfriend|mother|mum|mom|father|dad)\b[ ,]*/iu,
  /^(?:my|her|his|our) (?:sister|brother|son|daughter|friend|colleague|neighbou?r|flatmate)\b[ ,]*/iu,
  /^(?:me|him|her|them|someone|somebody|another|else|it|that|this|a|the|my|your|different|一|我|他|她|改|换|写|错|不|有误|要|能|可以|怎么)(?![a-z])(?: .*)?$/iu,
);

const BEFORE_PHONE = new RegExp(`(?<=^|[\\s，,、:：])(${HAN_NAME_OF_FAMILY})[\\s，,、:：]*$`, 'u');
const BEHIND_PHONE = new RegExp(`^[\\s，,、]*(${HAN_NAME_OF_FAMILY})(?=$|[\\s，,。!！])`, 'u');

/** The recipient and phone that a message gives for a parcel, and what is left of it; `asked`: they were asked for. */
export function contactSaid(text: string, asked = false): { contact: Contact; rest: string } {
  const phone = SURE.exec(text) ?? (asked || OF_PHONE.test(text) ? ANNOUNCED.exec(text) : null);
  const before = phone ? text.slice(0, phone.index).replace(PHONE_LABEL, '') : text;
  const after = phone ? text.slice(phone.index + phone[0].length) : '';
  const withoutPhone = phone ? `${before}，${after}` : text;
  const labelled = GIVEN.map((pattern) => pattern.exec(withoutPhone)).find((match) => match !== null);
  const found = labelled ?? (phone && (BEFORE_PHONE.exec(before) ?? BEHIND_PHONE.exec(after)));
  const rest = trimmed(found ? withoutPhone.replace(found[0], '，') : withoutPhone);
  const name = nameIn(
    found?.[1] ?? (asked ? rest.replace(/^.*(?:改成|换成|改为|应该是|叫|是)\s*|^(?:it'?s|to)\s*/iu, '') : ''),
  );
  return { contact: { ...(name && { name }), ...(phone && { phone: phone[0].trim() }) }, rest };
}

const LONGEST_HAN = 8;
const trimmed = (text: string): string => text.replace(/^[\s，,、]+|[\s，,、。.!！]+$/gu, '');

const nameIn = (said: string): string | undefined => {
  const name = trimmed(said.replace(NO_NAME, ''));
  const fits = /\p{Script=Han}/u.test(name) ? name.length <= LONGEST_HAN : true;
  return fits && /^[\p{L} .'’·-]{2,40}$/u.test(name) ? name : undefined;
};
