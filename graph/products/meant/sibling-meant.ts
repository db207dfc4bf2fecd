import { allTexts } from '../../../stores/local-text.ts';
import type { Product } from '../../../stores/products.ts';
import { anyOf } from '../../../text/any-of.ts';
import { lowestPrice } from '../../../tools/products/product-view.ts';
import { askedUnits, isMet, termsOf } from '../../../tools/products/product-words.ts';

const CHEAPER =
  /^(?:更)?便宜(?:点|一点)?(?:的|那)(?:个|款|种|一款|那个)?$|^(?:the )?(?:cheap(?:er|est)?|less expensive)(?: one)?$/;
const DEARER = anyOf(
  /^(?:更)?贵(?:点|一点)?(?:的|那)(?:个|款|种|一款|那个)?$/,
  /^(?:the )?(?:dear(?:er|est)?|(?:more |most )?expensive|pricier)(?: one)?$/,
);

/**
 * The one product of the same kind that a follow-up points at by a word of its name or by its price ("and the mini?",
 * "the cheaper one"). Undefined: none, or more than one.
 */
export function siblingMeant(topic: string, focus: readonly Product[], all: readonly Product[]): Product | undefined {
  const [first] = focus;
  if (!first) return undefined;
  const kind = JSON.stringify(first.category);
  const siblings = all.filter(({ category }) => JSON.stringify(category) === kind);
  const others = focus.length > 1 ? focus : siblings.filter(({ id }) => id !== first.id);
  if (CHEAPER.test(topic))
    return single(others.filter((one) => others.every((two) => lowestPrice(one) <= lowestPrice(two))));
  if (DEARER.test(topic))
    return single(others.filter((one) => others.every((two) => lowestPrice(one) >= lowestPrice(two))));
  const units = askedUnits(topic, []).filter(({ terms }) => terms.length > 0);
  if (units.length === 0 || units.length > 2) return undefined;
  return single(
    siblings.filter(({ id, name }) => {
      const names = termsOf(allTexts(name).join(' '));
      return (focus.length > 1 || id !== first.id) && units.every((unit) => isMet(unit, names));
    }),
  );
}

const single = (products: readonly Product[]): Product | undefined => (products.length === 1 ? products[0] : undefined);
