import { isCommonWord } from '../../../knowledge/text/common-words.ts';
import { askedUnits } from '../../../tools/products/product-words.ts';
import { askedColours } from '../../products/options/colours.ts';

/** Concepts that are asked of a thing, or its look: price, stock, size, colour. */
export const OF_A_THING = /^#(?:价格|收费|成本|现货|库存|缺货|体积|尺码|米)$|色$/u;
/** Paying and selling, in one character (钱, 买). */
const OF_TRADE = /^#(?:金钱|元|贵|出售|购买|便宜)$/u;
/** Measure words, numerals and scraps of question words: closed classes that no lexicon lists. */
const COUNTS_OR_ASKS = /^[款件双条台张两二三四五六七八九十少无怎什看]$/u;

type Unit = ReturnType<typeof askedUnits>[number];

/** A colour by itself. */
export const isColourUnit = ({ text }: Unit): boolean =>
  askedColours(/^\p{Script=Han}+$/u.test(text) ? `${text}的` : text).length > 0;

/** A single Han character that is no word of asking, counting or pointing: 补一个洞. */
const namesByOne = ({ text, concepts }: Unit): boolean =>
  /^\p{Script=Han}$/u.test(text) &&
  !COUNTS_OR_ASKS.test(text) &&
  !isCommonWord(text) &&
  !concepts.some((concept) => OF_TRADE.test(concept)) &&
  askedColours(`${text}的`).length === 0;

/** "How much is it?", "红色的有货吗": a question of price or stock in which no thing is named. */
export const namesNothing = (question: string): boolean =>
  askedUnits(question, []).every(
    (unit) =>
      (unit.terms.every((term) => term.length < 2) && !namesByOne(unit)) ||
      unit.concepts.some((concept) => OF_A_THING.test(concept)),
  );
