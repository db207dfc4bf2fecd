import { useState } from 'react';
import { useSurroundings } from '../surroundings.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormFooter } from '../ui/form-footer.tsx';

/** Gives the conversation back, with what the assistant should know. */
export function ReturnToBot(props: { onReturn: (learned: string) => void; onClose: () => void }) {
  const { t } = useSurroundings();
  const [learned, setLearned] = useState('');
  return (
    <Dialog title={t.returnTitle} onClose={props.onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          props.onReturn(learned.trim());
        }}
      >
        <label>
          <span>
            {t.returnText} <span className="quiet">({t.optional})</span>
          </span>
          <textarea
            className="field"
            rows={3}
            maxLength={2_000}
            value={learned}
            placeholder={t.returnExample}
            onChange={(event) => setLearned(event.target.value)}
          />
        </label>
        <FormFooter submit={t.returnToBot} disabled={false} onClose={props.onClose} />
      </form>
    </Dialog>
  );
}
