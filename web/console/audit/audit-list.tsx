import type { AuditEntryBody } from '../../api/types.ts';
import { Link } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { actionWords, detailWords, subjectPath, subjectWords } from './audit-words.ts';

function Subject({ entry }: { entry: AuditEntryBody }) {
  const words = subjectWords(entry);
  const path = subjectPath(entry);
  return path ? <Link to={path}>{words}</Link> : <span className="strong">{words}</span>;
}

/** Entries by day, each a sentence. */
export function AuditList({ entries }: { entries: AuditEntryBody[] }) {
  const { t, format } = useSurroundings();
  const days = Map.groupBy(entries, ({ at }) => format.day(at));
  const who = ({ actor, action }: AuditEntryBody) => actor ?? (action.startsWith('login') ? t.byNobody : t.byCommand);
  return [...days].map(([day, ofDay]) => (
    <section key={day} className="day-list">
      <h2>{day}</h2>
      <ol className="panel">
        {ofDay.map((entry) => (
          <li key={entry.id}>
            <time className="quiet small figure" dateTime={entry.at}>
              {format.time(entry.at)}
            </time>
            <p>
              <strong>{who(entry)}</strong> {actionWords(t, entry.action)} <Subject entry={entry} />
              {Object.keys(entry.detail).length > 0 && <span className="quiet small"> {detailWords(entry)}</span>}
            </p>
          </li>
        ))}
      </ol>
    </section>
  ));
}
