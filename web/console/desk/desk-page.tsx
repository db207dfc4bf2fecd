import { useCallback, useEffect, useRef } from 'react';
import type { DeskConversation } from '../../api/types.ts';
import { usePath } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useLoad } from '../use-load.ts';
import { ConversationPane } from './conversation-pane.tsx';
import './desk.css';
import { Inbox } from './inbox.tsx';
import { useDesk } from './use-desk.ts';

/** Reads the open conversation; without one there is nothing to show. */
function OpenConversation({ id, listen }: { id: string; listen: (reload: () => void) => () => void }) {
  const { http } = useSurroundings();
  const loaded = useLoad(id, (signal) =>
    http.json<DeskConversation>(`/api/desk/conversations/${encodeURIComponent(id)}`, { signal }),
  );
  const { reload } = loaded;
  useEffect(() => listen(reload), [listen, reload]);
  return <ConversationPane id={id} loaded={loaded} />;
}

/** The desk: the inbox beside the open conversation. */
export default function DeskPage() {
  const { t } = useSurroundings();
  const [, encoded] = usePath().split('/');
  const openId = encoded ? decodeURIComponent(encoded) : null;
  const open = useRef<{ id: string | null; reload: () => void }>({ id: null, reload: () => undefined });
  open.current.id = openId;
  const onChanged = useCallback((id: string | null) => {
    if (id === null || id === open.current.id) open.current.reload();
  }, []);
  const listen = useCallback((reload: () => void) => {
    open.current.reload = reload;
    return () => {
      open.current.reload = () => undefined;
    };
  }, []);
  const { data, problem, reload, connected } = useDesk(onChanged);
  const waiting = data?.filter(({ status }) => status === 'waiting').length ?? 0;
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${t.inbox} · ${t.name}`;
  }, [waiting, t]);

  return (
    <section className={openId ? 'desk opened' : 'desk'}>
      <div className="inbox">
        <header>
          <h1>{t.inbox}</h1>
          <p className="quiet small">{t.deskText}</p>
        </header>
        {!connected && (
          <p className="problem" role="status">
            {t.offline}
          </p>
        )}
        <ProblemNote problem={problem} onRetry={reload} />
        {!data && !problem && <p className="loading">{t.loading}</p>}
        {data && data.length > 0 && <Inbox entries={data} openId={openId} />}
        {data?.length === 0 && <EmptyState icon="inbox" title={t.noDesk} text={t.noDeskText} />}
      </div>
      <div className="open-conversation">
        {openId ? (
          <OpenConversation id={openId} listen={listen} />
        ) : (
          <EmptyState icon="headset" title={t.pickOne} text={t.pickOneText} />
        )}
      </div>
    </section>
  );
}
