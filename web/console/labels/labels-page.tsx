import { useState } from 'react';
import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ExportLabels } from './export-labels.tsx';
import { ImportLabels } from './import-labels.tsx';
import { LabelPane } from './label-pane.tsx';
import { TurnFilters } from './turn-filters.tsx';
import { TurnList } from './turn-list.tsx';
import { type TurnFilter, useTurns } from './use-turns.ts';
import './labels.css';

const FIRST: TurnFilter = { queue: 'doubt', state: 'open', intent: '', language: '', q: '' };

/** Customers' turns, the most doubtful first, and the label being written for one of them. */
export default function LabelsPage() {
  const { t } = useSurroundings();
  const [filter, setFilter] = useState(FIRST);
  const [window, setWindow] = useState<'import' | 'export' | null>(null);
  const [taken, setTaken] = useState('');
  const [recent, setRecent] = useState<string[]>([]);
  const { turns, summary, intents, at, current, move, setPlace, put } = useTurns(filter);
  const { data, problem, reload } = turns;
  return (
    <section className="page labels-page">
      <PageHead title={t.labels} text={t.labelsText}>
        <div className="head-actions">
          <button type="button" className="button" onClick={() => setWindow('import')}>
            {t.importLabels}
          </button>
          <button type="button" className="button" onClick={() => setWindow('export')}>
            {t.exportLabels}
          </button>
        </div>
      </PageHead>
      <div aria-live="polite">{taken && <p className="note">{taken}</p>}</div>
      <TurnFilters filter={filter} intents={intents.data?.intents ?? []} onChange={setFilter} />
      {summary.data && (
        <p className="quiet small figure">
          {fill(t.labelProgress, {
            labels: summary.data.labels,
            open: summary.data.open,
            disputed: summary.data.disputed,
          })}
        </p>
      )}
      <ProblemNote problem={problem ?? intents.problem} onRetry={reload} />
      {!data && !problem && <Skeleton rows={5} />}
      {data?.length === 0 && <EmptyState icon="check" title={t.noTurns} text={t.noTurnsText} />}
      {data && data.length > 0 && current && intents.data && (
        <div className="labelling">
          <TurnList turns={data} at={at} onChoose={setPlace} />
          <LabelPane
            key={current.turnId}
            turn={current}
            place={`${at + 1} / ${data.length}`}
            intents={intents.data}
            recent={recent}
            onUsed={(used) => setRecent((before) => [...new Set([...used, ...before])].slice(0, 6))}
            onMove={move}
            onChanged={(turn) => {
              put(turn);
              summary.reload();
            }}
          />
        </div>
      )}
      {window === 'export' && <ExportLabels onClose={() => setWindow(null)} />}
      {window === 'import' && (
        <ImportLabels
          onClose={() => setWindow(null)}
          onDone={({ added, updated }) => {
            setWindow(null);
            setTaken(fill(t.labelsTaken, { added, updated }));
            summary.reload();
          }}
        />
      )}
    </section>
  );
}
