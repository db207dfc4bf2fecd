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
    sending: fill(t.uploadSending, { percent: percent(sent) }),
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

/** Files on their way: how much of each is sent, and why one was refused. */
export function UploadList({ items, queue }: { items: UploadItem[]; queue: UploadQueue }) {
  const { t } = useSurroundings();
  if (items.length === 0) return null;
  const settled = items.some(({ state }) => state === 'failed' || state === 'cancelled');
  return (
    <section className="panel uploads" aria-label={t.uploads}>
      <header>
        <h2>
          {t.uploads} <span className="count">{items.length}</span>
        </h2>
        {settled && (
          <button type="button" className="plain" onClick={() => queue.clear()}>
            {t.clearUploads}
          </button>
        )}
      </header>
      <ul>
        {items.map((item) => (
          <Item key={item.id} item={item} queue={queue} />
        ))}
      </ul>
    </section>
  );
}
