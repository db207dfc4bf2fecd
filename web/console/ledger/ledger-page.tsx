import { useState } from 'react';
import type { LedgerRowBody } from '../../api/types.ts';
import { useSurroundings } from '../surroundings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { usePages } from '../use-pages.ts';
import '../ui/day-list.css';
import './ledger.css';
import { LedgerList } from './ledger-list.tsx';
import { ACTIONS, changeWords } from './ledger-words.ts';

const PATH = '/api/desk/changes';
const PAGE = 50;

/** Every change of an order that was carried out, narrowed down by kind, order and days. */
export default function LedgerPage() {
  const { t, locale } = useSurroundings();
  const [filter, setFilter] = useState({ action: '', orderId: '' });
  const query = new URLSearchParams({ language: locale });
  if (filter.action) query.set('action', filter.action);
  if (filter.orderId.trim()) query.set('orderId', filter.orderId.trim());
  const key = query.toString();
  const pages = usePages<LedgerRowBody>(PATH, key, PAGE);
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
      <ProblemNote problem={pages.problem} onRetry={pages.retry} />
      {!pages.rows && !pages.problem && <Skeleton rows={6} />}
      {pages.rows?.length === 0 && <EmptyState icon="history" title={t.noLedger} text={t.noLedgerText} />}
      {pages.rows && pages.rows.length > 0 && <LedgerList rows={pages.rows} />}
      <MoreRows pages={pages} />
    </section>
  );
}
