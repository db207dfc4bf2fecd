import type { Card } from '../api/types.ts';

/** Cards of a reply, where an order whose parcels have a card of their own does not show them a second time. */
export const withoutDoubles = (cards: Card[]): Card[] =>
  cards.map((card) => {
    if (card.type !== 'order' || !cards.some((other) => other.type === 'shipment' && other.orderId === card.id))
      return card;
    const { arrival: _, ...order } = card;
    return { ...order, shipments: [] };
  });
