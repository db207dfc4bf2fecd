import { allTexts, localText, textOf } from '../../stores/local-text.ts';
import type { OrderItem } from '../../stores/orders.ts';
import type { Product } from '../../stores/products.ts';
import { productOf } from '../orders/order-lines.ts';
import type { Exclusion, PolicyRule } from '../policy/rule.ts';
import type { FieldChange, WriteView } from './write-tool.ts';

const matches = (exclusion: Exclusion, item: OrderItem, product: Product | undefined): boolean => {
  const names = [
    item.product_id ?? '',
    ...(product ? [product.id, ...allTexts(product.category), ...allTexts(product.name)] : []),
  ];
  const lower = names.map((name) => name.toLowerCase());
  return exclusion.names.some((name) => lower.includes(name.toLowerCase()));
};

/** What must be true of the goods for an exclusion to hold is true of opened ones. */
const OF_OPENED = /open|unseal|used?\b|worn|拆|开封|使用|用过/i;

const UNUSED = /\bun(?:used|worn)\b|\bnot (?:been )?(?:used|worn)\b|未(?:使?用|穿)|没(?:有)?(?:使?用|穿)过|全新/i;

/**
 * A rule's exclusions that these lines meet: those that forbid, and the conditions that the customer agrees to.
 * `opened`: the customer says so; what may not come back then is refused.
 */
export function goodsAtOdds(
  rule: PolicyRule,
  items: readonly OrderItem[],
  view: WriteView,
  { opened = false, used = false }: { opened?: boolean | undefined; used?: boolean | undefined } = {},
): { refused?: string; conditions: FieldChange[] } {
  const zh = view.language === 'zh';
  const conditions: FieldChange[] = [];
  for (const item of items) {
    const product = productOf(item, view.products);
    for (const exclusion of rule.excluded.filter((one) => matches(one, item, product))) {
      const name = textOf(item.name, view.language);
      const reason = exclusion.reason === null ? '' : localText(exclusion.reason, view.language);
      if (exclusion.when === undefined)
        return {
          refused: zh
            ? `${name}属于不支持的商品${reason ? `（${reason}）` : ''}。`
            : `${name} is excluded${reason ? ` (${reason})` : ''}.`,
          conditions,
        };
      if (opened && OF_OPENED.test(exclusion.when))
        return {
          refused: zh
            ? `${name}拆封或使用后不支持这项服务${reason ? `（${reason}）` : ''}；有质量问题的除外。`
            : `Once opened, ${name} can no longer be taken back${reason ? ` (${reason})` : ''}, unless it is faulty.`,
          conditions,
        };
      const when = zh && /^open/i.test(exclusion.when) ? '拆封' : exclusion.when;
      conditions.push({
        field: zh ? '条件' : 'Condition',
        from: null,
        to: zh
          ? `${name}未${when}${reason ? `（${reason}）` : ''}`
          : `${name} not ${when}${reason ? ` (${reason})` : ''}`,
      });
    }
  }
  if (rule.condition !== null) {
    const said = localText(rule.condition, view.language);
    const condition = zh && /^unused$/i.test(said) ? '未使用' : said;
    if (used && UNUSED.test(said))
      return {
        refused: zh
          ? `只有符合“${condition}”的商品才能办理，已经使用过的不行；有质量问题的除外。`
          : `That is only for goods that are ${condition}, and yours have been used; faulty ones are excepted.`,
        conditions,
      };
    conditions.push({ field: zh ? '条件' : 'Condition', from: null, to: condition });
  }
  return { conditions };
}
