import type { Hit, Retriever } from '../../../knowledge/types.ts';
import type { ProductStore } from '../../../stores/products.ts';
import { askedUnits, isMet, termsOf } from '../../../tools/products/product-words.ts';
import type { CatalogueIndex, UnderstoodRequest } from '../../../understanding/types.ts';
import { mentionedProducts } from '../../products/meant/mentions.ts';
import { namesOfMentioned } from '../../products/meant/names-of.ts';
import { withoutHits } from './without-hits.ts';

/** The goods that a text names, as they are found in a message. */
export type FindGoods = CatalogueIndex['find'];

/**
 * A retriever that leaves out documents on other goods than those a question names: what an air fryer's manual says of
 * thick fries is no answer to "can the robot vacuum handle thick carpet". A passage that speaks of the thing stays,
 * wherever it stands, and so does what is of no goods at all.
 */
export function withoutOtherGoods(
  retriever: Retriever,
  { text, slots }: Pick<UnderstoodRequest, 'text' | 'slots'>,
  { findGoods, products }: { findGoods: FindGoods; products: Pick<ProductStore, 'byIds'> },
): Retriever {
  const { ids } = mentionedProducts(slots);
  if (ids.length === 0) return retriever;
  const ofOther = new Map<string, boolean>();
  const isOfOther = ({ kind, title }: Hit): boolean => {
    if (kind !== 'document') return false;
    const before = ofOther.get(title);
    if (before !== undefined) return before;
    const found = mentionedProducts(findGoods(title)).ids;
    const other = found.length > 0 && !found.some((id) => ids.includes(id));
    ofOther.set(title, other);
    return other;
  };
  let naming: Promise<ReturnType<typeof askedUnits>> | undefined;
  /** The words of the question that name the thing. */
  const thingNamed = async () => {
    const names = termsOf((await namesOfMentioned(ids, products)).join(' '));
    return askedUnits(text, []).filter((unit) => isMet(unit, names));
  };
  return {
    async search(request, signal) {
      const found = await retriever.search(request, signal);
      if (!found.hits.some(isOfOther)) return found;
      naming ??= thingNamed();
      const thing = await naming;
      const speaksOfIt = ({ title, heading, text: said }: Hit): boolean => {
        const terms = termsOf(`${title}\n${heading ?? ''}\n${said}`);
        return thing.some((unit) => isMet(unit, terms));
      };
      return withoutHits(found, (hit) => isOfOther(hit) && !speaksOfIt(hit));
    },
  };
}
