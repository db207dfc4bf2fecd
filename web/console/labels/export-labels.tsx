import { useState } from 'react';
import { saveFile } from '../save-file.ts';
import { useSurroundings } from '../surroundings.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormFooter } from '../ui/form-footer.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useAction } from '../use-action.ts';
import { paths } from './paths.ts';

/** Labels as a file: which format, and whether with personal data. */
export function ExportLabels({ onClose }: { onClose: () => void }) {
  const { t, http } = useSurroundings();
  const [format, setFormat] = useState('own');
  const [mask, setMask] = useState(true);
  const { busy, problem, submit } = useAction();
  const save = async () => {
    await saveFile(http, paths.exportLabels(format, mask), `labels-${format}.jsonl`);
    onClose();
  };
  return (
    <Dialog title={t.exportTitle} onClose={onClose}>
      <form className="stack" onSubmit={submit(save)}>
        <p className="quiet">{t.exportText}</p>
        <label>
          {t.labelFormat}
          <select className="field" value={format} onChange={({ target }) => setFormat(target.value)}>
            <option value="own">{t.formatOwn}</option>
            <option value="openai-router">{t.formatRouter}</option>
            <option value="openai-writer">{t.formatWriter}</option>
          </select>
        </label>
        <label className="check">
          <input type="checkbox" checked={mask} onChange={({ target }) => setMask(target.checked)} />
          <span>{t.maskData}</span>
        </label>
        <ProblemNote problem={problem} />
        <FormFooter submit={t.downloadFile} disabled={busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
