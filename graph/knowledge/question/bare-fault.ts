import { isCommonWord } from '../../../knowledge/text/common-words.ts';
import { tradeWords } from '../../../knowledge/text/trade-words.ts';
import { isMet, termsOf } from '../../../tools/products/product-words.ts';

/** What says that a thing is broken, and no more. */
const BROKEN =
  '坏 坏了 坏掉 坏掉了 用不了 不能用 没法用 故障 出故障 出问题 有问题 broken broke break breaks down stopped working stop working not working faulty defective dead';
/** What may stand beside it: when and that it was bought, what to do. */
const BESIDE =
  '买的 买 上个月 上周 去年 昨天 前天 今天 前几天 刚买 才 last week last month last year yesterday bought ordered anymore again already';

/** "My kettle broke", 吸尘器坏了怎么办: a fault without a symptom; `names` of the goods that are named. */
export function isBareFault(text: string, names: readonly string[]): boolean {
  const [broken, beside] = [termsOf(BROKEN), termsOf([BESIDE, ...names].join(' '))];
  const units = tradeWords()
    .analyzer.units(text)
    .filter((unit) => unit.terms.length > 0 && unit.text !== '' && !isCommonWord(unit.text) && !isMet(unit, beside));
  return units.length > 0 && units.every((unit) => isMet(unit, broken));
}
