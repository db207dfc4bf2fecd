import { useState } from 'react';
import type { AuditEntryBody, TeamMemberBody } from '../../api/types.ts';
import { saveFile } from '../save-file.ts';
import { useSurroundings } from '../surroundings.ts';
import { DayRange } from '../ui/day-range.tsx';
import { dayStart } from '../ui/day-start.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';
import { usePages } from '../use-pages.ts';
import '../ui/day-list.css';
import './audit.css';
import { AuditList } from './audit-list.tsx';
import { TOPICS } from './audit-words.ts';

const PATH = '/api/audit';
const PAGE = 100;

/** Who did what when, narrowed down by topic, person and days, and as a sheet. */
export default function AuditPage() {
  const { t, http } = useSurroundings();
  const [filter, setFilter] = useState({ action: '', actor: '', from: '', to: '' });
  const query = new URLSearchParams();
  if (filter.action) query.set('action', filter.action);
  if (filter.actor) query.set('actor', filter.actor);
  if (filter.from) query.set('from', dayStart(filter.from));
  if (filter.to) query.set('to', dayStart(filter.to, 1));
  const key = query.toString();
  const team = useLoad('audit-team', (signal) => http.json<TeamMemberBody[]>('/api/staff/members', { signal }));
  const pages = usePages<AuditEntryBody>(PATH, key, PAGE);
  const { problem: fault, run } = useAction();
  const set = (change: Partial<typeof filter>) => setFilter({ ...filter, ...change });
  return (
    <section className="page">
      <PageHead title={t.audit} text={t.auditText}>
        <div className="head-actions">
          <button
            type="button"
            className="button"
            onClick={() => void run(() => saveFile(http, `${PATH}/export?${key}`, 'audit.csv'))}
          >
            <Icon name="download" />
            {t.exportCsv}
          </button>
        </div>
      </PageHead>
      <div className="audit-filters">
        <label>
          {t.auditTopic}
          <select className="field" value={filter.action} onChange={({ target }) => set({ action: target.value })}>
            <option value="">{t.everything}</option>
            {TOPICS.map((topic) => (
              <option key={topic} value={topic}>
                {t[`topic_${topic}`]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t.auditPerson}
          <select className="field" value={filter.actor} onChange={({ target }) => set({ actor: target.value })}>
            <option value="">{t.everybody}</option>
            {team.data?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <DayRange from={t.auditFrom} to={t.auditTo} days={filter} onChange={set} />
      </div>
      <ProblemNote problem={fault ?? pages.problem} onRetry={pages.retry} />
      {!pages.rows && !pages.problem && <Skeleton rows={6} />}
      {pages.rows?.length === 0 && <EmptyState icon="history" title={t.noAudit} text={t.noAuditText} />}
      {pages.rows && pages.rows.length > 0 && <AuditList entries={pages.rows} />}
      <MoreRows pages={pages} />
    </section>
  );
}
