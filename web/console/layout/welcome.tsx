import { useState } from 'react';
import { createHttp } from '../../api/http.ts';
import type { StaffToken } from '../../api/types.ts';
import type { Locale } from '../../i18n/dictionary.ts';
import type { ConsoleDictionary } from '../i18n/dictionary.ts';
import { problemWords } from '../i18n/problems.ts';
import { Link, navigate } from '../router.tsx';
import { useAction } from '../use-action.ts';
import { NewPassword } from './new-password.tsx';
import { Brand } from './sign-in.tsx';

/** Behind an admin's link: a password is chosen, and its owner is in. The token stands after '#'. */
export default function Welcome(props: {
  t: ConsoleDictionary;
  locale: Locale;
  onSignedIn: (staff: StaffToken) => void;
}) {
  const { t, locale } = props;
  const [token] = useState(() => location.hash.slice(1));
  const [password, setPassword] = useState('');
  const { busy, problem, submit } = useAction();
  async function redeem() {
    const http = createHttp({ base: '', token: () => null });
    props.onSignedIn(await http.json<StaffToken>('/api/staff/welcome', { method: 'POST', body: { token, password } }));
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
            {problemWords(t, locale, problem)}
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
