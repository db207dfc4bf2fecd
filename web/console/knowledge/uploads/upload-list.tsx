import { fill } from '../../../i18n/dictionary.ts';
import { problemWords } from '../../i18n/problems.ts';
import { useSurroundings } from '../../surroundings.ts';
import { Icon } from '../../ui/icon.tsx';
import { percent } from '../../ui/percent.ts';
import type { UploadItem, UploadQueue } from './upload-queue.ts';

function Item({ item, queue }: { item: UploadItem; queue: UploadQueue }) {
  const { t, locale } = useSurroundings();
  const { id, file, state, sent, problem } = item;
  const underway = state === 'waiting' || state === 'sending';
  const words = {
    waiting: t.uploadWaiting,
    sending: sent < 1 ? fill(t.uploadSending, { percent: percent(sent) }) : t.uploadStoring,
    failed: t.uploadFailed,
    cancelled: t.uploadCancelled,
  };
  return (
    <li className="upload">
      <Icon name={state === 'failed' ? 'gap' : 'upload'} />
      <div className="upload-main">
        <p className="upload-name">{file.name}</p>
        {underway ? (
          <progress max={1} value={sent} aria-label={`${t.upload}: ${file.name}`} />
        ) : (
          problem && <p className="fault">{problemWords(t, locale, problem)}</p>
        )}
      </div>
      <span className={state === 'failed' ? 'small upload-failed' : 'quiet small figure'}>{words[state]}</span>
      {underway ? (
        <button
          type="button"
          className="icon-button"
          aria-label={fill(t.cancelUpload, { name: file.name })}
          onClick={() => queue.cancel(id)}
        >
          <Icon name="close" />
        </button>
      ) : (
        <button type="button" className="button small" onClick={() => queue.retry(id)}>
          {t.tryAgain}
        </button>
      )}
    </li>
  );
}

/** What needs somebody comes first, what only waits last. */
const ORDER: Record<UploadItem['state'], number> = { failed: 0, sending: 1, waiting: 2, cancelled: 3 };

/** Files on their way: how many are there, how much of each is sent, and why one was refused. */
export function UploadList({ items, queue }: { items: UploadItem[]; queue: UploadQueue }) {
  const { t } = useSurroundings();
  if (items.length === 0) return null;
  const count = (state: UploadItem['state']) => items.filter((item) => item.state === state).length;
  const [failed, waiting, cancelled] = [count('failed'), count('waiting'), count('cancelled')];
  const total = queue.arrivedCount + items.length;
  const sorted = items.toSorted((a, b) => ORDER[a.state] - ORDER[b.state]);
  return (
    <section className="panel uploads" aria-label={t.uploads}>
      <header>
        <h2>
          {t.uploads}{' '}
          <span className="count" role="status">
            {fill(t.uploadsArrived, { n: queue.arrivedCount, total })}
            {failed > 0 && ` · ${fill(t.uploadsFailed, { n: failed })}`}
          </span>
        </h2>
        {waiting > 1 && (
          <button type="button" className="plain" onClick={() => queue.cancelWaiting()}>
            {t.cancelUploads}
          </button>
        )}
        {failed > 1 && (
          <button type="button" className="plain" onClick={() => queue.retryFailed()}>
            {t.retryUploads}
          </button>
        )}
        {failed + cancelled > 0 && (
          <button type="button" className="plain" onClick={() => queue.clear()}>
            {t.clearUploads}
          </button>
        )}
      </header>
      <ul>
        {sorted.map((item) => (
          <Item key={item.id} item={item} queue={queue} />
        ))}
      </ul>
    </section>
  );
}
