import { useState } from 'react';
import type { ImportReportBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { ImportSheet, type SheetToImport } from './import-sheet.tsx';

/** The import of a page's sheet: `start` opens its dialog, `note` says what the last one has done. */
export function useSheetImport(sheet: SheetToImport, reload: () => void) {
  const { t } = useSurroundings();
  const [open, setOpen] = useState(false);
  const [report, setReport] = useState<ImportReportBody | null>(null);
  const take = (done: ImportReportBody) => {
    setOpen(false);
    setReport(done);
    reload();
  };
  return {
    start: () => setOpen(true),
    note: report && <p className="note">{fill(t.importDone, { added: report.added, updated: report.updated })}</p>,
    dialog: open && <ImportSheet {...sheet} onClose={() => setOpen(false)} onDone={take} />,
  };
}
