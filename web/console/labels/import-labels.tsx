import { useState } from 'react';
import type { LabelImportBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormFooter } from '../ui/form-footer.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useAction } from '../use-action.ts';
import { paths } from './paths.ts';

const FAULTS = 50;

/** Takes JSON lines in: checked first, with what is new, known and faulty. */
export function ImportLabels(props: { onDone: (report: LabelImportBody) => void; onClose: () => void }) {
  const { t, http } = useSurroundings();
  const [text, setText] = useState('');
  const [format, setFormat] = useState('own');
  const [report, setReport] = useState<LabelImportBody | null>(null);
  const { busy, problem, submit } = useAction();
  const send = async () => {
    const body = { text, format, dryRun: report === null };
    const found = await http.json<LabelImportBody>(paths.importLabels, { method: 'POST', body });
    if (report) props.onDone(found);
    else setReport(found);
  };
  return (
    <Dialog title={t.importLabels} wide onClose={props.onClose}>
      <form className="stack" onSubmit={submit(send)}>
        <p className="quiet">{t.importLabelsText}</p>
        <label>
          {t.labelFormat}
          <select
            className="field"
            value={format}
            onChange={({ target }) => {
              setFormat(target.value);
              setReport(null);
            }}
          >
            <option value="own">{t.formatOwn}</option>
            <option value="openai">{t.formatOpenAi}</option>
          </select>
        </label>
        <label>
          {t.chooseLines}
          <input
            className="field"
            type="file"
            accept=".jsonl,.json,.txt"
            onChange={async ({ target }) => {
              const [file] = target.files ?? [];
              setReport(null);
              setText(file ? await file.text() : '');
            }}
          />
        </label>
        <div aria-live="polite">
          {report && (
            <div className="import-report">
              <p className="strong">{fill(t.labelImportCounts, { ...report, bad: report.bad.length })}</p>
              <ul className="small">
                {report.bad.slice(0, FAULTS).map(({ line, field, message }) => (
                  <li key={`${line} ${field} ${message}`}>
                    <span className="strong">{fill(t.lineField, { line, field })}</span> {message}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
        <ProblemNote problem={problem} />
        <FormFooter
          submit={report ? t.takeLines : t.checkLines}
          disabled={busy || text === '' || (report !== null && report.added + report.updated === 0)}
          onClose={props.onClose}
        />
      </form>
    </Dialog>
  );
}
