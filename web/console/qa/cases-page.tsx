import { useState } from 'react';
import type { StoredEvalCaseBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { Link, usePath, useQuery } from '../router.tsx';
import { saveFile } from '../save-file.ts';
import { useSurroundings } from '../surroundings.ts';
import { ConfirmRemoval } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';
import { CaseEditor } from './case-editor.tsx';
import { api, places } from './paths.ts';
import './qa.css';

function CaseList() {
  const { t, http, format } = useSurroundings();
  const { data, problem, reload } = useLoad('cases', (signal) =>
    http.json<StoredEvalCaseBody[]>(api.cases, { signal }),
  );
  const [leaving, setLeaving] = useState<string | null>(null);
  const { problem: fault, run } = useAction();
  const remove = async (id: string) => {
    setLeaving(null);
    await run(() => http.json(api.case(id), { method: 'DELETE' }));
    reload();
  };
  return (
    <section className="page">
      <PageHead title={t.evalCases} text={t.evalCasesText}>
        {data && data.length > 0 && (
          <button
            type="button"
            className="button"
            onClick={() => void run(() => saveFile(http, api.exportCases, 'cases.jsonl'))}
          >
            <Icon name="download" />
            {t.exportCases}
          </button>
        )}
      </PageHead>
      <ProblemNote problem={fault ?? problem} onRetry={reload} />
      {!data && !problem && <Skeleton rows={4} />}
      {data?.length === 0 && <EmptyState icon="check" title={t.noCases} text={t.noCasesText} />}
      <ul className="stack">
        {data?.map(({ id, name, language, customer, lines, createdBy, createdAt }) => (
          <li key={id} className="panel case-row">
            <div className="run-name">
              <Link to={places.case(id)} className="strong">
                {name}
              </Link>
              <span className="quiet small">
                {[
                  t[language],
                  customer ?? t.visitor,
                  fill(t.linesCount, { n: lines.length }),
                  createdBy,
                  format.moment(createdAt),
                ].join(' · ')}
              </span>
            </div>
            <button
              type="button"
              className="icon-button"
              aria-label={`${t.remove}: ${name}`}
              onClick={() => setLeaving(id)}
            >
              <Icon name="trash" />
            </button>
          </li>
        ))}
      </ul>
      {leaving && (
        <ConfirmRemoval
          title={t.removeCase}
          text={t.removeCaseText}
          onConfirm={() => void remove(leaving)}
          onClose={() => setLeaving(null)}
        />
      )}
    </section>
  );
}

/** Cases made of conversations: all of them, one, or a new one. */
export default function CasesPage() {
  const [, , id] = usePath().split('/');
  const conversation = useQuery().get('conversation');
  if (id === 'new' && conversation) return <CaseEditor key={conversation} conversation={conversation} />;
  if (id && id !== 'new') return <CaseEditor key={id} id={decodeURIComponent(id)} />;
  return <CaseList />;
}
