import type { Slots } from './types.ts';

const PLAIN_NUMBER = '#10000000';

/** Numbers of orders and parcels in one shape: the classifier was taught with some, and a shop's own may be any. */
export const withPlainNumbers = (text: string, slots: Pick<Slots, 'orderIds' | 'trackingNumbers'>): string =>
  [...slots.orderIds, ...slots.trackingNumbers].reduce(
    (said, number) => said.replaceAll(number, PLAIN_NUMBER),
    text.normalize('NFKC'),
  );
