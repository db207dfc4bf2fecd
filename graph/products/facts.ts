import { allTexts } from '../../stores/local-text.ts';
import type { Product } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import { attributeText } from '../../tools/products/attribute-text.ts';
import { flagOf } from '../../tools/products/flag-value.ts';
import { askedProperty, askedUnits, isMet, labelOf, termsOf } from '../../tools/products/product-words.ts';
import { sentencesOf } from '../../tools/recommending/told-by-row.ts';

/** Properties that are for the shop's own use. */
const HIDDEN = new Set(['complements', 'consumable', 'recommend']);
/** Questions about measures name them by an adjective. */
const ASKS: readonly (readonly [RegExp, RegExp])[] = [
  [/安静|静音|噪音|吵|\b(?:quiet\w*|silent|nois[ey]\w*|loud\w*)\b/i, /noise|噪/i],
  [
    /多重|重量|(?:更|哪.{0,4}|比较)[轻重]|\b(?:heavy|heavier|lighter|lightest)\b|\bweigh(?:s|t)?\b/i,
    /(?<!max_)weight|(?<![承载])重/i,
  ],
  [
    /省电|耗电|费电|\b(?:uses?|using|saves?) (?:more |less |the (?:most|least) )?(?:power|electricity|energy)\b/i,
    /power|energy|功率/i,
  ],
  [/准不准|准吗|精度|误差|\b(?:in)?accura(?:te|cy)\b|\bprecis(?:e|ion)\b/i, /accura|precision|toleran|误差|精度/i],
  [
    /续航|电.{0,4}多久|\bbattery life\b|\blasts? (?:longer|longest)\b|\bhow long .{0,30}\b(?:battery|charge)\b/i,
    /battery|runtime|续航/i,
  ],
  [/多长|\bhow long is\b|\blength\b/i, /length|长度/i],
  [/多高|高度|\bhow (?:tall|high)\b/i, /height|高度?$/i],
  [/多宽|宽度|\bhow wide\b/i, /width|宽度?$/i],
  [/多深|深度|\bhow deep\b/i, /depth|深度?$/i],
  [/多厚|厚度|\bhow thick\b/i, /thick|厚度?$/i],
  [/多[高宽深厚]|[高宽深厚]度|\bhow (?:tall|wide|deep|thick|high)\b/i, /dimension|尺寸/i],
  [/多大|容量|\bhow (?:big|much does it hold)\b|\bcapacity\b|\blitres?\b/i, /capacity|volume|容量/i],
  [
    /什么做|啥做|[什啥]么?(?:木|布|料|材)|材质|面料|成分|什么料|\bmade (?:of|from)\b|\bfabric\b|\bmaterials?\b/i,
    /material|fabric|upper|composition|ingredient|材质|面料|成分/i,
  ],
  [/哪里(?:的|产|生产)|产地|哪产|\bwhere .{0,30}(?:from|made|grown)\b|\borigin\b/i, /origin|made_in|产地/i],
  [/过敏|\ballerg/i, /allerg|过敏/i],
  [
    /放(?:多久|几天)|保质|多久过期|能放|\bexpir|\bshelf\b|\bkeeps? (?:for )?how\b|\bhow long (?:does|do|will) .{0,40}(?:keep|last)\b/i,
    /shelf|expir|保质/i,
  ],
  [/什么味|味[道的]?[吗嘛么?？]|\bflavou?rs?\b|\btaste/i, /flavou?r|taste|口味|味道/i],
  [/怎么(?:保存|存|放)|保存|储存|冷藏|冷冻|\bstor(?:e|ed|age)\b|\bkeep (?:it )?in\b/i, /storage|保存|存/i],
  [
    /(?:住|坐|睡|容纳|供|够).{0,2}(?:几|多少)个?人|几人[用份]|\bhow many (?:people|persons|guests)\b|\b(?:sleeps?|serves?|seats?|feeds?) how many\b|\bhow many .{0,20}(?:sleep|serve|seat|feed)/i,
    /persons|people|serves|seats|sleeps|人数/i,
  ],
  [
    /承重|承受|能[坐背放装驮]多重|\bhow much weight\b|\bhow heavy (?:can|may|should)\b|\bwhat (?:weight )?(?:does|do|can|will) .{1,24}\b(?:hold|support|carry|take)\b|\b(?:hold|support|carry|bear|take)s? .{0,12}(?:kg|kilos?|pounds?|lbs?|weight)\b|\bweight limit\b/i,
    /load|max_weight|承重/i,
  ],
  [
    /一个人|单人|自己玩|\b(?:alone|solo|(?:by|on) (?:my|your)(?: ?self| own)|single[- ]player)\b/i,
    /players|persons|人数/i,
  ],
  [
    /连(?:接|上)?(?:手机|电脑|平板)|(?:手机|app).{0,4}(?:连|控制|操作)|\b(?:connect|pair|works?|sync|control\w*)\b.{0,24}\b(?:phone|iphone|android|tablet|app)\b/i,
    /bluetooth|wifi|wi_fi|\bapp\b|app_control|connect|蓝牙|连接/i,
  ],
  [
    /(?:猫|狗|宠物).{0,6}(?:安全|有毒|能吃|怕)|对(?:猫|狗|宠物)|怕(?:猫|狗)|\b(?:cats?|dogs?|pets?)\b.{0,20}\b(?:safe|toxic|ok|poison)|\b(?:safe|toxic|ok|poison\w*) .{0,8}(?:cats?|dogs?|pets?)\b/i,
    /pet|toxic|宠物/i,
  ],
  [
    /(?:\d|[一二三四五六七八九十半])个?(?:多)?(?:岁|月)(?:大|的|半)|几岁|多大(?:的)?(?:孩子|宝宝|小孩|年龄)|新生儿|\b(?:\d+|one|two|three|four|five|six)[- ]?(?:years?|yrs?|months?)[- ]olds?\b|\bnew-?borns?\b|\b(?:for|to) (?:a |my |an )?(?:bab(?:y|ies)|toddlers?|infants?)\b|\bwhat age\b|\bhow old\b/i,
    /(?<![a-z])age|年龄|月龄/i,
  ],
  [
    /晒|阳光|光照|日照|喜阴|耐阴|\b(?:sun(?:light|ny|shine)?|shade|shady|bright)\b/i,
    /(?<![a-z])light(?!er|_source)|sun|光照|日照/i,
  ],
  [
    /怕冷|耐寒|抗寒|过冬|冻(?:死|坏|伤)|\b(?:frost|hardy|survive (?:the )?winter|cold-?resistant)\b/i,
    /min_temp|最低温|耐寒|hard(?:y|iness)|frost/i,
  ],
  [
    /插头|怎么充电|插电|\b(?:plug|mains|how (?:do i|is it|does it|to) charged?)\b/i,
    /plug|charging|power_(?:source|supply)|插头|电源|充电/i,
  ],
  [/多少度|几度|高温|耐热|\b(?:what|which|how high a) temperature\b|\bheat[- ]?(?:proof|resist)/i, /temp|heat|温/i],
  [
    /多少[颗粒片块个张枚件棵株支只]|[几多少][颗粒片块张枚件棵株支]|\bhow many (?:pieces|pcs|prints?|pictures|sheets|bricks|blocks|are in|in a)\b/i,
    /pieces|pcs|prints|count|sheets|[颗粒片块张枚件棵株支]数|数量/i,
  ],
  [/下雨|淋雨|防水|\brain(?:y)?\b|\bwaterproof\b/i, /waterproof|water_resist|防水/i],
  [
    /(?:自己|要不要|用不用|需要|难不难|好不好).{0,3}[安组拼]?装|[组拼]装|\bassembl|\bput (?:it |them )?together\b|\bflat[- ]?pack/i,
    /assembl|install|[组安]装/i,
  ],
  [/怎么洗|机洗|水洗|洗涤|保养|\bwash|\bmachine\b|\bdry clean|\bcare\b/i, /care|wash|洗/i],
];

/** A number is asked for. */
const HOW_MUCH =
  /多[重大高长宽厚深久少]|几|[更最][轻重大小]|\bhow (?:much|many|heavy|big|long|tall|wide|thick|deep|large|high)\b|\b(?:lighter|lightest|heavier|heaviest|weigh(?:s|t)?)\b/i;

export interface ProductFact {
  label: string;
  value: string;
}

/** One property of a product in words. */
export const factOf = (product: Product, key: string, language: Language): ProductFact => ({
  label: labelOf(key, language).label,
  value: attributeText(key, product.attributes[key], language),
});

/** The properties of a product that a question asks for, by their names in either language. */
export function askedFacts(product: Product, question: string, language: Language): ProductFact[] {
  const units = askedUnits(question, allTexts(product.name));
  const namesAny = (asked: (key: string) => boolean) => Object.keys(product.attributes).some(asked);
  const byWhole = askedProperty(units);
  // "Prescription lenses" asks for "can take prescription" where no property is called by all of it.
  const isNamed = namesAny(byWhole) ? byWhole : askedProperty(units.flatMap(({ parts }) => parts));
  const names = allTexts(product.name).join(' ').toLowerCase();
  const codes = (question.toLowerCase().match(CODE) ?? []).filter((code) => !names.includes(code));
  const facts = Object.entries(product.attributes).flatMap(([key, value]) => {
    if (HIDDEN.has(key) || value === null) return [];
    const asked = isNamed(key) || ASKS.some(([q, k]) => q.test(question) && k.test(key)) || holdsCodes(value, codes);
    const fact = asked ? factOf(product, key, language) : undefined;
    return fact?.value ? [{ ...fact, isFlag: flagOf(value) !== undefined }] : [];
  });
  // "How heavy" wants a number: that the keys are weighted is no answer to it.
  const measured = HOW_MUCH.test(question) && facts.some(({ isFlag }) => !isFlag);
  return facts.filter(({ isFlag }) => !(measured && isFlag)).map(({ label, value: said }) => ({ label, value: said }));
}

/** The properties asked for, where a number is wanted and one of them is a number; none otherwise. */
export function measuresAsked(product: Product, question: string, language: Language): ProductFact[] {
  const facts = HOW_MUCH.test(question) ? askedFacts(product, question, language) : [];
  return facts.some(({ value }) => /\d/.test(value)) ? facts : [];
}

/** Letters and digits in one word: 4k, ipx4, h265. */
const CODE = /(?<![a-z\d])(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{2,}(?![a-z\d])/g;

/** "Does it shoot 4K": the property whose value says so. */
function holdsCodes(value: unknown, codes: readonly string[]): boolean {
  const words = new Set(
    JSON.stringify(value)
      .toLowerCase()
      .match(/[a-z0-9]+/g),
  );
  return codes.length > 0 && codes.every((code) => words.has(code));
}

const HOLDS =
  /(?:带不带|带|送|附|含|包含|包括|配)(?:不带|不含|没有)?|\b(?:come|comes|supplied|sold|ship|ships) with\b|\binclud|\bin the box\b/i;
const TELLS_HELD =
  /不含|不带|不包含|附(?:带|赠|送)|含|包含|\b(?:not )?includ|\b(?:comes?|supplied|sold) (?:with|without)\b/i;

/** Whether it is asked what lies in the box. */
export const asksWhatIsHeld = (question: string): boolean => HOLDS.test(question);

/** "Does it come with film?": the sentences that say whether what is asked for lies in the box. */
export function whatIsHeld(product: Product, question: string, language: Language): string[] {
  if (!asksWhatIsHeld(question)) return [];
  const said = askedSentences(product, question, language).filter((text) => TELLS_HELD.test(text));
  if (said.length > 0) return said;
  const units = askedUnits(question, allTexts(product.name));
  const [colon, end] = language === 'zh' ? ['：', '。'] : [': ', '.'];
  return Object.keys(product.attributes)
    .filter((key) => !HIDDEN.has(key))
    .map((key) => factOf(product, key, language))
    .filter(({ value }) => TELLS_HELD.test(value) && units.some((unit) => isIn(unit, value)))
    .map(({ label, value }) => `${label}${colon}${value}${end}`);
}

const isIn = (unit: ReturnType<typeof askedUnits>[number], text: string): boolean =>
  isMet(unit, termsOf(text)) || (/^\p{Script=Han}$/u.test(unit.text) && text.includes(unit.text));

/** The sentence of a product's description that speaks of all that is asked of it; the row needs no manual then. */
export function fullySaid(product: Product, question: string, language: Language): string | undefined {
  const names = allTexts(product.name);
  const asked = askedUnits(question, names).filter(
    // 消毒锅 may be read as 消毒 and 锅: both are of its name.
    ({ terms, text }) => terms.length > 0 && !(text.length === 1 && names.some((name) => name.includes(text))),
  );
  if (asked.every(({ text }) => text.length === 1) || asked.some((unit) => unit.kind !== 'word')) return undefined;
  return sentencesOf(product, language).find((sentence) => {
    const terms = termsOf(sentence);
    // A single Han character is no term of a text: it stands in one or it doesn't.
    return asked.every((unit) => isMet(unit, terms) || (unit.text.length === 1 && sentence.includes(unit.text)));
  });
}

/** Sentences of a product's description that speak of what is asked; for a named product where no document tells. */
export function askedSentences(product: Product, question: string, language: Language): string[] {
  // "Dishwasher safe" is told by what goes in the dishwasher.
  const units = askedUnits(question, allTexts(product.name))
    .flatMap((unit) => [unit, ...unit.parts])
    .filter((unit) => unit.terms.length > 0);
  return sentencesOf(product, language).filter((sentence) => {
    const terms = termsOf(sentence);
    return units.some((unit) => isMet(unit, terms));
  });
}
