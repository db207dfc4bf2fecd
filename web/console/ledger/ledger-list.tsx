import { useState } from 'react';
import type { LedgerRowBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { madeWords } from '../desk/changes/change-words.ts';
import { ChangedFields } from '../desk/changes/changed-fields.tsx';
import { places } from '../qa/paths.ts';
import { Link } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { UndoDialog } from './undo-dialog.tsx';

/** Who asked, proposed and approved, whether it stands, and where it was said. */
function Circumstances({ row }: { row: LedgerRowBody }) {
  const { t, staff } = useSurroundings();
  const who = row.byDesk
    ? [fill(t.ledgerByDesk, { name: row.proposedBy ?? row.actor }), row.customerName]
    : [
        fill(t.ledgerBy, { name: row.customerName }),
        ...(row.proposedBy ? [fill(t.ledgerProposed, { name: row.proposedBy })] : []),
        ...(row.approvedBy ? [fill(t.ledgerApproved, { name: row.approvedBy })] : []),
      ];
  const said = [
    ...who,
    ...(row.undoes === null ? [] : [fill(t.ledgerUndoes, { id: row.undoes })]),
    ...(row.reason ? [row.reason] : []),
    ...(row.notUndoable ? [row.notUndoable] : []),
  ];
  // What a turn did is shown to those who may look at evals.
  const trace = row.turnId !== null && (staff.role === 'admin' || staff.role === 'qa') ? row.turnId : undefined;
  return (
    <p className="quiet small">
      {said.join(' · ')} · <Link to={`desk/${encodeURIComponent(row.conversationId)}`}>{t.ledgerTalk}</Link>
      {trace !== undefined && (
        <>
          {' · '}
          <Link to={places.trace(trace)}>{t.ledgerTrace}</Link>
        </>
      )}
    </p>
  );
}

function Entry({ row, onUndo }: { row: LedgerRowBody; onUndo: () => void }) {
  const { t } = useSurroundings();
  return (
    <div className="ledger-entry">
      <p className="ledger-head">
        <span>
          <span className="quiet small figure">#{row.id}</span> <strong>{madeWords(t, row.action)}</strong>{' '}
          {row.orderId && <span className="figure">{row.orderId}</span>}{' '}
          {row.undoneBy !== null && <span className="pill">{t.ledgerUndone}</span>}
        </span>
        {row.undoable && (
          <button
            type="button"
            className="button small"
            aria-label={fill(t.ledgerUndoTitle, { id: row.id })}
            onClick={onUndo}
          >
            {t.ledgerUndo}
          </button>
        )}
      </p>
      <dl className="changed">
        <ChangedFields changes={row.changes} />
      </dl>
      <Circumstances row={row} />
    </div>
  );
}

/** Changes by day, each with its fields as they were and as they became. */
export function LedgerList({ rows, onUndone }: { rows: LedgerRowBody[]; onUndone: () => void }) {
  const { format } = useSurroundings();
  const [undoing, setUndoing] = useState<LedgerRowBody>();
  const days = Map.groupBy(rows, ({ at }) => format.day(at));
  return (
    <>
      {[...days].map(([day, ofDay]) => (
        <section key={day} className="day-list">
          <h2>{day}</h2>
          <ol className="panel">
            {ofDay.map((row) => (
              <li key={row.id}>
                <time className="quiet small figure" dateTime={row.at}>
                  {format.time(row.at)}
                </time>
                <Entry row={row} onUndo={() => setUndoing(row)} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      {undoing && (
        <UndoDialog
          row={undoing}
          onClose={() => setUndoing(undefined)}
          onDone={() => {
            setUndoing(undefined);
            onUndone();
          }}
        />
      )}
    </>
  );
}
