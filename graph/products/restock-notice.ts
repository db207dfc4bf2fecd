import type { ProductStore } from '../../stores/products.ts';
import type { StockNotices } from '../../stores/stock-notices.ts';
import { anyOf } from '../../text/any-of.ts';
import { isAvailable } from '../../tools/orders/order-lines.ts';
import { inStock, nameWithOptions, productView } from '../../tools/products/product-view.ts';
import type { BranchReply, BranchTask } from '../branch.ts';
import { restockPhrases } from '../phrases/restock.ts';
import type { TurnScope } from '../scope.ts';
import { wishedVariants } from './options/options.ts';

const TELL_ME = anyOf(
  /通知|提醒|告诉我|告知|说一声|喊我|叫我/i,
  /\b(?:notif\w*|let me know|tell me|alert|e-?mail me|message me|text me|ping|remind)\b/i,
);
const GIVE_UP = anyOf(
  /(?:取消|不用|不要|别|关掉).{0,6}(?:到货|补货|有货)?.{0,2}(?:通知|提醒)/i,
  /\b(?:cancel|stop|no more|turn off|remove)\b.{0,20}\b(?:stock|restock)?\s?(?:alerts?|notices?|notifications?)\b/i,
);

/** Whether a notice is asked for, or given up. */
export const asksNotice = (text: string): boolean => TELL_ME.test(text) || GIVE_UP.test(text);

/** "Tell me when it is back": notes it where it is sold out, gives it up again; undefined: something else is asked. */
export async function restockNotice(
  { request, language, dialogue: before }: BranchTask,
  scope: Pick<TurnScope, 'conversationId' | 'mayWrite'>,
  deps: { productIds: string[]; products: ProductStore; notices: StockNotices; currency: string },
): Promise<BranchReply | undefined> {
  const said = restockPhrases(language);
  if (!scope.mayWrite) return undefined;
  if (GIVE_UP.test(request.text)) {
    const given = await deps.notices.giveUp(scope.conversationId);
    return { text: given > 0 ? said.givenUp : said.noneOpen };
  }
  const [productId, another] = deps.productIds;
  if (!productId || another || !TELL_ME.test(request.text)) return undefined;
  const [product] = await deps.products.byIds([productId]);
  if (!product) return undefined;
  // "Tell me when it is back" means the variant that was just asked about.
  const wished =
    wishedVariants(product, request.text, language) ??
    (before.lastQuestion ? wishedVariants(product, before.lastQuestion, language) : undefined);
  const [variant, other] = wished?.variants ?? [];
  const one = other ? undefined : variant;
  const name = nameWithOptions(product, one, language);
  const cards = [
    { type: 'products' as const, products: [productView(product, { language, currency: deps.currency })] },
  ];
  const dialogue = { focusProductIds: [product.id] };
  if (one ? isAvailable(one, 1) : inStock(product)) return { text: said.isThere(name), cards, dialogue };
  await deps.notices.add({ conversationId: scope.conversationId, productId, variantId: one?.id });
  return { text: said.willTell(name), cards, dialogue };
}
