import type { Hit, Retriever } from '../../knowledge/types.ts';
import { allTexts } from '../../stores/local-text.ts';
import type { ProductStore } from '../../stores/products.ts';
import { askedUnits, isMet, termsOf } from '../../tools/product-words.ts';
import type { CatalogueIndex, Slots, UnderstoodRequest } from '../../understanding/types.ts';
import { mentionedProducts } from '../products/mentions.ts';
import { withoutHits } from './without-offers.ts';

/** The goods that a text names, as they are found in a message. */
export type FindGoods = CatalogueIndex['find'];

/** Of so many goods the names tell by which words of the question they are meant. */
const NAMES = 20;

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
  const isOfOther = ({ kind, title }: Hit): boolean => {
    const found = kind === 'document' ? idsIn(findGoods(title)) : [];
    return found.length > 0 && !found.some((id) => ids.includes(id));
  };
  return {
    async search(request, signal) {
      const found = await retriever.search(request, signal);
      if (!found.hits.some(isOfOther)) return found;
      const goods = await products.byIds(ids.slice(0, NAMES));
      const names = termsOf(
        goods.flatMap(({ name, category }) => [...allTexts(name), ...allTexts(category)]).join(' '),
      );
      const thing = askedUnits(text, []).filter((unit) => isMet(unit, names));
      const speaksOfIt = ({ title, heading, text: said }: Hit): boolean => {
        const terms = termsOf(`${title}\n${heading ?? ''}\n${said}`);
        return thing.some((unit) => isMet(unit, terms));
      };
      return withoutHits(found, (hit) => isOfOther(hit) && !speaksOfIt(hit));
    },
  };
}

const idsIn = (named: Pick<Slots, 'products' | 'categories'>): string[] => mentionedProducts(named).ids;
