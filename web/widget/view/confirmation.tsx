/** @jsxImportSource preact */
import type { ConfirmationView, ConversationView } from '../../api/types.ts';
import { type Dictionary, fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from './surroundings.ts';

const outcomeWords = (t: Dictionary): Partial<Record<ConversationView['outcomes'][string], string>> => ({
  done: t.outcomeDone,
  failed: t.outcomeFailed,
  rejected: t.outcomeDeclined,
  expired: t.outcomeExpired,
  approved: t.confirmWaiting,
  awaiting_approval: t.outcomeApproval,
});

/** A change put to the customer: what is now, what will be, the two buttons, and later what became of it. */
export function Confirmation(props: {
  confirmation: ConfirmationView;
  open: boolean;
  settling: boolean;
  outcome: ConversationView['outcomes'][string] | undefined;
}) {
  const { t, format, chat } = useSurroundings();
  const { id, summary, changes, expiresAt } = props.confirmation;
  const open = props.open && Date.parse(expiresAt) > Date.now();
  const busy = props.settling;
  const title = `confirm-${id}`;
  return (
    <section class={open ? 'card confirm' : 'card confirm settled'} aria-labelledby={title}>
      <h3 id={title}>{t.confirmTitle}</h3>
      <p>{summary}</p>
      {changes.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t.field}</th>
              <th scope="col">{t.from}</th>
              <th scope="col">{t.to}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ field, from, to }) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                <td class="was">{from ?? t.none}</td>
                <td class="will">{to ?? t.none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open && !chat ? (
        <p class="muted">{fill(t.confirmExpires, { time: format.time(expiresAt) })}</p>
      ) : open ? (
        <div class="actions">
          <button type="button" class="primary" disabled={busy} onClick={() => chat?.settle(id, true)}>
            {busy ? t.confirmWaiting : t.confirm}
          </button>
          <button type="button" class="secondary" disabled={busy} onClick={() => chat?.settle(id, false)}>
            {t.cancel}
          </button>
          <span class="muted">{fill(t.confirmExpires, { time: format.time(expiresAt) })}</span>
        </div>
      ) : (
        <p class={`outcome ${props.outcome ?? ''}`} role="status">
          {(props.outcome && outcomeWords(t)[props.outcome]) ?? t.confirmSettled}
        </p>
      )}
    </section>
  );
}
