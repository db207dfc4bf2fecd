import { useState } from 'react';
import type { StaffToken } from '../../api/types.ts';
import { useSurroundings } from '../surroundings.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormFooter } from '../ui/form-footer.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useAction } from '../use-action.ts';
import { NewPassword } from './new-password.tsx';
import { PresentPassword } from './present-password.tsx';

/** A new password of one's own. */
export default function OwnPassword({ onClose }: { onClose: () => void }) {
  const { t, http, staff, signIn } = useSurroundings();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);
  const { busy, problem, submit } = useAction();
  const change = async () => {
    signIn(await http.json<StaffToken>('/api/staff/password', { method: 'PUT', body: { current, password } }));
    setDone(true);
  };
  if (done) {
    return (
      <Dialog title={t.ownPassword} onClose={onClose}>
        <p role="status">{t.passwordChanged}</p>
        <footer>
          <button type="button" className="button primary" onClick={onClose}>
            {t.close}
          </button>
        </footer>
      </Dialog>
    );
  }
  return (
    <Dialog title={t.ownPassword} onClose={onClose}>
      <form className="stack" onSubmit={submit(change)}>
        <input type="email" hidden readOnly autoComplete="username" value={staff.email} />
        <PresentPassword label={t.presentPassword} value={current} onChange={setCurrent} />
        <NewPassword t={t} value={password} onChange={setPassword} />
        <p className="quiet small">{t.passwordEnds}</p>
        <ProblemNote problem={problem} />
        <FormFooter submit={t.save} disabled={busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
