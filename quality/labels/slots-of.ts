import type { Slots } from '../../understanding/types.ts';
import type { LabelRequest } from './label-schema.ts';

type LabelSlots = LabelRequest['slots'];

/** Understood slots as a label writes them: one entry a value, dates and amounts in the customer's terms. */
export function slotsOf(slots: Slots): LabelSlots {
  const { priceRange, ordinal } = slots;
  const money = (amount: number, currency: string | undefined) => `${amount}${currency ? ` ${currency}` : ''}`;
  const each = (name: LabelSlots[number]['name'], values: readonly string[]): LabelSlots =>
    values.filter((value) => value.trim() !== '').map((value) => ({ name, value }));
  return [
    ...each('orderIds', slots.orderIds),
    ...each('trackingNumbers', slots.trackingNumbers),
    ...each(
      'products',
      slots.products.slice(0, 1).map(({ productId }) => productId),
    ),
    ...each(
      'categories',
      slots.products.length > 0 ? [] : slots.categories.slice(0, 1).map(({ category }) => category),
    ),
    ...each('quantity', slots.quantity === undefined ? [] : [String(slots.quantity)]),
    ...each(
      'money',
      slots.money.map(({ amount, currency }) => money(amount, currency)),
    ),
    ...each(
      'priceRange',
      priceRange
        ? [
            `${priceRange.min ?? ''}–${money(priceRange.max ?? Number.POSITIVE_INFINITY, priceRange.currency)}`.replace(
              'Infinity',
              '',
            ),
          ]
        : [],
    ),
    ...each(
      'dates',
      slots.dates.map(({ from, to }) => (from === to ? from : `${from}/${to}`)),
    ),
    ...each('ordinal', ordinal ? [ordinal.from === 'start' ? String(ordinal.n) : `-${ordinal.n}`] : []),
    ...each('phones', slots.phones),
    ...each('emails', slots.emails),
    ...each('needs', slots.needs),
  ];
}
