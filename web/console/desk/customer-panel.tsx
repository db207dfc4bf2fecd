import { useState } from 'react';
import type { DeskConversation, OrderCard } from '../../api/types.ts';
import { stateTitle, stateWords } from '../../i18n/state-words.ts';
import { useSurroundings } from '../surroundings.ts';
import { ChipsInput } from '../ui/chips-input.tsx';
import { ApprovalCard } from './approval-card.tsx';
import { Proposals } from './changes/proposals.tsx';
import { ProposeChange } from './changes/propose-change.tsx';
import './changes/changes.css';
import { moodWords, reasonWords } from './handoff-words.ts';

/** The latest orders are order cards; one that is not whole is left out rather than shown wrong. */
const isOrder = (value: Record<string, unknown>): value is Record<string, unknown> & OrderCard =>
  typeof value.id === 'string' && Array.isArray(value.items) && typeof value.total === 'number';

function Order({ order, onPropose }: { order: OrderCard; onPropose: (() => void) | undefined }) {
  const { t, locale, format } = useSurroundings();
  const [shipment] = order.shipments ?? [];
  return (
    <li className="order">
      <p className="order-head">
        <strong className="mono">{order.id}</strong>
        <span className="pill">{stateWords('order', order.status, locale)}</span>
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
          shipment && stateTitle('parcel', shipment.status, locale),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {onPropose && (
        <button type="button" className="button small" onClick={onPropose}>
          {t.propose}
        </button>
      )}
    </li>
  );
}

function Attempts({ tried }: { tried: DeskConversation['tried'] }) {
  const { t } = useSurroundings();
  const outcomes = {
    answered: t.triedAnswered,
    unanswered: t.triedUnanswered,
    asked_back: t.triedAskedBack,
    settled: t.triedSettled,
    failed: t.triedFailed,
  };
  return (
    <section>
      <h2>{t.tried}</h2>
      <ol className="tried">
        {tried.map(({ messageId, question, outcome, rating }) => (
          <li key={messageId}>
            <span>{question}</span>
            <span className={outcome === 'answered' && rating !== 'down' ? 'tag' : 'tag warm'}>
              {outcomes[outcome]}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Why the conversation is here, what was tried, who the customer is, and what they ordered. */
export function CustomerPanel(props: {
  conversation: DeskConversation;
  /** Of the conversation in the API. */
  path: string;
  /** Whoever has the conversation may propose changes. */
  mine: boolean;
  onLabels: (labels: string[]) => void;
  onDecided: () => void;
}) {
  const { t } = useSurroundings();
  const [proposing, setProposing] = useState<string>();
  const [decided, setDecided] = useState<string>();
  const { path, mine } = props;
  const { profile, orders, reason, summary, mood, rule, contact, labels, tried, approvals, proposals } =
    props.conversation;
  const feeling = moodWords(t, mood);
  const facts: Array<[string, string | null | undefined]> = [
    [t.handoffReason, reason && reasonWords(t, reason)],
    [t.rule, rule],
    [t.contact, contact && [contact.email, contact.phone, contact.note].filter(Boolean).join('\n')],
    [t.summary, summary],
    [t.mood, feeling],
  ];
  return (
    <aside className="customer" aria-label={t.details}>
      <section>
        <dl>
          {facts.map(
            ([name, text]) =>
              text && (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{text}</dd>
                </div>
              ),
          )}
        </dl>
      </section>
      {(approvals.length > 0 || decided !== undefined) && (
        <section>
          <h2>{t.approvals}</h2>
          <p className="small" role="status">
            {decided}
          </p>
          {approvals.map((approval) => (
            <ApprovalCard
              key={approval.id}
              approval={approval}
              onDecided={(note) => {
                setDecided(note);
                props.onDecided();
              }}
            />
          ))}
        </section>
      )}
      {proposals.length > 0 && <Proposals proposals={proposals} path={path} mine={mine} onChanged={props.onDecided} />}
      <section>
        <ChipsInput label={t.talkLabels} hint={t.labelHint} values={labels} onChange={props.onLabels} />
      </section>
      {tried.length > 0 && <Attempts tried={tried} />}
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
              <Order key={order.id} order={order} onPropose={mine ? () => setProposing(order.id) : undefined} />
            ))}
          </ul>
          {proposing !== undefined && (
            <ProposeChange
              path={path}
              orderId={proposing}
              onClose={() => {
                setProposing(undefined);
                props.onDecided();
              }}
            />
          )}
        </section>
      )}
    </aside>
  );
}
