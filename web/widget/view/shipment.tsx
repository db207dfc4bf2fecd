/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { ArrivalView, ShipmentView } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { stateTitle } from '../../i18n/state-words.ts';
import { useSurroundings } from './surroundings.ts';

const SHORT = 3;

/** The days on which an order will likely arrive, and by what that is judged. */
function Arrival({ arrival }: { arrival: ArrivalView }) {
  const { t, format } = useSurroundings();
  const basis = { carrier: t.byCarrier, history: t.byHistory, policy: t.byPolicy }[arrival.by];
  return (
    <dl class="facts arrival">
      <dt>{t.estimated}</dt>
      <dd>
        <strong>{format.days(arrival.from, arrival.to)}</strong>
        <span class="muted">{basis}</span>
      </dd>
    </dl>
  );
}

/** An order's parcels. An estimate replaces the day that a single parcel's carrier named, which may be over. */
export function Shipments(props: { shipments: ShipmentView[]; arrival: ArrivalView | undefined }) {
  const { shipments, arrival } = props;
  const told = arrival !== undefined && shipments.length === 1;
  return (
    <>
      {arrival && <Arrival arrival={arrival} />}
      {shipments.map((shipment, index) => (
        <Shipment
          key={shipment.trackingNumber ?? index}
          shipment={told ? { ...shipment, estimatedDelivery: null } : shipment}
        />
      ))}
    </>
  );
}

/** A parcel's way as a timeline, newest first; the older steps on demand. */
function Shipment({ shipment }: { shipment: ShipmentView }) {
  const { t, locale, states, format } = useSurroundings();
  const [all, setAll] = useState(false);
  const events = shipment.events.toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <section class="shipment">
      <dl class="facts">
        <dt>{shipment.carrier ?? t.shipment}</dt>
        <dd>{stateTitle('parcel', shipment.status, locale, states)}</dd>
        {shipment.trackingNumber && <dt>{t.trackingNumber}</dt>}
        {shipment.trackingNumber && <dd class="mono">{shipment.trackingNumber}</dd>}
        {shipment.estimatedDelivery && <dt>{t.estimated}</dt>}
        {shipment.estimatedDelivery && <dd>{format.day(shipment.estimatedDelivery)}</dd>}
      </dl>
      {events.length === 0 ? (
        <p class="muted">{t.noEvents}</p>
      ) : (
        <ol class="timeline">
          {(all ? events : events.slice(0, SHORT)).map((event) => (
            <li key={event.at + event.text}>
              <p>{event.text}</p>
              <p class="muted">
                <time dateTime={event.at}>{format.moment(event.at)}</time>
                {event.place && ` · ${event.place}`}
              </p>
            </li>
          ))}
        </ol>
      )}
      {!all && events.length > SHORT && (
        <button type="button" class="more" onClick={() => setAll(true)}>
          {fill(t.showHistory, { n: events.length })}
        </button>
      )}
    </section>
  );
}
