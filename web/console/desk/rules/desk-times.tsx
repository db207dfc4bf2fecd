import { useState } from 'react';
import type { DeskSettingsBody } from '../../../api/types.ts';
import { useSurroundings } from '../../surroundings.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useAction } from '../../use-action.ts';
import { useLoad } from '../../use-load.ts';

const PATH = '/api/desk/settings';
const FIELDS = ['nudgeAfter', 'releaseAfter', 'firstReplyWithin', 'replyWithin'] as const;
/** Those that may be left empty. */
const OPTIONAL = new Set<string>(['nudgeAfter', 'releaseAfter']);

/** How long customers wait before something happens, and what the desk aims for; minutes. */
export function DeskTimes() {
  const { t, http } = useSurroundings();
  const { data, problem, reload } = useLoad('desk-times', (signal) => http.json<DeskSettingsBody>(PATH, { signal }));
  const [changed, setChanged] = useState<Partial<DeskSettingsBody>>({});
  const [saved, setSaved] = useState(false);
  const { busy, problem: fault, submit } = useAction();
  if (!data) return <ProblemNote problem={problem} onRetry={reload} />;
  const times = { ...data, ...changed };
  const save = async () => {
    await http.json(PATH, { method: 'PUT', body: times });
    setSaved(true);
    reload();
  };
  return (
    <form className="panel stack desk-times" onSubmit={submit(save)}>
      <h2>{t.deskTimes}</h2>
      <p className="quiet small">{t.timesText}</p>
      <div className="time-fields">
        {FIELDS.map((field) => (
          <label key={field}>
            {t[field]}
            <input
              className="field"
              type="number"
              min={0.1}
              max={1440}
              step="any"
              required={!OPTIONAL.has(field)}
              value={times[field] ?? ''}
              onChange={({ target }) => {
                setSaved(false);
                setChanged({ ...changed, [field]: target.value === '' ? null : target.valueAsNumber });
              }}
            />
          </label>
        ))}
      </div>
      <ProblemNote problem={fault} />
      <footer>
        <span className="quiet small" aria-live="polite">
          {saved && t.timesSaved}
        </span>
        <button type="submit" className="button" disabled={busy}>
          {t.save}
        </button>
      </footer>
    </form>
  );
}
