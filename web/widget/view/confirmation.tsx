/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks';
import type { ConfirmationView } from '../../api/types.ts';
import { Countdown, useSecondsLeft, useTimeWarning } from './countdown.tsx';
import { type Outcome, outcomeWords, shopWords } from './outcome-words.ts';
import { useSurroundings } from './surroundings.ts';

type Change = ConfirmationView['changes'][number];

function Changes({ changes }: { changes: Change[] }) {
  const { t } = useSurroundings();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t.field}</th>
          <th scope="col">{t.from}</th>
          <th scope="col">{t.to}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={`${change.field} ${change.to}`}>
            <th scope="row">{change.field}</th>
            {/* Where nothing stood before, only what will be is shown. */}
            {change.from !== null && <td class="was">{change.from}</td>}
            <td class="will" colSpan={change.from === null ? 2 : 1}>
              {change.to ?? t.none}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What it costs and what comes back, each in a row of its own. */
const Amounts = ({ amounts }: { amounts: Change[] }) => (
  <dl class="amounts">
    {amounts.map(({ field, to, kind }) => (
      <div key={`${field} ${to}`} class={kind}>
        <dt>{field}</dt>
        <dd>{to}</dd>
      </div>
    ))}
  </dl>
);

/** A change put to the customer: what is now, what will be, the two buttons, and later what became of it. */
export function Confirmation(props: {
  confirmation: ConfirmationView;
  /** When it runs out by this browser's clock, ms; null: it does not wait for an answer (any more). */
  endsAt: number | null;
  settling: boolean;
  outcome: Outcome | undefined;
}) {
  const { t, format, chat } = useSurroundings();
  const { confirmation, endsAt, settling, outcome } = props;
  const { id, summary, changes } = confirmation;
  const seconds = useSecondsLeft(endsAt);
  const warning = useTimeWarning(seconds);
  const open = endsAt !== null && (seconds > 0 || settling);
  const actions = useRef<HTMLDivElement>(null);
  const told = useRef<HTMLParagraphElement>(null);

  // The server says how it ended: by its time, or answered in the last second.
  const ranOut = endsAt !== null && seconds === 0 && !settling;
  useEffect(() => {
    if (ranOut) void chat?.refresh();
  }, [ranOut, chat]);
  // A button under the keyboard goes, pressed or out of time: it goes on from what came of it.
  const goesOn = !open && actions.current?.matches(':focus-within') === true;
  useEffect(() => {
    if (goesOn) told.current?.focus();
  }, [goesOn]);

  const answer = (approve: boolean) => {
    if (!settling) void chat?.settle(id, approve);
  };
  const money = changes.filter(({ kind }) => kind !== undefined);
  const plain = changes.filter(({ kind }) => kind === undefined);
  const title = `confirm-${id}`;
  return (
    <section class={open ? 'card confirm' : 'card confirm settled'} aria-labelledby={title}>
      <h3 id={title}>{open ? t.confirmTitle : t.confirmTitleOver}</h3>
      <p>{summary}</p>
      {plain.length > 0 && <Changes changes={plain} />}
      {money.length > 0 && <Amounts amounts={money} />}
      {open && outcome?.shop && (
        <p class="shop-said" role="status">
          {shopWords(outcome.shop, t)}
        </p>
      )}
      {open && chat && (
        <div class="actions" ref={actions}>
          <button type="button" class="primary" aria-disabled={settling} onClick={() => answer(true)}>
            {settling ? t.confirmWaiting : t.confirm}
          </button>
          <button type="button" class="secondary" aria-disabled={settling} onClick={() => answer(false)}>
            {t.cancel}
          </button>
          <Countdown seconds={seconds} />
        </div>
      )}
      {open && !chat && (
        <p>
          <Countdown seconds={seconds} />
        </p>
      )}
      <p class={open ? 'hidden' : `outcome ${outcome?.status ?? ''}`} role="status" tabIndex={-1} ref={told}>
        {open ? warning : outcomeWords(outcome, t, format)}
      </p>
    </section>
  );
}
