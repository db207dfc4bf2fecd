import { localText } from '../../../stores/local-text.ts';
import type { ProductStore } from '../../../stores/products.ts';
import type { Language } from '../../../stores/schema.ts';
import { surelyNamed } from '../../../understanding/slots/named-product.ts';
import type { CatalogueIndex, UnderstoodRequest } from '../../../understanding/types.ts';
import type { Dialogue } from '../../dialogue.ts';

const OF_FAULTS: ReadonlySet<string> = new Set(['troubleshooting', 'damaged_or_wrong_item']);

/** A kind by less than this is a word of the symptom (不能充电 of chargers). */
const NAMED_KIND = 0.85;

/**
 * "It doesn't charge" after "my toothbrush is broken": the thing is the one whose fault was told just before, and the
 * request names it. Undefined: the message names a thing itself, or none was told of.
 */
export async function ofFaultyThingBefore(
  { request, dialogue, language }: { request: UnderstoodRequest; dialogue: Dialogue; language: Language },
  { findGoods, products }: { findGoods: CatalogueIndex['find']; products: Pick<ProductStore, 'byIds'> },
): Promise<UnderstoodRequest | undefined> {
  const { slots, intent, text } = request;
  const { lastQuestion, lastIntent = '' } = dialogue;
  const names = slots.products.length > 0 || slots.categories.some(({ score }) => score >= NAMED_KIND);
  if (intent !== 'troubleshooting' || names || lastQuestion === undefined || !OF_FAULTS.has(lastIntent))
    return undefined;
  const goods = findGoods(lastQuestion);
  const told = { ...slots, ...goods };
  const [product] = await products.byIds(surelyNamed(told).slice(0, 1));
  const name = product ? localText(product.name, language) : goods.categories[0]?.category;
  return name === undefined ? undefined : { ...request, text: `${name} ${text}`, slots: told };
}
