import { useEffect, useState } from 'react';
import type { LedgerRowBody } from '../../api/types.ts';
import { useSurroundings } from '../surroundings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';
import './ledger.css';
import { LedgerList } from './ledger-list.tsx';
import { ACTIONS, changeWords } from './ledger-words.ts';

const PATH = '/api/desk/changes';
const PAGE = 50;

/** Every change of an order that was carried out, narrowed down by kind, order and days. */
export default function LedgerPage() {
  const { t, http, locale } = useSurroundings();
  const [filter, setFilter] = useState({ action: '', orderId: '' });
  const query = new URLSearchParams({ language: locale, limit: String(PAGE) });
  if (filter.action) query.set('action', filter.action);
  if (filter.orderId.trim()) query.set('orderId', filter.orderId.trim());
  const key = query.toString();
  const { data, problem, reload } = useLoad(key, (signal) => http.json<LedgerRowBody[]>(`${PATH}?${key}`, { signal }));
  const [older, setOlder] = useState<LedgerRowBody[]>([]);
  const [whole, setWhole] = useState(false);
  const { busy, problem: fault, run } = useAction();
  useEffect(() => {
    setOlder([]);
    setWhole(false);
  }, [key]);
  const rows = [...(data ?? []), ...older];
  const more = () =>
    run(async () => {
      const page = await http.json<LedgerRowBody[]>(`${PATH}?${key}&before=${rows.at(-1)?.id}`);
      setOlder([...older, ...page]);
      setWhole(page.length < PAGE);
    });
  return (
    <section className="page">
      <PageHead title={t.ledger} text={t.ledgerText} />
      <div className="ledger-filters">
        <label>
          {t.ledgerKind}
          <select
            className="field"
            value={filter.action}
            onChange={({ target }) => setFilter({ ...filter, action: target.value })}
          >
            <option value="">{t.everything}</option>
            {ACTIONS.map((action) => (
              <option key={action} value={action}>
                {changeWords(t, action)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t.ledgerOrder}
          <input
            className="field"
            value={filter.orderId}
            onChange={({ target }) => setFilter({ ...filter, orderId: target.value })}
          />
        </label>
      </div>
      <ProblemNote problem={fault ?? problem} onRetry={problem ? reload : undefined} />
      {!data && !problem && <Skeleton rows={6} />}
      {data?.length === 0 && <EmptyState icon="history" title={t.noLedger} text={t.noLedgerText} />}
      {rows.length > 0 && <LedgerList rows={rows} />}
      {data?.length === PAGE && !whole && (
        <p className="table-more">
          <button type="button" className="button small" disabled={busy} onClick={() => void more()}>
            {t.more}
          </button>
        </p>
      )}
    </section>
  );
}
