import { askedUnits } from '../../tools/product-words.ts';

/** Concepts that are asked of a thing, or its look: price, stock, size, colour. */
export const OF_A_THING = /^#(?:价格|收费|成本|现货|库存|缺货|体积|尺码|米)$|色$/u;

/** A single Han character that is no word of asking or pointing: 补一个洞. */
const NAMES_BY_ONE =
  /^(?![这那哪个些款种件双只条台张把的地得多少几钱块元价价格贵卖要给买有无没在是能会可我你您他她它们货吗么呢啊吧呀嘛一二两三四五六七八九十大小红白黑蓝绿黄灰粉紫橙金银棕米了着过到和跟与就还都也很太怎什现请问想看下问啥咋])\p{Script=Han}$/u;

/** "How much is it?", "红色的有货吗": a question of price or stock in which no thing is named. */
export const namesNothing = (question: string): boolean =>
  askedUnits(question, []).every(
    (unit) =>
      (unit.terms.every((term) => term.length < 2) && !NAMES_BY_ONE.test(unit.text)) ||
      unit.concepts.some((concept) => OF_A_THING.test(concept)),
  );
