import { useState } from 'react';
import type { ModelBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormFooter } from '../ui/form-footer.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useAction } from '../use-action.ts';
import { paths } from './paths.ts';

export type Task = ModelBody['current'][number];

/** Asks before a model goes to work; past the gate only with a reason. */
export function PromoteDialog(props: { model: ModelBody; task: Task; onDone: () => void; onClose: () => void }) {
  const { t, http } = useSurroundings();
  const { model, task } = props;
  const [reason, setReason] = useState('');
  const { busy, problem, submit } = useAction();
  const refused = model.version > 0 && (problem !== null || !model.gate?.passed);
  const promote = async () => {
    const body = { task, force: refused, reason: reason.trim() || null };
    await http.json(paths.promote(model.version), { method: 'POST', body });
    props.onDone();
  };
  return (
    <Dialog title={`${t.promote} · ${fill(t.modelN, { version: model.version })}`} onClose={props.onClose}>
      <form className="stack" onSubmit={submit(promote)}>
        <p>{t.promoteText}</p>
        {refused && <p className="note small">{t.promoteForce}</p>}
        <label>
          <span>
            {t.promoteReason} {!refused && <span className="quiet">({t.optional})</span>}
          </span>
          <input className="field" maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        </label>
        <ProblemNote problem={problem} />
        <FormFooter submit={t.promote} disabled={busy || (refused && reason.trim() === '')} onClose={props.onClose} />
      </form>
    </Dialog>
  );
}
