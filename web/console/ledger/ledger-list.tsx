import type { LedgerRowBody } from '../../api/types.ts';
import { Link } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { changeWords } from './ledger-words.ts';

const NOTHING = '—';

/** Who asked, proposed and approved, and whether it stands. */
function Circumstances({ row }: { row: LedgerRowBody }) {
  const { t } = useSurroundings();
  const said = [
    t.ledgerBy.replace('{name}', row.customerName),
    ...(row.proposedBy ? [t.ledgerProposed.replace('{name}', row.proposedBy)] : []),
    ...(row.approvedBy ? [t.ledgerApproved.replace('{name}', row.approvedBy)] : []),
    ...(row.undoes === null ? [] : [t.ledgerUndoes.replace('{id}', String(row.undoes))]),
    ...(row.reason ? [row.reason] : []),
  ];
  return (
    <p className="quiet small">
      {said.join(' · ')} · <Link to={`desk/${encodeURIComponent(row.conversationId)}`}>{t.ledgerTalk}</Link>
    </p>
  );
}

/** Changes by day, each with its fields as they were and as they became. */
export function LedgerList({ rows }: { rows: LedgerRowBody[] }) {
  const { t, format } = useSurroundings();
  const days = Map.groupBy(rows, ({ at }) => format.day(at));
  return [...days].map(([day, ofDay]) => (
    <section key={day} className="day-list">
      <h2>{day}</h2>
      <ol className="panel">
        {ofDay.map((row) => (
          <li key={row.id}>
            <time className="quiet small figure" dateTime={row.at}>
              {format.time(row.at)}
            </time>
            <div className="ledger-entry">
              <p>
                <span className="quiet small figure">#{row.id}</span> <strong>{changeWords(t, row.action)}</strong>{' '}
                {row.orderId && <span className="figure">{row.orderId}</span>}{' '}
                {row.undoneBy !== null && <span className="pill">{t.ledgerUndone}</span>}
              </p>
              <dl>
                {row.changes.map(({ field, from, to }) => (
                  <div key={field}>
                    <dt>{field}</dt>
                    <dd>
                      {from !== null && <del>{from || NOTHING}</del>} <ins>{to ?? NOTHING}</ins>
                    </dd>
                  </div>
                ))}
              </dl>
              <Circumstances row={row} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  ));
}
