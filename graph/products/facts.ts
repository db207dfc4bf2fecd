import { allTexts } from '../../stores/local-text.ts';
import type { Product } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import { attributeText } from '../../tools/attribute-text.ts';
import { productDescription } from '../../tools/product-description.ts';
import { askedProperty, askedUnits, isMet, labelOf, termsOf } from '../../tools/product-words.ts';

/** Properties that are for the shop's own use. */
const HIDDEN = new Set(['complements']);
/** Questions about measures name them by an adjective. */
const ASKS: readonly (readonly [RegExp, RegExp])[] = [
  [/安静|静音|噪音|吵|\b(?:quiet\w*|silent|nois[ey]\w*|loud\w*)\b/i, /noise|噪/i],
  [/多重|重量|(?:更|哪.{0,4}|比较)[轻重]|\b(?:heavy|heavier|lighter|lightest)\b|\bweigh(?:s|t)?\b/i, /weight|重/i],
  [
    /省电|耗电|费电|\b(?:uses?|using|saves?) (?:more |less |the (?:most|least) )?(?:power|electricity|energy)\b/i,
    /power|energy|功率/i,
  ],
  [/续航|\bbattery life\b|\blasts? (?:longer|longest)\b/i, /battery|runtime|续航/i],
  [/多长|\bhow long is\b|\blength\b/i, /length|长度/i],
  [/多大|容量|\bhow (?:big|much does it hold)\b|\bcapacity\b|\blitres?\b/i, /capacity|volume|容量/i],
  [
    /什么做|材质|面料|成分|什么料|\bmade (?:of|from)\b|\bfabric\b|\bmaterials?\b/i,
    /material|fabric|upper|composition|ingredient|材质|面料|成分/i,
  ],
  [/哪里(?:的|产|生产)|产地|哪产|\bwhere .{0,30}(?:from|made|grown)\b|\borigin\b/i, /origin|made_in|产地/i],
  [/过敏|\ballerg/i, /allerg|过敏/i],
  [
    /放(?:多久|几天)|保质|多久过期|能放|\bexpir|\bshelf\b|\bkeeps? (?:for )?how\b|\bhow long (?:does|do|will) .{0,40}(?:keep|last)\b/i,
    /shelf|expir|保质/i,
  ],
  [/怎么(?:保存|存|放)|保存|储存|冷藏|冷冻|\bstor(?:e|ed|age)\b|\bkeep (?:it )?in\b/i, /storage|保存|存/i],
  [
    /(?:住|坐|睡|容纳|供|够).{0,2}(?:几|多少)个?人|几人[用份]|\bhow many (?:people|persons|guests)\b|\b(?:sleeps?|serves?|seats?|feeds?) how many\b|\bhow many .{0,20}(?:sleep|serve|seat|feed)/i,
    /persons|people|serves|seats|sleeps|人数/i,
  ],
  [
    /承重|承受|能坐多重|\b(?:hold|support|carry|bear|take)s? .{0,12}(?:kg|kilos?|pounds?|lbs?|weight)\b|\bweight limit\b/i,
    /load|max_weight|承重/i,
  ],
  [
    /连(?:接|上)?(?:手机|电脑|平板)|(?:手机|app).{0,4}(?:连|控制|操作)|\b(?:connect|pair|works?|sync|control\w*)\b.{0,24}\b(?:phone|iphone|android|tablet|app)\b/i,
    /bluetooth|wifi|wi_fi|\bapp\b|app_control|connect|蓝牙|连接/i,
  ],
  [
    /(?:猫|狗|宠物).{0,6}(?:安全|有毒|能吃|怕)|对(?:猫|狗|宠物)|怕(?:猫|狗)|\b(?:cats?|dogs?|pets?)\b.{0,20}\b(?:safe|toxic|ok|poison)|\b(?:safe|toxic|ok|poison\w*) .{0,8}(?:cats?|dogs?|pets?)\b/i,
    /pet|toxic|宠物/i,
  ],
  [/下雨|淋雨|防水|\brain(?:y)?\b|\bwaterproof\b/i, /waterproof|water_resist|防水/i],
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
  const isNamed = askedProperty(askedUnits(question, allTexts(product.name)));
  const facts = Object.entries(product.attributes).flatMap(([key, value]) => {
    if (HIDDEN.has(key) || value === null) return [];
    const asked = isNamed(key) || ASKS.some(([q, k]) => q.test(question) && k.test(key));
    const fact = asked ? factOf(product, key, language) : undefined;
    return fact?.value ? [{ ...fact, isFlag: typeof value === 'boolean' }] : [];
  });
  // "How heavy" wants a number: that the keys are weighted is no answer to it.
  const measured = HOW_MUCH.test(question) && facts.some(({ isFlag }) => !isFlag);
  return facts.filter(({ isFlag }) => !(measured && isFlag)).map(({ label, value: said }) => ({ label, value: said }));
}

/** Sentences of a product's description that speak of what is asked; for a named product where no document tells. */
export function askedSentences(product: Product, question: string, language: Language): string[] {
  const units = askedUnits(question, allTexts(product.name)).filter((unit) => unit.terms.length > 0);
  return productDescription(product, language)
    .split(/(?<=[。！？!?；])|(?<=\.)\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => {
      const terms = termsOf(sentence);
      return sentence !== '' && units.some((unit) => isMet(unit, terms));
    });
}
