import { useState } from 'react';
import type { ApprovalBody } from '../../api/types.ts';
import { useSurroundings } from '../surroundings.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useAction } from '../use-action.ts';

/** A change of an order that its customer wants and a person has to decide, field by field. */
export function ApprovalCard(props: { approval: ApprovalBody; onDecided: () => void }) {
  const { t, http } = useSurroundings();
  const { approval } = props;
  const [note, setNote] = useState('');
  const { busy, problem, run } = useAction();
  const decide = async (approve: boolean) => {
    const body = { approve, ...(note.trim() ? { note: note.trim() } : {}) };
    await run(() => http.json(`/api/desk/approvals/${approval.id}`, { method: 'POST', body }));
    props.onDecided();
  };
  return (
    <article className="approval">
      <p>
        <strong>{approval.summary}</strong>
      </p>
      <dl>
        {approval.changes.map(({ field, from, to }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>{[from, to].filter(Boolean).join(' → ')}</dd>
          </div>
        ))}
      </dl>
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
    </article>
  );
}
