import type { ApprovalBody } from '../../api/types.ts';
import { Link } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useLoad } from '../use-load.ts';
import { usePolling } from '../use-polling.ts';
import { ApprovalCard } from './approval-card.tsx';
import { deskPath } from './open-ids.ts';

const POLL_MS = 15_000;

/** Changes that wait for a person, above the inbox: their talks may still be with the bot. */
export function Approvals() {
  const { t, http } = useSurroundings();
  const { data, reload } = useLoad('approvals', (signal) =>
    http.json<ApprovalBody[]>('/api/desk/approvals', { signal }),
  );
  usePolling(true, POLL_MS, reload);
  if (!data || data.length === 0) return null;
  return (
    <details className="approvals">
      <summary>
        {t.approvals} <span className="pill warm">{data.length}</span>
      </summary>
      {data.map((approval) => (
        <div key={approval.id}>
          <Link to={deskPath([approval.conversationId])} className="plain">
            {approval.customerName}
          </Link>
          <ApprovalCard approval={approval} onDecided={reload} />
        </div>
      ))}
    </details>
  );
}
