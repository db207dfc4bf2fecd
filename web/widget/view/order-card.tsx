/** @jsxImportSource preact */
import type { OrderCard as Order } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { stateTitle } from '../../i18n/state-words.ts';
import { Icon } from './icon.tsx';
import { Shipments } from './shipment.tsx';
import { useSurroundings } from './surroundings.ts';

const joined = (parts: Array<string | null>) => parts.filter(Boolean).join(' · ');

/** An order: its state, what is in it, what it cost, where the parcels are. */
export function OrderCard({ order }: { order: Order }) {
  const { t, locale, states, format } = useSurroundings();
  const money = (amount: number | null) => (amount === null ? null : format.money(amount, order.currency));
  return (
    <article class="card" aria-label={`${t.order} ${order.id}`}>
      <header>
        <Icon name="box" />
        <div>
          <h3 class="mono">{order.id}</h3>
          <p class="muted">{`${t.placedAt} ${format.moment(order.placedAt)}`}</p>
        </div>
        <span class={`pill ${order.status}`}>{states?.order?.[order.status] ?? order.statusLabel}</span>
      </header>
      <ul class="items">
        {order.items.map((item) => (
          <li key={`${item.productId}${item.options}${item.name}`}>
            <div>
              <p>{item.name}</p>
              <p class="muted">{joined([item.options, fill(t.quantity, { n: item.quantity })])}</p>
            </div>
            <span class="price">{money(item.unitPrice * item.quantity)}</span>
          </li>
        ))}
      </ul>
      <dl class="facts">
        {order.discount ? <dt>{t.discount}</dt> : null}
        {order.discount ? <dd class="price">{`−${money(order.discount)}`}</dd> : null}
        {order.shippingFee !== undefined && <dt>{t.shippingFee}</dt>}
        {order.shippingFee !== undefined && <dd class="price">{money(order.shippingFee)}</dd>}
        <dt>{t.total}</dt>
        <dd class="price strong">{money(order.total)}</dd>
        {order.payments && order.payments.length > 0 && <dt>{t.payments}</dt>}
        {order.payments && order.payments.length > 0 && (
          <dd>
            {order.payments
              .map((paid) =>
                joined([paid.method, money(paid.amount), stateTitle('record', paid.status, locale, states)]),
              )
              .join('\n')}
          </dd>
        )}
        {order.shippingAddress && <dt>{t.address}</dt>}
        {order.shippingAddress && <dd>{order.shippingAddress}</dd>}
        {order.refunds.length > 0 && <dt>{t.refunds}</dt>}
        {order.refunds.length > 0 && (
          <dd>
            {order.refunds
              .map((refund) =>
                joined([money(refund.amount), stateTitle('record', refund.status, locale, states), refund.reason]),
              )
              .join('\n')}
          </dd>
        )}
        {order.invoices.length > 0 && <dt>{t.invoices}</dt>}
        {order.invoices.length > 0 && (
          <dd>
            {order.invoices
              .map((invoice) =>
                joined([invoice.title, money(invoice.amount), stateTitle('record', invoice.status, locale, states)]),
              )
              .join('\n')}
          </dd>
        )}
      </dl>
      <Shipments shipments={order.shipments} arrival={order.arrival} />
    </article>
  );
}
