import { useState } from 'react';
import { createHttp } from '../../api/http.ts';
import type { StaffToken } from '../../api/types.ts';
import type { ConsoleDictionary } from '../i18n/dictionary.ts';
import { Link, navigate } from '../router.tsx';
import { useAction } from '../use-action.ts';
import { NewPassword } from './new-password.tsx';
import { Brand } from './sign-in.tsx';

/** Behind an admin's link: a password is chosen, and its owner is in. The token stands after '#'. */
export default function Welcome({ t, onSignedIn }: { t: ConsoleDictionary; onSignedIn: (staff: StaffToken) => void }) {
  const [token] = useState(() => location.hash.slice(1));
  const [password, setPassword] = useState('');
  const { busy, problem, submit } = useAction();
  async function redeem() {
    const http = createHttp({ base: '', token: () => null });
    onSignedIn(await http.json<StaffToken>('/api/staff/welcome', { method: 'POST', body: { token, password } }));
    navigate('', { replace: true });
  }
  const isVoid = token === '' || problem?.code === 'link_void';
  return (
    <main className="door">
      <form className="door-card" onSubmit={submit(redeem)}>
        <Brand />
        <h1>{t.welcomeTitle}</h1>
        <p className="quiet">{isVoid ? t.welcomeVoid : t.welcomeText}</p>
        {!isVoid && <NewPassword t={t} value={password} onChange={setPassword} />}
        {problem && !isVoid && (
          <p className="problem" role="alert">
            {problem.code === 'network' ? t.networkFault : problem.message}
          </p>
        )}
        {isVoid ? (
          <Link to="" className="button primary">
            {t.toSignIn}
          </Link>
        ) : (
          <button type="submit" className="button primary" disabled={busy}>
            {t.welcomeSubmit}
          </button>
        )}
      </form>
    </main>
  );
}
