import { useState } from 'react';
import type { KnowledgeChangeBody } from '../../../api/types.ts';
import { useSurroundings } from '../../surroundings.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useLoad } from '../../use-load.ts';
import { paths } from '../paths.ts';
import { ChangeList } from './change-list.tsx';
import './changes.css';
import { HealthPanel } from './health-panel.tsx';
import { ProductSentences } from './product-sentences.tsx';
import { PurgePanel } from './purge-panel.tsx';
import './upkeep.css';
import { useHealth } from './use-health.ts';

const STEP = 50;
type Kind = KnowledgeChangeBody['kind'];

/** Whether the knowledge is whole, what is still on the disk, and who changed what. */
export default function UpkeepPage() {
  const { t, http } = useSurroundings();
  const health = useHealth();
  const [kind, setKind] = useState<Kind | 'all'>('all');
  const [limit, setLimit] = useState(STEP);
  const trail = useLoad(`changes ${kind} ${limit}`, async (signal) => {
    const wanted: Record<string, string> = kind === 'all' ? {} : { kind };
    const query = new URLSearchParams({ limit: String(limit), ...wanted });
    const response = await http.fetch(`${paths.changes}?${query}`, { signal });
    const items = (await response.json()) as KnowledgeChangeBody[];
    return { items, total: Number(response.headers.get('x-total-count') ?? items.length) };
  });
  return (
    <section className="page">
      <PageHead title={t.upkeep} text={t.upkeepText} />
      <ProblemNote problem={health.problem} onRetry={health.reload} />
      {health.data ? <HealthPanel health={health.data} /> : !health.problem && <Skeleton rows={2} />}
      <ProductSentences />
      <PurgePanel />
      <section className="panel stack">
        <div className="spread">
          <h2>{t.changes}</h2>
          <Segments
            label={t.what}
            value={kind}
            onChange={setKind}
            options={[
              { value: 'all', words: t.all },
              { value: 'document', words: t.kindDocument },
              { value: 'faq', words: t.kindFaq },
              { value: 'product', words: t.kindProduct },
              { value: 'term', words: t.kindTerm },
            ]}
          />
        </div>
        <ProblemNote problem={trail.problem} onRetry={trail.reload} />
        {!trail.data && !trail.problem && <Skeleton rows={4} />}
        {trail.data?.items.length === 0 && (
          <p className="quiet">
            {t.noChanges}. {t.noChangesText}
          </p>
        )}
        {trail.data && <ChangeList changes={trail.data.items} />}
        {trail.data && trail.data.total > trail.data.items.length && (
          <p className="table-more">
            <button type="button" className="button small" onClick={() => setLimit(limit + STEP)}>
              {t.more}
            </button>
          </p>
        )}
      </section>
    </section>
  );
}
