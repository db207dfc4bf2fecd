import { useState } from 'react';
import type { TermBody, TermInputBody } from '../../../api/types.ts';
import { useSurroundings } from '../../surroundings.ts';
import { ChipsInput } from '../../ui/chips-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormFooter } from '../../ui/form-footer.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useAction } from '../../use-action.ts';
import { Preview } from '../preview/preview.tsx';

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
  const { busy, problem, submit } = useAction();
  const enough = zh.length + en.length >= 2;
  const input: TermInputBody = { zh, en, note: note.trim() || null };

  const save = async () => {
    if (enough) await props.onSave(input);
  };
  return (
    <Dialog title={term ? t.editTerm : t.newTerm} onClose={props.onClose}>
      <form className="stack" onSubmit={submit(save)}>
        <ChipsInput label={t.termZh} hint={t.termHint} lang="zh-CN" values={zh} onChange={setZh} />
        <ChipsInput label={t.termEn} hint={t.termHint} lang="en" values={en} onChange={setEn} />
        <label>
          <span>
            {t.termNote} <span className="quiet">({t.optional})</span>
          </span>
          <input className="field" maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
        <Preview request={enough ? { term: { ...input, ...(term && { id: term.id }) } } : null} />
        <ProblemNote problem={problem} />
        <FormFooter submit={t.save} disabled={!enough || busy} onClose={props.onClose}>
          {!enough && <p className="quiet small">{t.termNeeds}</p>}
        </FormFooter>
      </form>
    </Dialog>
  );
}
