import { textOf } from '../../stores/local-text.ts';
import type { Order } from '../../stores/orders.ts';
import type { Card, ShipmentView } from '../../tools/cards.ts';
import type { ShopView } from '../../tools/changes/write-tool.ts';
import { formatDay, formatMoney, formatTime } from '../../tools/format.ts';
import type { Arrival } from '../../tools/orders/estimate-arrival.ts';
import { shipmentViews } from '../../tools/orders/order-card.ts';
import { OPEN_STATUSES, orderStatusLabel, shipmentStatusLabel } from '../../tools/orders/order-status.ts';
import { orderPhrases } from '../phrases/orders.ts';
import { phrasesIn } from '../phrases/phrases.ts';

/** "KF1, placed on …, is shipped. Items: …; total …" */
export function orderLine(order: Order, view: ShopView): string {
  const { language, currency, timeZone } = view;
  return phrasesIn(language).orderLine({
    id: order.id,
    day: formatDay(order.placed_at, language, timeZone),
    status: orderStatusLabel(order.status, language),
    items: order.items
      .map((item) => `${textOf(item.name, language)}${item.quantity > 1 ? ` ×${item.quantity}` : ''}`)
      .join(language === 'zh' ? '、' : ', '),
    total: formatMoney(order.total, currency),
  });
}

/** Where an order's parcels are, in words. */
export function shipmentLines(order: Order, view: ShopView): string[] {
  const { language } = view;
  const phrases = phrasesIn(language);
  const status = orderStatusLabel(order.status, language);
  const parcels = shipmentViews(order, language);
  if (parcels.length === 0) {
    return [
      OPEN_STATUSES.includes(order.status) && order.status !== 'shipped'
        ? phrases.notShipped(order.id, status)
        : phrases.orderClosed(order.id, status),
    ];
  }
  return parcelLines(parcels, view);
}

/** When it will likely arrive, said to be an estimate, and by what it is judged. */
export function arrivalLine(arrival: Arrival | null, view: ShopView): string[] {
  const { language, timeZone } = view;
  const said = orderPhrases(language);
  const day = (date: Date): string => formatDay(date, language, timeZone);
  if (arrival === null) return [];
  if (arrival.kind === 'overdue') return [said.overdue(day(arrival.since))];
  const [from, to] = [day(arrival.from), day(arrival.to)];
  // The carrier's day stands in the parcel's line already.
  return arrival.by === 'carrier' ? [] : [said.likelyArrival(arrival.by, from, to)];
}

/** A card of an order or of its parcels with the days on which it will likely arrive. */
export function withArrival(card: Card, arrival: Arrival | null): Card {
  if ((card.type !== 'order' && card.type !== 'shipment') || arrival?.kind !== 'expected') return card;
  const { from, to, by } = arrival;
  return { ...card, arrival: { from: from.toISOString(), to: to.toISOString(), by } };
}

/** Parcels in words, a line each. */
export function parcelLines(parcels: readonly ShipmentView[], view: ShopView): string[] {
  const { language, timeZone } = view;
  const phrases = phrasesIn(language);
  return parcels.map((parcel) => {
    const last = parcel.events.at(-1);
    const arrived = parcel.status === 'delivered';
    return [
      phrases.parcel({
        carrier: parcel.carrier,
        number: parcel.trackingNumber,
        status: shipmentStatusLabel(parcel.status, language),
        eta:
          arrived || parcel.estimatedDelivery === null ? null : formatDay(parcel.estimatedDelivery, language, timeZone),
      }),
      last
        ? phrases.lastEvent({ at: formatTime(last.at, language, timeZone), place: last.place, text: last.text })
        : '',
    ]
      .filter(Boolean)
      .join(language === 'zh' ? '' : ' ');
  });
}
