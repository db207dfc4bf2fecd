import { type DragEvent, useRef, useState } from 'react';
import { useSurroundings } from '../surroundings.ts';
import { Icon } from '../ui/icon.tsx';

/** File endings that the ingest can read. */
export const ACCEPTED = '.pdf,.docx,.md,.markdown,.html,.htm,.txt';

/** Takes files by drag and drop or by choosing, several at once. */
export function UploadZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useSurroundings();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        onFiles([...event.dataTransfer.files]);
      }}
    >
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
