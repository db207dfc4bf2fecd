import type { Analyzer, QueryUnit } from '../../../knowledge/text/analyzer.ts';
import { anyOf } from '../../../text/any-of.ts';

/** Measures: numbers are compared with theirs. English words as stems. */
const MEASURES = anyOf(
  /^(?:个|天|日|周|月|个月|年|小时|分钟|秒|工作日|自然日|元|块|块钱|人民币|美元|次|泡|倍)$/,
  /^(?:件|张|折|级|度)$/,
  /^(?:busi|work|calendar|natur|full|consecut)? ?(?:day|week|month|year|hour|minut|second)s?$/,
  /^(?:yuan|dollar|usd|rmb|percent|time|degre)$/,
);
/** Words in which a paraphrase differs from its source without saying anything else; stems in English. */
const ZH_PLAIN =
  '为|并|即|即可|进行|会在|后续|我们|您|你|以内|以上|以下|超过|之内|之后|以后|之前|以前|起|约|先|先先|后面|前面|后|前|时|时候|时间|的话|如果|若|如|如需|达到|成为|享受|一共|总共|共|大概|左右|大约|大致|直接|另外|另|再|再次|还|还要|也|都|就|才|只|只有|只要|只能|够|需要|需|要|请|可以|能|能够|可|应|应该|应当|建议|最好|最多|最少|至少|最大|最小|多|少|放|放置|放在|做|弄|让|把|被|将|给|跟|和|与|或|及|对|在|是|有|没有|没|不|不要|不能|不会|别|勿|请勿|无需|无须|不用|用|使用|里|里面|里边|上|上面|下|中|内|外|到|去|来|从|由|于|本|本店|本品|这|这个|这款|该|它|其|其中|每|各|一|一次|一个|一下|慢慢|逐渐|逐步|大家|顾客|买家|用户|客户|商家|卖家|东西|情况|部分|部份|相关|具体|一般|通常|目前|现在|已经|仍|仍然|继续|开始|完成|方式|方法|期间|期限|有效期|宜|为宜|属于|属|当作|变|变成|获得|得到|拿到|提供|支持|允许|办理|处理|收费|费用|价格|钱|款|金额|每次|每天|每个|每件|全部|一并|一起|同时|自己|自行|本人|额外|所有|仅|仅需|左右手|即日|及时|尽快|会|想|想要|比较|非常|很|太|更|第一|第|首|首次|地方|机会|可能|碰到|碰|加|找|等|喝|行|为宜|度为宜|至|两|个人|常|起来|过渡|截止|用之前|使用之前|里头|身上|取|换成|办|方面|安排|情形|想来|联络';
const EN_PLAIN =
  'within|abov|below|over|under|least|most|at most|back|goe|go|long|accept|appli|allow|follow|note|start|begin|counting|count|well|therefor|howev|onc|upon|onli|simpli|total|afterward|after|befor|also|too|take|takes|get|give|given|have|has|had|make|made|come|put|keep|kept|let|use|used|need|want|pay|paid|cost|includ|cover|provid|offer|pleas|mai|might|must|should|can|could|will|would|be|been|possibl|avail|suitabl|recommend|good|best|better|roughli|rough|approxim|about|around|up|maximum|minimum|max|min|last|per|each|everi|further|addit|addition|other|another|then|when|if|once|until|while|dure|from|for|with|without|into|onto|between|through|again|away|off|out|our|we|us|you|your|it|its|they|them|their|there|here|this|that|these|those|who|which|what|do|doe|don|done|did|not|no|never|one|two|thing|item|everyth|someth|way|case|part of|normal|usual|general|current|now|alreadi|still|just|roughly|rather|quit|veri|much|mani|more|less|few|own|self|yourself|same|new|whole|entir|complet|amount|number|period|rate|price|fee|charg|free of charg|reach|becom|becam|valid|belong|mean|show|tell|told|inform|contact|touch|enough|set|sure|easi|easili|simpl|help|need to|abl|add|stay|everyon|outsid|hold|togeth|wear|switch|otherwis|send|sent|run|look|leav|left|check|status|area|lose|insid|onlin|roughli|receiv|arriv by|turn|place|bring|brought|choos|ask|remain|occur|happen|work|work out|instead|alon';
const PLAIN: ReadonlySet<string> = new Set([...ZH_PLAIN.split('|'), ...EN_PLAIN.split('|')]);

const isPlain = (text: string): boolean => MEASURES.test(text) || PLAIN.has(text);

/** The content words of a claim: without numbers, measures and words that any paraphrase may add. */
export const claimUnits = (analyzer: Analyzer, claim: string): QueryUnit[] =>
  analyzer
    .units(claim.replace(/\[\d{1,2}\]/g, ' '))
    .filter((unit) => unit.kind !== 'number' && unit.text.trim() !== '' && !isPlain(unit.text));

const HAN = /^\p{Script=Han}+$/u;

/** How much of one word terms hold (0..1): its concept in either language, itself, or its characters (电能 by 电). */
export function unitCoverage(unit: QueryUnit, terms: ReadonlySet<string>, letters?: ReadonlySet<string>): number {
  if (unit.concepts.some((concept) => terms.has(concept))) return 1;
  const own = unit.terms.filter((term) => terms.has(term)).length / Math.max(1, unit.terms.length);
  if (own === 1 || !letters || !HAN.test(unit.text)) return own;
  const chars = [...unit.text];
  // What comes first says which: 退还 is a kind of 退, 机洗 is not 水洗.
  if (!letters.has(chars[0] ?? '')) return own;
  return Math.max(own, chars.filter((char) => letters.has(char)).length / chars.length);
}

/** The share of a claim's words (0..1) that terms cover, by the words themselves or by their concept in either language. */
export function coverage(
  units: readonly QueryUnit[],
  terms: ReadonlySet<string>,
  letters?: ReadonlySet<string>,
): number {
  let total = 0;
  let covered = 0;
  for (const unit of units) {
    total += unit.terms.length;
    covered += unit.terms.length * unitCoverage(unit, terms, letters);
  }
  return total === 0 ? 0 : covered / total;
}
