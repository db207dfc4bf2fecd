import { localText } from '../../../stores/local-text.ts';
import type { Product, ProductStore } from '../../../stores/products.ts';
import { anyOf } from '../../../text/any-of.ts';
import { productDescription } from '../../../tools/products/product-description.ts';
import { isReference } from '../../../understanding/follow-up.ts';
import { normaliseText } from '../../../understanding/normalise.ts';
import { surelyNamed } from '../../../understanding/slots/named-product.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import type { BranchTask } from '../../branch.ts';
import { describeOffer } from '../options/describe-variants.ts';
import { siblingMeant } from './sibling-meant.ts';

/** What stands around the words that choose: "I'll take the cheaper one, please". */
const AROUND = anyOf(
  /^(?:(?:那|就|要|选|嗯|哦|好|ok|then|i mean|and|the|that|this|i'?ll take|i like)[ ,，]*)+/gu,
  /(?:那|这)?(?:一?个|款|种|台|只|条|件)?(?:吧|呢|好了|谢谢)*[。.!！?？]*$/gu,
  /(?: ones?)?(?: please| then)?[.!?]*$/gu,
);

/** The product of a list that was shown which a message points at by its place, its price or a word of its name. */
export async function chosenFromList(
  { text, slots }: Pick<UnderstoodRequest, 'text' | 'slots'>,
  list: readonly string[],
  products: ProductStore,
): Promise<Product | undefined> {
  const normalised = normaliseText(text);
  if (list.length < 2 || !isReference(normalised) || surelyNamed(slots).length > 0) return undefined;
  const { ordinal } = slots;
  const place = ordinal?.from === 'end' ? list.at(-ordinal.n) : ordinal && list[ordinal.n - 1];
  if (ordinal) return place === undefined ? undefined : (await products.byIds([place]))[0];
  const shown = await products.byIds([...list]);
  const meant = siblingMeant(normalised.replace(AROUND, ''), shown, shown);
  return meant ?? siblingMeant(normalised, shown, shown);
}

/** One product by itself: what it is, what it costs and in which options. */
export function tellProduct(product: Product, { language }: Pick<BranchTask, 'language'>, currency: string): string {
  const name = localText(product.name, language);
  const offer = describeOffer(product, false, { language, currency, name });
  return [offer, productDescription(product, language)].filter((line) => line !== '').join('\n');
}
