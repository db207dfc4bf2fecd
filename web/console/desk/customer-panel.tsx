import type { DeskConversation, OrderCard } from '../../api/types.ts';
import { stateWords } from '../../i18n/state-words.ts';
import { useSurroundings } from '../surroundings.ts';
import { moodWords, reasonWords } from './handoff-words.ts';

/** The latest orders are order cards; one that is not whole is left out rather than shown wrong. */
const isOrder = (value: Record<string, unknown>): value is Record<string, unknown> & OrderCard =>
  typeof value.id === 'string' && Array.isArray(value.items) && typeof value.total === 'number';

function Order({ order }: { order: OrderCard }) {
  const { locale, format } = useSurroundings();
  const [shipment] = order.shipments ?? [];
  return (
    <li className="order">
      <p className="order-head">
        <strong className="mono">{order.id}</strong>
        <span className="pill">{order.statusLabel ?? order.status}</span>
      </p>
      <ul>
        {order.items.map((item) => (
          <li key={`${item.name}${item.options}`}>
            {item.name}
            {item.options ? ` (${item.options})` : ''}
            {`\u00a0×\u00a0${item.quantity}`}
          </li>
        ))}
      </ul>
      <p className="quiet small">
        {[
          format.day(order.placedAt),
          order.currency ? format.money(order.total, order.currency) : order.total,
          shipment?.carrier,
          shipment?.trackingNumber,
          shipment && stateWords(locale, shipment.status),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  );
}

/** Why the conversation is here, who the customer is, and what they ordered. */
export function CustomerPanel({ conversation }: { conversation: DeskConversation }) {
  const { t } = useSurroundings();
  const { profile, orders, reason, summary, mood } = conversation;
  const feeling = moodWords(t, mood);
  return (
    <aside className="customer" aria-label={t.details}>
      <section>
        <dl>
          {reason && <dt>{t.handoffReason}</dt>}
          {reason && <dd>{reasonWords(t, reason)}</dd>}
          {summary && <dt>{t.summary}</dt>}
          {summary && <dd>{summary}</dd>}
          {feeling && <dt>{t.mood}</dt>}
          {feeling && <dd>{feeling}</dd>}
        </dl>
      </section>
      <section>
        <h2>{t.customer}</h2>
        {profile ? (
          <>
            <p className="strong">{profile.name}</p>
            <p className="quiet small">{[profile.id, profile.email, profile.phone].filter(Boolean).join('\n')}</p>
          </>
        ) : (
          <p className="quiet">{t.anonymous}</p>
        )}
      </section>
      {profile && (
        <section>
          <h2>{t.orders}</h2>
          {orders.length === 0 && <p className="quiet">{t.noOrders}</p>}
          <ul className="orders">
            {orders.filter(isOrder).map((order) => (
              <Order key={order.id} order={order} />
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
