import { useState } from 'react';
import type { LedgerRowBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormFooter } from '../ui/form-footer.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useAction } from '../use-action.ts';

/** Asks before a change is taken back, with a word to its customer. */
export function UndoDialog(props: { row: LedgerRowBody; onDone: () => void; onClose: () => void }) {
  const { t, http, locale } = useSurroundings();
  const { row } = props;
  const [note, setNote] = useState('');
  const { busy, problem, submit } = useAction();
  const send = submit(async () => {
    const body = { language: locale, ...(note.trim() ? { note: note.trim() } : {}) };
    await http.json(`/api/desk/changes/${row.id}/undo`, { method: 'POST', body });
    props.onDone();
  });
  return (
    <Dialog title={fill(t.ledgerUndoTitle, { id: row.id })} onClose={props.onClose}>
      <form className="stack" onSubmit={send}>
        <p>
          <strong>{row.summary}</strong>
        </p>
        <p className="quiet">{t.ledgerUndoText}</p>
        <label>
          <span>
            {t.ledgerUndoNote} <span className="quiet">({t.optional})</span>
          </span>
          <input className="field" value={note} maxLength={500} onChange={({ target }) => setNote(target.value)} />
        </label>
        <ProblemNote problem={problem} />
        <FormFooter submit={t.ledgerUndo} disabled={busy} onClose={props.onClose} />
      </form>
    </Dialog>
  );
}
