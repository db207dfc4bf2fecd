import { useState } from 'react';
import { asProblem } from '../../api/problem.ts';
import type { ApprovalBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { Link } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { since, useNow } from '../ui/duration.ts';
import { Parts } from '../ui/parts.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useAction } from '../use-action.ts';
import { madeWords } from './changes/change-words.ts';
import { ChangedFields } from './changes/changed-fields.tsx';
import { deskPath } from './open-ids.ts';

type Approval = ApprovalBody;

/** Who wants it, of which order, how much goes back and how long it waits. */
function CardHead({ approval, linked }: { approval: Approval; linked: boolean }) {
  const { t, locale, format } = useSurroundings();
  const now = useNow();
  const { order, currency, amount } = approval;
  const name = linked ? (
    <Link to={deskPath([approval.conversationId])}>{approval.customerName}</Link>
  ) : (
    approval.customerName
  );
  return (
    <header>
      <p className="approval-head">
        <span>
          <strong>{madeWords(t, approval.action)}</strong>{' '}
          {approval.orderId && <span className="figure">{approval.orderId}</span>}
        </span>
        {amount !== null && amount > 0 && (
          <span className="pill warm">{fill(t.approvalAmount, { amount: format.money(amount, currency) })}</span>
        )}
      </p>
      <Parts className="quiet small">
        {name}
        {order && format.day(order.placedAt)}
        {order && format.money(order.total, currency)}
        {order?.label[locale]}
        {fill(t.approvalWaits, { time: since(approval.requestedAt, now, t) })}
      </Parts>
    </header>
  );
}

/** Why the shop wants a person to look at it, and what the customer says. */
function CardReasons({ approval }: { approval: Approval }) {
  const { t, locale, format } = useSurroundings();
  const { rule, currency, reason, fault, proposedBy, byDesk } = approval;
  const why = !rule
    ? t.approvalNoRule
    : rule.above === null
      ? t.approvalAlways
      : fill(t.approvalAbove, { amount: format.money(rule.above, currency) });
  const asked = byDesk && proposedBy ? fill(t.ledgerByDesk, { name: proposedBy }) : null;
  const proposed = proposedBy && !byDesk ? fill(t.ledgerProposed, { name: proposedBy }) : null;
  // Kinds of change that ask for a reason have it among their fields.
  const shown = reason !== null && approval.changes.some(({ to }) => to === reason);
  const said = [
    shown ? null : (reason ?? (byDesk ? null : t.approvalNoReason)),
    fault ? t.approvalFault : null,
    asked,
    proposed,
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      {said !== '' && (
        <div>
          <dt>{t.approvalReason}</dt>
          <dd>{said}</dd>
        </div>
      )}
      <div className="stacked">
        <dt>{t.approvalWhy}</dt>
        <dd>
          {why}
          {rule?.text && <span className="quiet small">{rule.text[locale]}</span>}
        </dd>
      </div>
    </>
  );
}

/**
 * A change of an order that its customer wants and a person has to decide. `onDecided` gets what is worth telling of
 * it after it left the list.
 */
export function ApprovalCard(props: { approval: Approval; linked?: boolean; onDecided: (note?: string) => void }) {
  const { t, http } = useSurroundings();
  const { approval } = props;
  const { decided } = approval;
  const [note, setNote] = useState('');
  const { busy, problem, run } = useAction();
  const decide = (approve: boolean) =>
    run(async () => {
      const body = { approve, ...(note.trim() ? { note: note.trim() } : {}) };
      try {
        const { outcome } = await http.json<{ outcome: string }>(`/api/desk/approvals/${approval.id}`, {
          method: 'POST',
          body,
        });
        props.onDecided(approve && outcome !== 'done' ? t.approvalRefusedByRules : undefined);
      } catch (error) {
        const problem = asProblem(error);
        if (problem.code !== 'approval_decided') throw problem;
        props.onDecided(t.approvalDecidedBefore);
      }
    });
  return (
    <article className="approval" aria-label={approval.summary}>
      <CardHead approval={approval} linked={props.linked === true} />
      <dl className="changed">
        <ChangedFields changes={approval.changes} />
        <CardReasons approval={approval} />
      </dl>
      {decided ? (
        <p className="quiet small" role="status">
          {fill(decided.approve ? t.approvalUnderWay : t.refusalUnderWay, { name: decided.by ?? '' })}
        </p>
      ) : (
        <>
          <label>
            <span>
              {t.approvalNote} <span className="quiet">({t.optional})</span>
            </span>
            <input className="field" value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
          </label>
          <ProblemNote problem={problem} />
          <div className="row-actions">
            <button type="button" className="button small" disabled={busy} onClick={() => void decide(false)}>
              {t.refuseChange}
            </button>
            <button type="button" className="button small primary" disabled={busy} onClick={() => void decide(true)}>
              {t.approveChange}
            </button>
          </div>
        </>
      )}
    </article>
  );
}
