import { useState } from 'react';
import type { ApprovalBody } from '../../api/types.ts';
import { useSurroundings } from '../surroundings.ts';
import { useLoad } from '../use-load.ts';
import { usePolling } from '../use-polling.ts';
import { ApprovalCard } from './approval-card.tsx';

const POLL_MS = 15_000;

/** Changes that wait for a person, above the inbox: their talks may still be with the bot. */
export function Approvals() {
  const { t, http } = useSurroundings();
  const [note, setNote] = useState<string>();
  const { data, reload } = useLoad('approvals', (signal) =>
    http.json<ApprovalBody[]>('/api/desk/approvals', { signal }),
  );
  usePolling(true, POLL_MS, reload);
  const decided = (said?: string) => {
    setNote(said);
    reload();
  };
  if (!data || (data.length === 0 && note === undefined)) return null;
  return (
    <details className="approvals">
      <summary>
        {t.approvals} <span className="pill warm">{data.length}</span>
      </summary>
      <p className="small" role="status">
        {note}
      </p>
      {data.map((approval) => (
        <ApprovalCard key={approval.id} approval={approval} linked onDecided={decided} />
      ))}
    </details>
  );
}
