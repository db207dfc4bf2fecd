import type { ChangeProposalBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useAction } from '../../use-action.ts';
import { standing } from './change-words.ts';
import { ChangedFields } from './changed-fields.tsx';

/** Changes that agents put to this customer, and what became of them; an open one can be taken back. */
export function Proposals(props: {
  proposals: ChangeProposalBody[];
  path: string;
  mine: boolean;
  onChanged: () => void;
}) {
  const { t, http, format } = useSurroundings();
  const { busy, problem, run } = useAction();
  const withdraw = async (id: string) => {
    await run(() => http.json(`${props.path}/changes/${id}/withdraw`, { method: 'POST' }));
    props.onChanged();
  };
  return (
    <section aria-live="polite">
      <h2>{t.proposals}</h2>
      <ProblemNote problem={problem} />
      <ul className="orders">
        {props.proposals.map(({ id, status, summary, changes, proposedBy, createdAt }) => {
          const { words, look } = standing(t, status);
          return (
            <li key={id} className="order proposal">
              <p className="order-head">
                <span className="strong">{summary}</span>
                <span className={`pill ${look}`}>{words}</span>
              </p>
              <dl className="small changed">
                <ChangedFields changes={changes} />
              </dl>
              <p className="quiet small">{fill(t.proposedBy, { name: proposedBy, time: format.moment(createdAt) })}</p>
              {status === 'pending' && props.mine && (
                <button type="button" className="button small" disabled={busy} onClick={() => void withdraw(id)}>
                  {t.withdraw}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
