import { allTexts } from '../../../stores/local-text.ts';
import type { Order } from '../../../stores/orders.ts';
import type { VariantOptions } from '../../../tools/orders/order-card.ts';
import { askedUnits, termsOf } from '../../../tools/products/product-words.ts';
import { askedColours, isOfColour } from '../../products/options/colours.ts';
import { isInWords, isSaid } from '../../products/options/is-said.ts';

/** An item's own name stands in the text (items of shops whose catalogue changed are in no index). */
export function itemNamed(order: Order, text: string): boolean {
  const lower = text.toLowerCase();
  return order.items.some((item) =>
    allTexts(item.name).some((name) => name.length > 1 && lower.includes(name.toLowerCase())),
  );
}

const MODEL = /(?<![a-z\d-])(?=[a-z-]*\d)(?=\d*[a-z])[a-z\d][a-z\d-]{1,11}(?![a-z\d-])/giu;

/** A model's number stands in an item's name ("VC9 的退款"), though other goods carry it too. */
export function itemByModel({ items }: Order, text: string): boolean {
  const said = [...text.normalize('NFKC').matchAll(MODEL)].map(([word]) => word.toLowerCase());
  const words = new Set(
    items.flatMap(({ name }) => allTexts(name).flatMap((one) => one.toLowerCase().match(MODEL) ?? [])),
  );
  return said.some((word) => words.has(word));
}

/**
 * An item's head noun is called by another word of the same meaning ("noise-cancelling" is no wish to cancel), or by
 * its last character with a pointing word: 壶那单 for 细口壶.
 */
export function itemMeant({ items }: Order, text: string): boolean {
  const names = items.flatMap(({ name }) => allTexts(name).flatMap(headsOf));
  const pointedAt = /(\p{Script=Han})(?:[那这]|的那|的这)[个一]?[单笔个件]/u.exec(text)?.[1];
  if (pointedAt !== undefined && names.some((name) => name.endsWith(pointedAt))) return true;
  const heads = termsOf(names.join(' '));
  return askedUnits(text, []).some(
    ({ kind, concepts }) => kind === 'word' && concepts.some((concept) => heads.has(concept)),
  );
}

/** The end of each run of Han, and the last English word; what stands in brackets is not the head. */
function headsOf(name: string): string[] {
  const plain = name.replace(/[（(【[].*$/u, '').trim();
  const latin = plain.match(/[A-Za-z]+(?=\W*$)/)?.[0];
  return [...(plain.match(/\p{Script=Han}{1,3}(?!\p{Script=Han})/gu) ?? []), ...(latin ? [latin] : [])];
}

/** The value of an option, or its colour, stands in a text: "the white one" of Off-white, 白色那个. */
const isOption = (value: string, text: string): boolean =>
  isInWords(value, text) || isSaid(value, text) || askedColours(text).some((colour) => isOfColour(value, colour));

/** Of orders that hold the same goods those in which they come as is said: "the black teapot"; all where none does. */
export function ofOptionSaid(orders: Order[], text: string, options: VariantOptions): Order[] {
  const isSaid = ({ product_id: product, variant_id: variant }: Order['items'][number]): boolean =>
    (['zh', 'en'] as const).some((language) =>
      options(product, variant, language)
        ?.split(/[,，、]/)
        .some((value) => isOption(value.trim(), text)),
    );
  const said = orders.filter(({ items }) => items.some(isSaid));
  return said.length > 0 ? said : orders;
}
