import { useEffect, useMemo, useRef, useState } from 'react';
import type { DeskEntry, DeskSettingsBody } from '../../api/types.ts';
import { Link, navigate, usePath } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useLoad } from '../use-load.ts';
import { Approvals } from './approvals.tsx';
import './desk.css';
import { Inbox } from './inbox.tsx';
import { InboxHead } from './inbox-head.tsx';
import { OpenConversation, type OpenListener } from './open-conversation.tsx';
import { deskPath, openIdsOf } from './open-ids.ts';
import { type DeskListener, useDesk } from './use-desk.ts';

/** The desk: the inbox beside the open conversations, up to three of them side by side. */
export default function DeskPage() {
  const { t, http } = useSurroundings();
  const openIds = openIdsOf(usePath());
  const listeners = useRef(new Map<string, OpenListener>());
  const listener = useMemo<DeskListener>(
    () => ({
      changed(id) {
        for (const [openId, open] of listeners.current) if (id === null || id === openId) open.reload();
      },
      typing: (id) => listeners.current.get(id)?.typing(),
    }),
    [],
  );
  const { data, problem, reload, connected } = useDesk(listener);
  const { data: times } = useLoad('desk-times', (signal) =>
    http.json<DeskSettingsBody>('/api/desk/settings', { signal }),
  );
  const [ended, setEnded] = useState<DeskEntry[]>();
  const loadEnded = () =>
    void http
      .json<DeskEntry[]>('/api/desk/conversations?status=closed&limit=100')
      .then(setEnded)
      .catch(() => setEnded([]));
  const queue = data?.filter(({ status }) => status === 'waiting') ?? [];
  const waiting = queue.length;
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${t.inbox} · ${t.name}`;
  }, [waiting, t]);

  return (
    <section className={openIds.length > 0 ? 'desk opened' : 'desk'}>
      <div className="inbox">
        <InboxHead entries={data} />
        {!connected && (
          <p className="problem" role="status">
            {t.offline}
          </p>
        )}
        <ProblemNote problem={problem} onRetry={reload} />
        {!data && !problem && <p className="loading">{t.loading}</p>}
        <Approvals />
        {data && <Inbox entries={data} ended={ended} openIds={openIds} times={times} onEnded={loadEnded} />}
        {data?.length === 0 && <EmptyState icon="inbox" title={t.noDesk} text={t.noDeskText} />}
      </div>
      <div className={`open-conversations columns-${openIds.length}`}>
        {openIds.map((id) => (
          <OpenConversation
            key={id}
            id={id}
            alone={openIds.length === 1}
            listeners={listeners.current}
            onClose={() => navigate(deskPath(openIds.filter((other) => other !== id)))}
          />
        ))}
        {openIds.length === 0 && (
          <EmptyState icon="headset" title={t.pickOne} text={t.pickOneText}>
            {queue[0] && (
              <Link to={deskPath([queue[0].conversationId])} className="button primary">
                {t.openNext}
              </Link>
            )}
          </EmptyState>
        )}
      </div>
    </section>
  );
}
