import type { PurgeBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import type { ConsoleDictionary } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useAction } from '../../use-action.ts';
import { useLoad } from '../../use-load.ts';
import { usePolling } from '../../use-polling.ts';
import { paths } from '../paths.ts';

const POLL_MS = 1_000;
const SHOWN = 5;

/** How far a purge is: a part of the work, or the table that is being rewritten. */
function stepWords(t: ConsoleDictionary, step: string): string {
  const words: Record<string, string> = {
    rows: t.purgeStepRows,
    files: t.purgeStepFiles,
    replies: t.purgeStepReplies,
    vectors: t.purgeStepVectors,
  };
  const table = /^table (?:public\.)?(.+)/.exec(step)?.[1];
  return table ? fill(t.purgeStepTable, { name: table }) : (words[step] ?? step);
}

function Purge({ purge }: { purge: PurgeBody }) {
  const { t, locale, format } = useSurroundings();
  const { state, step, removed, incomplete, error, kind } = purge;
  // The server tells it in English, with what it knows of the cause.
  const broken = locale === 'en' ? error : error && t.purgeBrokeOff;
  const states = {
    queued: [t.purgeQueued, 'pill'],
    running: [t.purgeRunning, 'pill warm'],
    done: [t.purgeDone, 'pill good'],
    failed: [t.purgeFailed, 'pill bad'],
  } as const;
  const [words, look] = states[state];
  const counts = [
    removed.passages ? fill(t.purgeRemovedPassages, { n: removed.passages }) : null,
    removed.vectors ? fill(t.purgeRemovedVectors, { n: removed.vectors }) : null,
    removed.files ? fill(t.purgeRemovedFiles, { n: removed.files }) : null,
    removed.replies ? fill(t.purgeRemovedReplies, { n: removed.replies }) : null,
  ].filter(Boolean);
  const result = counts.length > 0 ? counts.join(', ') : t.purgeNothing;
  return (
    <li>
      <span className={look}>{words}</span>
      <span className="quiet small">{format.moment(purge.finishedAt ?? purge.requestedAt)}</span>
      <span className="small">
        {[
          state === 'done' ? result : state === 'running' ? step && stepWords(t, step) : broken,
          kind === 'light' ? t.purgeLight : null,
          incomplete.length > 0 ? fill(t.purgeIncomplete, { what: incomplete.join(', ') }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}

/** Makes what was deleted leave the disk, and shows how far that is. */
export function PurgePanel() {
  const { t, http } = useSurroundings();
  const { data, problem, reload } = useLoad('purges', (signal) => http.json<PurgeBody[]>(paths.purge, { signal }));
  const { problem: fault, run } = useAction();
  const running = data?.some(({ state }) => state === 'queued' || state === 'running') ?? false;
  usePolling(running, POLL_MS, reload);
  async function purge() {
    await run(() => http.json(paths.purge, { method: 'POST' }));
    reload();
  }
  return (
    <section className="panel purge">
      <div className="spread">
        <h2>{t.purgeTitle}</h2>
        <button type="button" className="button small" disabled={running} onClick={() => void purge()}>
          {t.purge}
        </button>
      </div>
      <p className="quiet">{t.purgeText}</p>
      {running && <progress aria-label={t.purgeRunning} />}
      <ProblemNote problem={fault ?? problem} onRetry={reload} />
      {data && data.length > 0 && (
        <ol className="purges" aria-live="polite">
          {data.slice(0, SHOWN).map((one) => (
            <Purge key={one.id} purge={one} />
          ))}
        </ol>
      )}
    </section>
  );
}
