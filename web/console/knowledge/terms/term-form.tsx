import { type FormEvent, useState } from 'react';
import { asProblem, type Problem } from '../../../api/problem.ts';
import type { TermBody, TermInputBody } from '../../../api/types.ts';
import { useSurroundings } from '../../surroundings.ts';
import { ChipsInput } from '../../ui/chips-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';

/** Words that mean the same: Chinese ones, English ones, a note for colleagues. */
export function TermForm(props: {
  term: TermBody | null;
  onSave: (term: TermInputBody) => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useSurroundings();
  const { term } = props;
  const [zh, setZh] = useState(term?.zh ?? []);
  const [en, setEn] = useState(term?.en ?? []);
  const [note, setNote] = useState(term?.note ?? '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const enough = zh.length + en.length >= 2;
  const input: TermInputBody = { zh, en, note: note.trim() || null };

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!enough) return;
    setBusy(true);
    setProblem(null);
    try {
      await props.onSave(input);
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }
  return (
    <Dialog title={term ? t.editTerm : t.newTerm} onClose={props.onClose}>
      <form className="stack" onSubmit={submit}>
        <ChipsInput label={t.termZh} hint={t.termHint} lang="zh-CN" values={zh} onChange={setZh} />
        <ChipsInput label={t.termEn} hint={t.termHint} lang="en" values={en} onChange={setEn} />
        <label>
          <span>
            {t.termNote} <span className="quiet">({t.optional})</span>
          </span>
          <input className="field" maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
        <ProblemNote problem={problem} />
        <footer>
          {!enough && <p className="quiet small">{t.termNeeds}</p>}
          <button type="button" className="button" onClick={props.onClose}>
            {t.cancel}
          </button>
          <button type="submit" className="button primary" disabled={!enough || busy}>
            {t.save}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
