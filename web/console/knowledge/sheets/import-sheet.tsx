import { useState } from 'react';
import type { ImportReportBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { rowFaultWords } from '../../i18n/problems.ts';
import { useSurroundings } from '../../surroundings.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormFooter } from '../../ui/form-footer.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useAction } from '../../use-action.ts';
import { decodeSheet } from './decode-sheet.ts';
import './sheets.css';

export interface SheetToImport {
  title: string;
  text: string;
  path: string;
  accept: string;
  /** The server's name of a sheet's format, by its file's name and its text. */
  formatOf: (fileName: string, text: string) => string;
  mayReplace?: boolean;
}

interface Props extends SheetToImport {
  onDone: (report: ImportReportBody) => void;
  onClose: () => void;
}

/** Takes a sheet in: checked first, with what it would add, change and leave out. */
export function ImportSheet(props: Props) {
  const { t, locale, http } = useSurroundings();
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [replace, setReplace] = useState(false);
  const [report, setReport] = useState<ImportReportBody | null>(null);
  const { busy, problem, submit } = useAction();

  async function send() {
    const checked = report !== null;
    const body = {
      text,
      format: props.formatOf(name, text),
      dryRun: !checked,
      ...(props.mayReplace ? { replace } : {}),
    };
    const found = await http.json<ImportReportBody>(props.path, { method: 'POST', body });
    if (checked) props.onDone(found);
    else setReport(found);
  }
  const take = (content: string, fileName: string) => {
    setText(content);
    setName(fileName);
    setReport(null);
  };
  const useful = report === null || report.added + report.updated > 0 || replace;
  return (
    <Dialog title={props.title} wide onClose={props.onClose}>
      <form className="stack" onSubmit={submit(send)}>
        <p className="quiet">{props.text}</p>
        <label>
          {t.chooseSheet}
          <input
            className="field"
            type="file"
            accept={props.accept}
            onChange={async ({ target }) => {
              const [file] = target.files ?? [];
              if (file) take(decodeSheet(new Uint8Array(await file.arrayBuffer())), file.name);
            }}
          />
        </label>
        <label>
          {t.pasteSheet}
          <textarea className="field mono" rows={7} value={text} onChange={(event) => take(event.target.value, '')} />
        </label>
        {props.mayReplace && (
          <label className="check">
            <input
              type="checkbox"
              checked={replace}
              onChange={(event) => {
                setReplace(event.target.checked);
                setReport(null);
              }}
            />
            <span>{t.replaceAll}</span>
          </label>
        )}
        <div aria-live="polite">
          {report && (
            <div className="import-report">
              <p className="strong">{fill(t.importCounts, { ...report, faults: '' })}</p>
              {report.faults.length > 0 && (
                <>
                  <p className="small">{t.importFaults}</p>
                  <ul>
                    {report.faults.slice(0, 50).map((fault) => (
                      <li key={`${fault.row} ${fault.message}`} className="small">
                        <span className="strong">{fill(t.row, { n: fault.row })}</span> {rowFaultWords(locale, fault)}
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </div>
          )}
        </div>
        <ProblemNote problem={problem} />
        <FormFooter
          submit={report ? t.takeIn : t.checkSheet}
          disabled={busy || text.trim() === '' || !useful}
          onClose={props.onClose}
        />
      </form>
    </Dialog>
  );
}
