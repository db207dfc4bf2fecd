import { askedUnits } from '../../tools/product-words.ts';

/** Concepts that are asked of a thing, or its look: price, stock, size, colour. */
export const OF_A_THING = /^#(?:价格|收费|成本|现货|库存|缺货|体积|尺码|米)$|色$/u;

/** "How much is it?", "红色的有货吗": a question of price or stock in which no thing is named. */
export const namesNothing = (question: string): boolean =>
  askedUnits(question, []).every(
    (unit) => unit.terms.every((term) => term.length < 2) || unit.concepts.some((concept) => OF_A_THING.test(concept)),
  );
