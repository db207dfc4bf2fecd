import { useState } from 'react';
import type { LedgerRowBody } from '../../api/types.ts';
import { saveFile } from '../save-file.ts';
import { useSurroundings } from '../surroundings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useAction } from '../use-action.ts';
import { usePages } from '../use-pages.ts';
import '../ui/day-list.css';
import './ledger.css';
import { LedgerFilters, ledgerQuery, NO_FILTER } from './ledger-filters.tsx';
import { LedgerList } from './ledger-list.tsx';

const PATH = '/api/desk/changes';
const PAGE = 50;

/** Every change of an order that was carried out, narrowed down by kind, state, days and words, and as a sheet. */
export default function LedgerPage() {
  const { t, http, locale } = useSurroundings();
  const [filter, setFilter] = useState(NO_FILTER);
  const filtered = Object.values(filter).some(Boolean);
  const query = ledgerQuery(filter, locale);
  const pages = usePages<LedgerRowBody>(PATH, query, PAGE);
  const { problem, run } = useAction();
  return (
    <section className="page">
      <PageHead title={t.ledger} text={t.ledgerText}>
        <div className="head-actions">
          <button
            type="button"
            className="button"
            onClick={() => void run(() => saveFile(http, `${PATH}/export?${query}`, 'order-changes.csv'))}
          >
            <Icon name="download" />
            {t.exportCsv}
          </button>
        </div>
      </PageHead>
      <LedgerFilters filter={filter} onChange={setFilter} />
      <ProblemNote problem={problem ?? pages.problem} onRetry={pages.retry} />
      {!pages.rows && !pages.problem && <Skeleton rows={6} />}
      {pages.rows?.length === 0 &&
        (filtered ? (
          <EmptyState icon="search" title={t.noLedgerFound} text={t.noLedgerFoundText} />
        ) : (
          <EmptyState icon="history" title={t.noLedger} text={t.noLedgerText} />
        ))}
      {pages.rows && pages.rows.length > 0 && <LedgerList rows={pages.rows} onUndone={pages.again} />}
      <MoreRows pages={pages} />
    </section>
  );
}
