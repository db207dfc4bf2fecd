import type { ColleagueBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useLoad } from '../use-load.ts';

/** Chooses the colleague who goes on; those at their desks come first. */
export function PassOn(props: { onChoose: (staffId: string) => void; onClose: () => void }) {
  const { t, http, staff } = useSurroundings();
  const { data, problem, reload } = useLoad('colleagues', (signal) =>
    http.json<ColleagueBody[]>('/api/desk/colleagues', { signal }),
  );
  const order = { available: 0, busy: 1, away: 2 };
  const others = data?.filter(({ id }) => id !== staff.id).toSorted((a, b) => order[a.presence] - order[b.presence]);
  return (
    <Dialog title={t.passOnTo} onClose={props.onClose}>
      <p className="quiet">{t.passOnText}</p>
      <ProblemNote problem={problem} onRetry={reload} />
      {!data && !problem && <Skeleton rows={3} />}
      {others?.length === 0 && <p className="loading">{t.nobodyElse}</p>}
      <ul className="colleagues">
        {others?.map(({ id, name, presence, conversations }) => (
          <li key={id}>
            <button type="button" className="colleague" onClick={() => props.onChoose(id)}>
              <span className={`dot ${presence}`} aria-hidden="true" />
              <strong>{name}</strong>
              <span className="quiet small">
                {t[presence]} · {fill(t.hasConversations, { n: conversations })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
