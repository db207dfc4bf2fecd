import type { TrainingRunBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import type { ConsoleDictionary } from '../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';

const STEPS: Readonly<Record<string, keyof ConsoleDictionary>> = {
  prepare: 'stepPrepare',
  train: 'stepTrain',
  compare: 'stepCompare',
  store: 'stepStore',
  upload: 'stepUpload',
  queue: 'stepQueue',
  tune: 'stepTune',
};

/** How far a run is, or why the last one came to nothing. */
export function RunPanel({ run, onCancel }: { run: TrainingRunBody; onCancel: () => void }) {
  const { t } = useSurroundings();
  if (run.state === 'done') return null;
  if (run.state !== 'running')
    return (
      <p className="note" role="status">
        {run.state === 'cancelled' ? t.runCancelled : fill(t.runFailed, { reason: run.error ?? run.errorCode ?? '' })}
      </p>
    );
  const words = t[STEPS[run.step] ?? 'stepPrepare'];
  return (
    <div className="panel run-panel" role="status">
      <span className="strong">{words}</span>
      <progress value={run.progress} max={1} aria-label={words} />
      <span className="quiet small figure">{Math.round(run.progress * 100)}%</span>
      <button type="button" className="button small" onClick={onCancel}>
        {t.stopRun}
      </button>
    </div>
  );
}
