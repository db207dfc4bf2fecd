import { anyOf } from '../../text/any-of.ts';
import type { Sentence } from '../text/sentences.ts';
import { ENGLISH_STOP_WORDS } from '../text/stop-words.ts';
import { rowText } from '../text/table-row.ts';

/** What kind of thing a question wants to hear: an amount, a span of time, a person … */
export type AnswerType =
  | 'money'
  | 'duration'
  | 'frequency'
  | 'share'
  | 'count'
  | 'date'
  | 'person'
  | 'place'
  | 'contact'
  | 'reason'
  | 'weight'
  | 'length'
  | 'volume'
  | 'age';

const NUMERAL_EN =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|(?:six|seven|eigh|nine)ty|hundred|half|once|twice';
const NUMBER = String.raw`(?:\d[\d.,]*|(?<!\p{L})(?:${NUMERAL_EN})(?!\p{L})|[一二两三四五六七八九十百千万亿半]+(?=[个次名位条种人岁天年月小分元吨台件家支部所本套间项级层座场倍届度公英平]))`;
const UNIT_OF_TIME =
  'seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|working days?|business days?';
const CURRENCY = 'eur|usd|gbp|cny|rmb|hkd|twd|jpy|sgd|aud|cad|chf';
const MONTH = 'january|february|march|april|may|june|july|august|september|october|november|december';

interface Kind {
  type: AnswerType;
  /** Undefined: no question asks for it, and a text's may be the limit of what a question names ("of 12 kg"). */
  asked?: RegExp;
  /** Names of such things, which ask for one where the question asks for nothing else: not in "when is the fee due". */
  named?: RegExp;
  /** A word or a stem that asks for nothing but this kind: "多少钱" does, "运费" names a thing beside it. */
  alone?: RegExp;
  /** What such an answer looks like, in either language. */
  found: RegExp;
}

/** The first that a question fits is taken: the special before the general. */
const KINDS: Kind[] = [
  {
    type: 'contact',
    asked: anyOf(
      /\b(?:phone|telephone|hotline|e-?mail|contact|whats ?app|wechat)\b/i,
      /\bwho (?:can|do|should) i (?:call|ring|write)\b/i,
      /电话|手机号|热线|邮箱|微信号?|联系方式|(?:怎么|如何|哪里)(?:才能)?联系|打给谁|找谁/i,
    ),
    alone:
      /^(?:电话|热线|号码|邮箱|微信|联系|联系方式|怎么联系|phone|telephon|hotlin|email|contact|number|call|reach)$/,
    found: anyOf(
      /[\w.+-]+@[\w-]+\.[\w.-]+|(?<![\d-])(?:\+?\d{1,3}[\s-])?(?:\d{3,4}[\s-]){1,2}\d{3,8}(?![\d-])/giu,
      /(?<!\d)(?:1[3-9]\d{9}|9\d{4}|0\d{9,10})(?!\d)/giu,
      /微信(?:号|公众号)?[：:]?\s?[\w-]{4,}|公众号|在线客服/giu,
      /\blive chat\b/giu,
    ),
  },
  {
    type: 'share',
    asked:
      /\bwhat (?:percent(?:age)?|proportion|portion|share|fraction|ratio)|百分之几|百分比|比例|几折|折扣率?是?多少|占多少/i,
    alone: /^(?:几折|打几折|打折|折扣|百分之几|比例|打|折|percent|percentag|discount)$/,
    found:
      /\d[\d.]*\s?[%％]|\bper ?cent\b|百分之|分之[一二三四五六七八九十]|\d(?:\.\d)?\s?折|\b(?:half|quarter|third|two-thirds|majority|most)\b|一半|大部分|大多数/giu,
  },
  {
    type: 'money',
    asked:
      /\bhow much (?:is|are|was|were|does|do|did|would|will|to|for|money|i)\b|多少(?:钱|元|块|费用|运费|押金)|几[块元]|多贵|扣多少/i,
    named: /\b(?:price|cost|fee|charge|deposit|fare|salary|fine|deduct(?:ion|ed)?)\b|价格|价钱|费用|收费|运费|押金/i,
    alone: /^(?:多少钱|几块钱|几元|价格|价钱|费用|收费|要钱|花钱|收钱|钱|贵|多贵|price|cost|fee|charg)$/,
    found: new RegExp(
      String.raw`[¥￥$€£]\s?\d[\d.,]*|\b(?:${CURRENCY})\s?\d[\d.,]*|\d[\d.,]*\s?(?:元|块|[美欧日港]元|英镑|[港台]币|人民币|万元|亿元|yuan|dollars?|euros?|pounds?|pence|cents?|francs?|kron(?:er|or|a)|yen|won|rupees?|pesos?|zloty|baht|法郎|韩元|卢布|泰铢|[€£]|(?:${CURRENCY})\b)|(?<!-)\bfree\b(?! (?:of|from) (?!charge|cost|[€£$\d]))|免费|包邮|免运费|(?<=(?:price|cost|fee|charge|deposit|价格?|费用?|押金|金额)[^:：;；\d]{0,20}[:：]\s?)\d[\d.,]*|(?<=\b(?:charged|costs?|priced) (?:at )?)\d+[.,]\d{2}\b`,
      'giu',
    ),
  },
  {
    type: 'duration',
    asked: anyOf(
      /\bhow (?:long|soon|quick(?:ly)?|fast)\b/i,
      /\bhow many (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b/i,
      /多久|多长时间|多快|几(?:天|个?小时|个?月|年|分钟|周|个?星期|个?工作日)|多少(?:天|小时|个月|年|分钟)|期限|时效|期是多/i,
    ),
    alone: /^(?:多久|几天|多长时间|时间|时长|期限|时效|多快|时限|long|time|durat|quick|soon|dai|day)$/,
    found: new RegExp(
      String.raw`${NUMBER}[\s-]*(?:(?:to|–|-|至|到)\s?\d+\s*)?(?:${UNIT_OF_TIME})(?!\p{L})|\d+\s?(?:个?工作日|个?自然日|天|个?小时|个?月|年|分钟|周|个?星期|秒)|[一二两三四五六七八九十半]+(?:个?工作日|个?自然日|天|个?小时|个月|年|分钟|周|个?星期|日内)|当[天日]|次日|隔[天日]|\b(?:same|next) day\b|\bovernight\b|长期|永久|终身|\blifetime\b|(?<=(?:${UNIT_OF_TIME}|天|日|小时|周|个月|年|时效)[)）]?\s?[:：]\s?)\d[\d.,]*`,
      'giu',
    ),
  },
  {
    type: 'frequency',
    asked: /\bhow often\b|\bhow frequently\b|多久[一换洗清更保]|几次|频率/i,
    alone: /^(?:多久一次|几次|频率|often|frequent)$/,
    found:
      /\b(?:every|each|daily|weekly|monthly|yearly|annually|once|twice|per)\b|每[^，。；]{0,6}(?:次|天|周|月|年|日)|\d\s?次/giu,
  },
  {
    type: 'count',
    asked: anyOf(
      /\bhow (?:many|much|old|far|big|large|tall|high|heavy|deep|wide|fast)\b/i,
      /\bwhat (?:number|size|weight|height|capacity|power|age|temperature|distance|population|score|amount)\b/i,
      /\b(?:capacity|wattage|weight|population)\b/i,
      /多少|几[个名位条种台件家只张人款斤升瓦岁本层楼层]|多[大高重远宽深]|功率|容量|重量|尺寸|人口|数量|岁数|年龄/i,
    ),
    found: new RegExp(NUMBER, 'giu'),
  },
  {
    type: 'date',
    asked: anyOf(
      /\bwhen(?:['’]s| (?:is|are|was|were|do|does|did|will|would|can|could|should|shall|must|has|have|had|may|might))\b/i,
      /\b(?:until|till|by|since|know|tell me|about) when\b|\bwhen\W*$/i,
      /\b(?:what|which) (?:year|date|day|month|time|century|decade)\b|\bwhat time\b|\bopening hours\b/i,
      /什么时[候间]|何时|哪[一]?[年天日月]|几[点号月]|哪个(?:世纪|月|年)|啥时候|日期|截止|哪一?年/i,
    ),
    alone: /^(?:什么时候|何时|几点|几号|日期|时间|截止|date|time|hour)$/,
    found: new RegExp(
      String.raw`(?<!\d)(?:1\d{3}|20\d{2})(?!\d)|\b(?:${MONTH}|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|weekends?)\b|\d{1,2}:\d{2}|\b\d{1,2}\s?(?:am|pm)\b|\d{1,2}\s?[月日号点]|[一二三四五六七八九十]{1,3}月|\d+\s?世纪|\b\d+(?:st|nd|rd|th) century\b|周[一二三四五六日末]|星期[一二三四五六日天]|${NUMBER}\s?(?:${UNIT_OF_TIME}|天|个?小时|个?工作日|个?月)`,
      'giu',
    ),
  },
  {
    type: 'person',
    asked: anyOf(
      /\bwho(?:m|se)?\b/i,
      /\b(?:what|which) (?:person|people|man|woman|player|king|queen|leader|president|scientist|researcher|author|actor|singer|general|emperor|company|team)\b/i,
      /谁|哪[一两几]?[位名]|什么人|哪个(?:人|球员|公司|国王|皇帝)/i,
    ),
    alone: /^(?:谁.?|哪位|who)$/,
    found: anyOf(
      /(?<!\p{Lu}\p{L}* )\p{Lu}[\p{L}'’-]+(?:\s(?:(?:of|de|von|van|du|the)\s)?\p{Lu}[\p{L}'’.-]*)*/gu,
      /\p{Script=Han}{1,6}[·•・‧]\p{Script=Han}{1,8}/gu,
      /[阿埃艾安奥巴贝本比毕彼波伯博布查达戴丹道德迪蒂杜多恩尔法菲费弗佛福富盖甘冈戈格古哈海汉赫亨胡霍基吉加伽贾杰金卡凯坎考柯科克肯库夸拉莱兰朗劳勒雷里利莉列林琳龙卢鲁路露伦罗洛马玛迈麦曼梅门蒙米密莫墨默姆穆拿娜纳奈南内尼妮涅纽努诺欧帕派佩皮珀普契恰钦琼让热瑞若萨塞赛桑瑟沙莎舍施史斯丝苏索塔泰坦汤唐特提图托瓦万威韦维魏温沃乌吴西希夏谢辛雅亚扬耶叶伊因尤约泽詹珍朱祖]{2,8}/gu,
      /\b(?:we|you|your|customers?|buyers?|sellers?|us|shop|store|merchant|courier|carrier)\b/gu,
      /我们|您|顾客|客户|买家|卖家|商家|本店|快递员|本人/gu,
    ),
  },
  {
    type: 'place',
    asked: anyOf(
      /\bwhere\b/i,
      /\b(?:what|which) (?:country|city|town|place|state|region|address|location|county|street|island|river|continent)\b/i,
      /哪里|哪儿|何处|什么地方|哪个(?:国家|城市|地方|地区|州|省|郡|城镇|门店|镇)|地址|在哪|位于哪|到哪|寄到哪|哪条/i,
    ),
    alone: /^(?:哪里|哪儿|在哪|地址|地点|位置|address|locat)$/,
    found: anyOf(
      /(?<=\b(?:in|at|from|to|near|into|on|of|via|outside|across|between)\s(?:the\s)?)\p{Lu}[\p{L}'’-]+/gu,
      /\p{Script=Han}{2,}(?:[省市县郡区镇村路街州国岛湖河海山洲港湾]|大学|城堡|门店|仓库|车站|机场|地区|广场|中心)/gu,
      /\b(?:address|street|road|floor|building|warehouse|showroom|counter|locker|page|menu|settings)\b/gu,
      /\d+\s?[号楼室]|页面|菜单|设置/gu,
    ),
  },
  {
    type: 'reason',
    asked: /\bwhy\b|\bwhat (?:is|was) the (?:main )?(?:reason|cause)\b|\bfor what reason\b|为什么|为何|为啥|原因/i,
    found:
      /\bbecause\b|\bdue to\b|\bsince\b|\bas a result\b|\bin order to\b|\bcaused? by\b|\bso that\b|因为|由于|因此|所以|以便|为了|导致|原因/giu,
  },
  { type: 'weight', found: /\d[\d.,]*\s?(?:(?:kg|kilo|kilogram|g|gram|lb)s?\b|公斤|千克|斤|克)/giu },
  {
    type: 'length',
    found: /\d[\d.,]*\s?(?:(?:[mc]?m|(?:centi)?met(?:re|er)s?|inch(?:es)?)\b|厘米|公分|毫米|英?寸|米)/giu,
  },
  { type: 'volume', found: /\d[\d.,]*\s?(?:(?:ml|l|lit(?:re|er)s?)\b|毫升|升)/giu },
  { type: 'age', found: /\d+[\s-]?(?:(?:year|yr)s?[\s-]old\b|周?岁)|\bage[ds]?\b[^.;\d]{0,12}\d+/giu },
];

const CALENDAR = new RegExp(`^(?:${MONTH}|(?:sun|mon|tues|wednes|thurs|fri|satur)days?)$`, 'i');
const PARTY = /^(?:we|you|your|us)$/;

/** A word of the question that only says which kind of answer is wanted, and that an answer of the kind meets. */
export const asksOnlyFor = (type: AnswerType, word: string): boolean =>
  KINDS.find((kind) => kind.type === type)?.alone?.test(word) ?? false;

/** A term that stands in no text: what holds an answer of the kind is taken to have it. */
export const kindTerm = (type: AnswerType): string => `?${type}`;

export const isKindTerm = (term: string): boolean => term.startsWith('?');

export const typeOfKindTerm = (term: string): AnswerType | undefined =>
  isKindTerm(term) ? KINDS.find(({ type }) => kindTerm(type) === term)?.type : undefined;

/** How an answer to the question would look, or undefined when its wording does not tell. */
export function answerTypeOf(question: string): AnswerType | undefined {
  const asked = KINDS.find((kind) => kind.asked?.test(question))?.type;
  // "How many" and 多少 may be of money too.
  if (asked !== undefined && asked !== 'count') return asked;
  return KINDS.find(({ named }) => named?.test(question))?.type ?? asked;
}

/**
 * Whether a sentence holds something of the kind that is asked for and that the question did not say itself:
 * a sentence that only repeats the question answers nothing.
 */
export function holdsAnswer(
  type: AnswerType,
  sentence: Pick<Sentence, 'kind' | 'text' | 'lead'>,
  question: string,
): boolean {
  const found = KINDS.find((kind) => kind.type === type)?.found;
  if (!found) return false;
  const asked = question.toLowerCase();
  // A bare number in a column of prices is an amount.
  const text = sentence.kind === 'row' ? rowText(sentence.text, sentence.lead, 'en') : sentence.text;
  for (const match of text.matchAll(found)) {
    const plain = match[0].toLowerCase();
    if (asked.includes(plain)) continue;
    if (type !== 'person') return true;
    // A capital at the beginning makes no name, and neither does a month.
    const opens = match.index === 0 && /^\p{Lu}\p{Ll}+$/u.test(match[0]) && !PARTY.test(plain);
    if (!opens && !CALENDAR.test(plain) && (!ENGLISH_STOP_WORDS.has(plain) || PARTY.test(plain))) return true;
  }
  return false;
}
