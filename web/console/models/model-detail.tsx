import { useState } from 'react';
import type { ModelBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useLoad } from '../use-load.ts';
import { ComparisonView } from './comparison-view.tsx';
import { GateView } from './gate-view.tsx';
import { paths } from './paths.ts';
import { PromoteDialog, type Task } from './promote-dialog.tsx';

/** One model: its gate, its comparison, and what can be done with it. */
export function ModelDetail(props: {
  version: number;
  /** Another one whenever the model may have changed. */
  stamp: string;
  busy: boolean;
  onCompare: () => void;
  onShadow: () => void;
  onChanged: () => void;
}) {
  const { t, http } = useSurroundings();
  const { version, busy } = props;
  const { data, problem, reload } = useLoad(`${version} ${props.stamp}`, (signal) =>
    http.json<ModelBody>(paths.model(version), { signal }),
  );
  const [promoting, setPromoting] = useState<Task | null>(null);
  if (!data) return problem ? <ProblemNote problem={problem} onRetry={reload} /> : <Skeleton rows={4} />;
  const tasks: Task[] = data.kind === 'intents' ? ['intents'] : ['router', 'writer'];
  const words = { intents: t.promote, router: t.promoteRouter, writer: t.promoteWriter };
  return (
    <article className="panel stack model-detail">
      <div className="spread">
        <h2>
          {fill(t.modelN, { version })} {data.name && <span className="mono">{data.name}</span>}
        </h2>
        <div className="head-actions">
          {data.kind === 'intents' && version > 0 && (
            <button type="button" className="button small" disabled={busy} onClick={props.onCompare}>
              {t.compareAgain}
            </button>
          )}
          {version > 0 && (
            <button type="button" className="button small" disabled={busy} onClick={props.onShadow}>
              {t.startShadow}
            </button>
          )}
          {tasks
            .filter((task) => !data.current.includes(task))
            .map((task) => (
              <button
                key={task}
                type="button"
                className="button small primary"
                disabled={busy}
                onClick={() => setPromoting(task)}
              >
                {words[task]}
              </button>
            ))}
        </div>
      </div>
      {version === 0 && <p className="quiet">{t.shippedModelText}</p>}
      {data.gate && <GateView gate={data.gate} />}
      {data.comparison && <ComparisonView comparison={data.comparison} />}
      {promoting && (
        <PromoteDialog
          model={data}
          task={promoting}
          onClose={() => setPromoting(null)}
          onDone={() => {
            setPromoting(null);
            props.onChanged();
          }}
        />
      )}
    </article>
  );
}
