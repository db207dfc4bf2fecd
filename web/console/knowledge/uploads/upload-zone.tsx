import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { FileEnding } from '../../../../server/schemas/knowledge.ts';
import { useSurroundings } from '../../surroundings.ts';
import { Icon } from '../../ui/icon.tsx';

/** All endings of files that can be read: the compiler misses one that is left out. */
const ENDINGS: Record<FileEnding, true> = {
  ...{ pdf: true, docx: true, pptx: true, xlsx: true, odt: true, ods: true, odp: true, epub: true, rtf: true },
  ...{ eml: true, mht: true, mhtml: true, html: true, htm: true, xhtml: true, md: true, markdown: true },
  ...{ csv: true, tsv: true, json: true, txt: true, text: true, log: true },
};
/** For an input of files. */
export const ACCEPTED = Object.keys(ENDINGS)
  .map((ending) => `.${ending}`)
  .join(',');

/** Takes files by drag and drop anywhere on the page or by choosing, many at once. */
export function UploadZone({ onFiles, children }: { onFiles: (files: File[]) => void; children?: ReactNode }) {
  const { t } = useSurroundings();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  // The whole window takes the drop: a file let go beside a frame would otherwise replace the console.
  useEffect(() => {
    const end = new AbortController();
    const { signal } = end;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    addEventListener(
      'dragover',
      (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), { signal });
    addEventListener(
      'drop',
      (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        latest.current([...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
    return () => end.abort();
  }, []);
  return (
    <div className="drop">
      <Icon name="upload" />
      <div>
        <p className="strong">{t.dropTitle}</p>
        <p className="quiet small">{t.dropText}</p>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <div className="drop-actions">
        {children}
        <button type="button" className="button primary" onClick={() => input.current?.click()}>
          {t.choose}
        </button>
      </div>
      {over && (
        <div className="drop-over">
          <p>
            <Icon name="upload" />
            {t.dropNow}
          </p>
        </div>
      )}
    </div>
  );
}
