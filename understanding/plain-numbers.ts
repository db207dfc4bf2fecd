import { namesProduct } from './slots/named-product.ts';
import type { Slots } from './types.ts';

const PLAIN_NUMBER = '#10000000';
/** As the model numbers are that the classifier was taught with. */
const PLAIN_MODEL = 'x10';
const DASHED = /(?<![\w-])\d{1,4}-\d{1,4}(?![\w-])/g;

/**
 * Numbers of orders and parcels in one shape: the classifier was taught with some, and a shop's own may be any. What
 * looks like one in the name of a product ("the 70-200") becomes a model number.
 */
export const withPlainNumbers = (
  text: string,
  slots: Pick<Slots, 'orderIds' | 'trackingNumbers' | 'products'>,
): string => {
  const said = [...slots.orderIds, ...slots.trackingNumbers].reduce(
    (rest, number) => rest.replaceAll(number, PLAIN_NUMBER),
    text.normalize('NFKC'),
  );
  return namesProduct(slots) ? said.replace(DASHED, PLAIN_MODEL) : said;
};
