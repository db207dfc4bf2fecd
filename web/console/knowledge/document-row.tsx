import { useRef, useState } from 'react';
import type { DocumentBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import type { ConsoleDictionary } from '../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { ConfirmRemoval } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { ACCEPTED } from './upload-zone.tsx';

function stepWords(t: ConsoleDictionary, step: string | null): string {
  const words: Record<string, string> = {
    load: t.stepLoad,
    split: t.stepSplit,
    embed: t.stepEmbed,
    publish: t.stepPublish,
  };
  return words[step ?? ''] ?? t.statusProcessing;
}

function Status({ document }: { document: DocumentBody }) {
  const { t } = useSurroundings();
  const { status, progress, step, error } = document;
  if (status === 'ready') return <span className="pill good">{t.statusReady}</span>;
  if (status === 'failed') {
    return (
      <div>
        <span className="pill bad">{t.statusFailed}</span>
        {error && <p className="fault">{error.message}</p>}
      </div>
    );
  }
  const words = status === 'queued' ? t.statusQueued : stepWords(t, step);
  return (
    <div className="progress">
      <span>
        {words} <span className="figure">{Math.round(progress * 100)}%</span>
      </span>
      <progress max={1} value={progress} aria-label={words} />
    </div>
  );
}

/** A document: where its processing stands, and what may be done with it. */
export function DocumentRow(props: { document: DocumentBody; onReplace: (file: File) => void; onRemove: () => void }) {
  const { t, format } = useSurroundings();
  const { document, onReplace, onRemove } = props;
  const input = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState(false);
  return (
    <tr>
      <td>
        <p className="strong">{document.title}</p>
        <p className="quiet small">
          {[
            document.fileName === document.title ? null : document.fileName,
            document.locale ? t[document.locale] : null,
            `${t.updated} ${format.moment(document.updatedAt)}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </td>
      <td>
        <Status document={document} />
      </td>
      <td className="figure">{document.version}</td>
      <td className="figure">{document.pages ?? '–'}</td>
      <td className="figure">{document.chunks ?? '–'}</td>
      <td className="row-actions">
        <input
          ref={input}
          type="file"
          hidden
          accept={ACCEPTED}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) onReplace(file);
            event.target.value = '';
          }}
        />
        <button type="button" className="button small" onClick={() => input.current?.click()}>
          {t.replace}
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={`${t.remove}: ${document.title}`}
          onClick={() => setAsking(true)}
        >
          <Icon name="trash" />
        </button>
        {asking && (
          <ConfirmRemoval
            title={fill(t.removeDocument, { title: document.title })}
            text={t.removeDocumentText}
            onClose={() => setAsking(false)}
            onConfirm={() => {
              setAsking(false);
              onRemove();
            }}
          />
        )}
      </td>
    </tr>
  );
}
