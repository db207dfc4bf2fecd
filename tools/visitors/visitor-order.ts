import { allTexts } from '../../stores/local-text.ts';
import type { Order } from '../../stores/orders.ts';
import type { Language, LocalText, OrderStatus } from '../../stores/schema.ts';
import type { ShipmentView } from '../cards.ts';
import { shipmentViews } from '../orders/order-card.ts';

/** All that a visitor sees of an order: no name, address, contact, price or goods. */
export interface VisitorOrder {
  id: string;
  status: OrderStatus;
  shipments: ShipmentView[];
}

const PHONE = /\+?\d[\d\s-]{6,}\d/g;

/** What a visitor may see; names and numbers that a carrier wrote into its events are blacked out. */
export function forVisitor(
  order: Order,
  owner: { name: LocalText; phone: string | null; email: string | null },
  language: Language,
): VisitorOrder {
  const address = order.shipping_address;
  const parts = typeof address === 'object' && address !== null ? Object.entries(address) : [];
  const secrets = [
    ...allTexts(owner.name),
    ...parts
      .filter(([key]) => /name|recipient|receiver|line|street|detail|address/i.test(key))
      .map(([, value]) => value),
    ...[owner.phone, owner.email, address],
  ].filter((one) => typeof one === 'string' && one.length > 1);
  const masked = (text: string): string =>
    secrets.reduce<string>((shown, secret) => shown.replaceAll(String(secret), '***'), text).replace(PHONE, '***');
  return {
    id: order.id,
    status: order.status,
    shipments: shipmentViews(order, language).map((parcel) => ({
      ...parcel,
      events: parcel.events.map((event) => ({
        ...event,
        text: masked(event.text),
        place: event.place === null ? null : masked(event.place),
      })),
    })),
  };
}
