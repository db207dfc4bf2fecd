import { useCallback, useState } from 'react';
import type { ModelBody, PromotionBody, ShadowBody } from '../../api/types.ts';
import { Link } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';
import { GateBars } from './gate-bars.tsx';
import { ModelDetail } from './model-detail.tsx';
import { ModelList } from './model-list.tsx';
import { paths } from './paths.ts';
import { PromotionHistory } from './promotion-history.tsx';
import { RunPanel } from './run-panel.tsx';
import { ShadowPanel } from './shadow-panel.tsx';
import { useRun } from './use-run.ts';
import './models.css';

/** Train, compare, shadow, promote, roll back. */
export default function ModelsPage() {
  const { t, http } = useSurroundings();
  const models = useLoad('models', (signal) => http.json<ModelBody[]>(paths.models, { signal }));
  const history = useLoad('promotions', (signal) => http.json<PromotionBody[]>(paths.promotions, { signal }));
  const shadows = useLoad('shadows', (signal) => http.json<ShadowBody[]>(paths.shadows, { signal }));
  const [chosen, setChosen] = useState<number | null>(null);
  const [bars, setBars] = useState(false);
  const { busy, problem, run: act } = useAction();
  const { reload: readModels } = models;
  const { reload: readHistory } = history;
  const refresh = useCallback(() => {
    readModels();
    readHistory();
  }, [readModels, readHistory]);
  const { run, reload: readRuns } = useRun(refresh);

  const trained = models.data?.filter(({ version }) => version > 0) ?? [];
  const version = chosen ?? trained[0]?.version;
  const shown = models.data?.find((model) => model.version === version);
  const shadow = shadows.data?.find(({ endedAt }) => endedAt === null);
  const running = run?.state === 'running';
  const post = (path: string, after: () => void, body: unknown = {}) =>
    void act(async () => {
      await http.json(path, { method: 'POST', body });
      after();
    });
  const train = () => {
    setChosen(null);
    post(paths.training, readRuns);
  };
  return (
    <section className="page">
      <PageHead title={t.models} text={t.modelsText}>
        <div className="head-actions">
          <button type="button" className="button" onClick={() => setBars(true)}>
            {t.gateBars}
          </button>
          <button
            type="button"
            className="button"
            disabled={busy || !history.data?.length}
            onClick={() => post(paths.rollback, refresh)}
          >
            {t.rollBack}
          </button>
          <button type="button" className="button primary" disabled={busy || running} onClick={train}>
            {t.train}
          </button>
        </div>
      </PageHead>
      <ProblemNote problem={problem ?? models.problem} onRetry={models.problem ? refresh : undefined} />
      {run && <RunPanel run={run} onCancel={() => post(paths.cancelRun(run.id), readRuns)} />}
      {shadow && (
        <ShadowPanel shadow={shadow} onLook={shadows.reload} onStop={() => post(paths.stopShadow, shadows.reload)} />
      )}
      {models.data && trained.length === 0 && !running && (
        <EmptyState icon="spark" title={t.firstModel} text={t.firstModelText}>
          <Link to="qa/labels" className="button small">
            {t.labels}
          </Link>
        </EmptyState>
      )}
      {models.data && trained.length > 0 && version !== undefined && (
        <div className="labelling">
          <div className="stack">
            <ModelList models={models.data} chosen={version} onChoose={setChosen} />
            <PromotionHistory promotions={history.data ?? []} />
          </div>
          <ModelDetail
            key={version}
            version={version}
            stamp={JSON.stringify([shown?.comparison?.against, shown?.comparison?.accuracy, shown?.current])}
            busy={busy || running}
            onCompare={() => post(paths.compare(version), readRuns)}
            onShadow={() => post(paths.shadows, shadows.reload, { version })}
            onChanged={refresh}
          />
        </div>
      )}
      {bars && <GateBars onClose={() => setBars(false)} />}
    </section>
  );
}
