import { anyOf } from '../text/any-of.ts';
import { pattern } from '../text/pattern.ts';
import { isQuestion } from './question.ts';
import type { DialogueContext, Slots } from './types.ts';

const ELLIPSIS = anyOf(
  // "The purifier too"
  /^(?:and |oh |ok )*((?:the|my|that|those|these) [a-z][a-z' -]{1,30}?),? (?:too|as well)(?: please)?[.!?]*$/,
  /^(?:那么?|哦那?|嗯那?|好的?那)(.{1,14}?)(?:呢|怎么样|咋样|如何|怎么办)?[?？。]?$|^(.{1,10}?)呢[?？]?$/,
  /^(?:and|what about|how about|and what about|then what about|ok and|but what about|and for|(?:do )?(?:the )?same (?:thing )?(?:for|with|to)|also)\b[ ,]*(.{1,40}?)\??$/,
);
/** What points at one of several. */
const ONE_OF_THEM = [
  '第.(?:个|款|种|单|笔)|这个|那个|这款|那款|前一个|后一个',
  // "the blue one", "the latter"
  '(?:the |that |this )?(?:first|second|third|last|other|former|latter|next|[a-z]{3,10})(?: ones?)|(?:the )?(?:former|latter)',
  // 蓝色的那个, 最便宜的那款
  '[\\p{Script=Han}]{1,4}色的?(?:那个|那款)?|(?:最|更)?[\\p{Script=Han}]{1,4}的(?:那|这)(?:一?[个款台种只条件])',
].join('|');
const REFERENCE = new RegExp(
  `^(?:(?:no|no,|不是?,?|不对,?|我说的是|我是说|要|就|选|i mean|i meant|actually)[ ,，]*)*(?:${ONE_OF_THEM})(?:吧|呢|谢谢| please)?[.。!]?$`,
  'u',
);

/** The topic of a message that only makes sense after another ("那运费呢", "and the shipping fee?"); undefined for a full one. */
export function ellipticalTopic(normalised: string): string | undefined {
  const match = ELLIPSIS.exec(normalised);
  return match?.slice(1).find((topic) => topic !== undefined);
}

/** Whether the message only points at something ("第二个", "the blue one", "no, the other one"). */
export function isReference(normalised: string): boolean {
  return REFERENCE.test(normalised);
}

const WISHING_ZH = /有没有|有|要|想要|来个|换个|再|更|稍微|能不能|[，, ]/;
const LIKE_THAT_ZH = /便宜|贵|大|小|轻|重|好|亮|薄|厚|长|短|安静|快|耐用|结实|高级|简单/;
const OTHERWISE_EN = anyOf(
  /cheaper|bigger|smaller|lighter|quieter|stronger|better|nicer|simpler|larger|shorter/,
  /longer|warmer|faster|more expensive|alternatives?|other (?:ones|options|choices)/,
);
const REFINED = anyOf(
  pattern`^${WISHING_ZH}*${LIKE_THAT_ZH}(?:一?点|些|一些)?(?:的|儿)?(?:吗|呢|有吗|有没有)?[?？。]?$`,
  /^(?:有|还有)?(?:没有)?(?:别的|其他的?|另外的)(?:款|推荐|选择|呢|吗)*[?？]?$/,
  pattern`^(?:something |anything |a bit |much |any |maybe )*${OTHERWISE_EN}(?: (?:ones?|please|maybe|options?))*\??$`,
  /^(?:for|to) [a-z' ]{3,40}$/,
  /^.{2,10}(?:用|骑|穿|戴|吃|喝|送|住|看)的[。]?$/,
);

/** Whether the message only narrows a wish that was spoken of before ("cheaper", 便宜一点, "for getting to work"). */
export function refinesWish(normalised: string): boolean {
  return REFINED.test(normalised);
}

/** Whether the message gives what the last reply asked for and little else. */
export function answersAskedSlot(normalised: string, slots: Slots, context: DialogueContext): boolean {
  if (context.askedSlot === undefined) return false;
  const filled =
    slots.orderIds.length +
      slots.trackingNumbers.length +
      slots.phones.length +
      slots.emails.length +
      slots.dates.length >
      0 ||
    slots.ordinal !== undefined ||
    slots.quantity !== undefined ||
    slots.products.length + slots.categories.length > 0 ||
    slots.priceRange !== undefined ||
    slots.needs.length > 0;
  return filled || normalised.length <= 24;
}

/** What people write beside the number of an order and mean nothing else by. */
const BESIDE_NUMBER = anyOf(
  /订单编?号?|单号|编号|查询|查看|查一?下|查|看一?下|看看|帮忙|帮我|麻烦|请|是|的|我|这个|一下/g,
  /\b(?:it is|it's|its|here it is|show|check|look up|look at|find|please|pls|me|for|up)\b/g,
  /\b(?:order|number|no\.?|id|my|the|is)\b/g,
);

/** Whether nothing but an order or tracking number stands in the message. */
export function isBareNumber(normalised: string, slots: Slots): boolean {
  const numbers = [...slots.orderIds, ...slots.trackingNumbers];
  if (numbers.length === 0) return false;
  // A visitor gives the contact with it.
  const rest = [...numbers, ...slots.emails, ...slots.phones].reduce(
    (text, number) => text.replace(number.toLowerCase(), ' '),
    normalised,
  );
  return !/[\p{L}\p{N}]/u.test(rest.replace(BESIDE_NUMBER, ' '));
}

const GREETING =
  /^(?:(?:嗨|嘿|哈喽|哈啰|哈囉|哈罗|你好|您好|ni ?hao|hello|hiya|hi|hey|yo)(?: there|啊|呀|哦)?[\s,，、~～!！.。]*)+$/;

/** Whether the message greets and says nothing else. */
export function isGreeting(normalised: string): boolean {
  return GREETING.test(normalised);
}

const QUESTION_WORD = anyOf(
  /多久|几天|多长时间|在?哪里|在哪儿?|什么时候/,
  /how long|how often|how far|how many|where|(?:till |until |from )?when|what time|how late/,
);
const BEHIND_QUESTION_WORD = anyOf(
  /呢|啊|then/,
  / (?:does|do|will|would|is|did) (?:that|it|this|they)(?: all| usually| normally)?(?: take| be)?/,
  /(?: on)? (?:mon|tues|wednes|thurs|fri|satur|sun)days?/,
);
const BARE_QUESTION = pattern`^(?:那|要|大概|大约|一般|需要|and |so |ok )*${QUESTION_WORD}${BEHIND_QUESTION_WORD}?[?？]?$`;

/** Whether the message is a question word alone ("how long?", 几天), which asks it of what was spoken of before. */
export function isBareQuestion(normalised: string): boolean {
  return BARE_QUESTION.test(normalised);
}

const HELPLESS = anyOf(
  /^(?:那|那么|这|这个|现在|请问|就|你|直接|告诉我|跟我说|说说|[，, ])*(?:该|要|我该|我要|应该|可以)?(?:怎么办|怎么处理|怎么弄|咋办|咋整)(?:呢|啊|呀|才好)?[?？]?$/,
  /^(?:so |and |then |ok |okay |[,. ])*what (?:do|should|can|shall) (?:i|we) do(?: now| then| about (?:it|this|that))?\??$/,
);

/** "怎么办", "what do I do now?": a way out of what was told before is asked for. */
export const isHelpless = (normalised: string): boolean => HELPLESS.test(normalised);

const OTHER_OPTIONS = anyOf(
  /^(?:那|那么|请问|它|这款|这个)?(?:还)?(?:有没有|有|都有)(?:别的|其他|其它|另外的|什么|哪些|几种|几个)(?:颜色|尺码|尺寸|规格|容量|口味|味道|味儿|香味|香型|款式|型号|版本|图案|花色)(?:吗|呢|的)?(?:可选|可以选)?[?？]?$/u,
  /^(?:do you have|have you got|does it come in|is there|are there|any|what|which)[a-z ]{0,20}\b(?:colou?rs?|sizes?|scents?|flavou?rs?|fragrances?|styles?|patterns?|versions?|options?)\b[a-z ]{0,20}\??$/u,
);

/** "有没有别的颜色", "any other sizes?": the options of what is in view, not other goods. */
export const asksOtherOptions = (normalised: string): boolean => OTHER_OPTIONS.test(normalised);

const WHICH_OF_THEM = anyOf(
  /^(?:那|那么|请问|这(?:两|三|几)(?:个|款)(?:里|里面|中|当中)?|其中)*哪(?:一)?(?:个|款|种|台|只)(?:比较|相对|会|要|的)?(?:更|最|比较)?.{1,10}$/u,
  /^(?:and |so |ok,? )*which (?:one|of (?:them|these|those|the (?:two|three)))(?: (?:is|are|has|have|lasts?|uses?|holds?|weighs?|costs?|would be))\b[a-z' -]{1,50}\??$/u,
  /^(?:and |so )*which (?:is|has) (?:the )?[a-z]{3,12}(?:er|est|more [a-z]+|most [a-z]+)\??$/u,
);
const ADVICE = /推荐|建议|买哪|订单|单号|recommend|suggest|order|arriv|ship/;

/** "哪个便宜", "which one is lighter?": a question among what is in view. */
export const asksWhichOfThem = (normalised: string): boolean =>
  WHICH_OF_THEM.test(normalised) && !ADVICE.test(normalised);

const WHICH_IS_MORE = anyOf(
  /哪(?:一)?(?:个|款|种|台|只|件|双)(?:比较|相对|会|要|的)?(?:更|最|比较|好|便宜|贵)/u,
  /\bwhich (?:one )?(?:is|has|lasts?|uses?|holds?|weighs?|costs?) (?:the )?(?:[a-z]{3,12}(?:er|est)|more|most|less|least|better|best)\b/u,
);

/** "M4 和 M6 哪个更安静": which of those named has more of something. */
export const asksWhichIsMore = (normalised: string): boolean =>
  WHICH_IS_MORE.test(normalised) && !ADVICE.test(normalised);

const MEASURE = anyOf(
  /\d+(?:\.\d+)? ?(?:cm|mm|kgs?|lbs?|pounds?|stone|m²|sqm|square (?:met(?:er|re)s?|feet)|(?:met|lit)(?:er|re)s?|inch(?:es)?|feet|ft|years?(?:[- ]old)?|months?(?:[- ]old)?|people|persons?)\b/,
  /\d+(?:\.\d+)?(?:厘米|公分|毫米|公斤|千克|斤|平米|平方米?|平|英?寸|岁|个?月大|个?人|升|米)/,
  /[一二两三四五六七八九十半]+(?:岁|个人|口人|斤|公斤|平米|平)/,
  /(?:身高|体重|腰围|头围|胸围|脚长|面积)(?:大概|大约|是|在)*\d/,
);
const LONGEST_MEASURE = 40;

/** Whether the message only tells a measure ("she is 110 cm", 身高170, 客厅 30 平米): an answer or a wish, not a question. */
export function tellsMeasure(normalised: string): boolean {
  return normalised.length <= LONGEST_MEASURE && MEASURE.test(normalised) && !isQuestion(normalised);
}

const CHANGES: ReadonlySet<string> = new Set([
  'cancel_order',
  'change_address',
  'change_items',
  'return_request',
  'exchange_request',
]);
const WANTS_CHANGE = /退(?!款)|换|改|取消|\b(?:cancel|return|exchang|swap|chang)/;

/** Whether a text names a change of an order. */
export const wantsChange = (normalised: string): boolean => WANTS_CHANGE.test(normalised);

const MAKES = /(?:把|将).{1,16}(?:换|改)[成为]|\bmake (?:it|that|them|those) (?!out\b|stop\b|work\b)/;

/** "And the cover, make it the long one", 把床垫换成 1.5 米的: something that was ordered is to be another. */
export const makesAnother = (normalised: string): boolean => MAKES.test(normalised);

/** An elliptical topic that was taken for a change which it does not name: "and the one of May?" only names an order. */
export const changesUnsaid = (topic: string, intent: string): boolean => CHANGES.has(intent) && !wantsChange(topic);

/** "And the hat's refund?": how it stands, not a new one. */
export const asksRefund = (topic: string): boolean => /退款|refund/.test(topic);

const STAYS = anyOf(
  /还(?:在|留着|有效)(?:的?吧|吗|不|的|呢)|(?:没|没有)(?:被)?(?:取消|动|改|退)(?:掉|了)?(?:吧|吗)|不受影响/,
  /\bstill (?:on|there|coming|active|in place|ok(?:ay)?|fine)\b/,
  /\b(?:not|n't) (?:been )?(?:affected|touched|cancell?ed)\b/,
);

/** "And the machine, that one is still on?", 那咖啡机呢 还在吧: whether something was left alone, not a wish. */
export const asksWhetherStays = (normalised: string): boolean => STAYS.test(normalised);

const OWNS = anyOf(
  /^(?:but |well |no,? |oh |though |[,. ])*(?:i|we)(?:'ve| have)? (?:already |still )*(?:have|own|got|bought)(?: got)? (?:the|that|this|it|one|those|these|some)\b(?! (?:order|number|same|question|problem|issue))/,
  /^(?:不过|但是?|可|这个?|那个?|[，, ])*我?(?:家里?)?(?:已经)?(?:有(?:了|这个|那个|一个)|买(?:了|过(?:了)?)这?|不缺)/,
);

/** "I already have that one", 这个我有了: what was offered is no use, something else may be. */
export const ownsAlready = (normalised: string): boolean => OWNS.test(normalised) && !isQuestion(normalised);

const GOES_WITH = anyOf(
  /\b(?:what|which|anything|something)\b.{0,24}\b(?:go(?:es)?(?: well)?|match(?:es)?|pairs?) with\b/,
  /\bwhat (?:else )?(?:do|did) (?:(?:other )?(?:people|customers|buyers|others)|you|most) (?:also |usually |often )?(?:buy|get|order|sell|bought) (?:together )?with\b/,
  /(?:要|该|能|可以)?(?:搭配?|配)(?:点|些)?(?:什么|啥|哪)|(?:搭配?|配).{1,12}(?:的)?(?:有什么|推荐)/,
);

/** "What goes with the shoes I bought", 吸尘器要配什么: goods are looked for, whoever has the thing. */
export const asksWhatGoesWith = (normalised: string): boolean => GOES_WITH.test(normalised);
