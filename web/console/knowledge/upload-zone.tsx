import { useEffect, useRef, useState } from 'react';
import { useSurroundings } from '../surroundings.ts';
import { Icon } from '../ui/icon.tsx';

/** File endings that the ingest can read. */
export const ACCEPTED = '.pdf,.docx,.md,.markdown,.html,.htm,.txt';

/** Takes files by drag and drop or by choosing, several at once. */
export function UploadZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useSurroundings();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  // The whole page takes the drop: a file let go beside the frame would otherwise replace the console.
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
    <div className={over ? 'drop over' : 'drop'}>
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
      <button type="button" className="button primary" onClick={() => input.current?.click()}>
        {t.choose}
      </button>
    </div>
  );
}
