import { useEffect, useState } from 'react';
import { createHttp } from '../../api/http.ts';
import type { StaffToken } from '../../api/types.ts';
import type { Locale } from '../../i18n/dictionary.ts';
import type { ConsoleDictionary } from '../i18n/dictionary.ts';
import { problemWords } from '../i18n/problems.ts';
import { useAction } from '../use-action.ts';
import { PresentPassword } from './present-password.tsx';

interface Props {
  t: ConsoleDictionary;
  locale: Locale;
  /** Whoever stands here was signed in, and the server no longer knew them. */
  ended: boolean;
  onLanguage: () => void;
  onSignedIn: (staff: StaffToken) => void;
}

/** Whether there are accounts to try it with: outside of demo mode the address does not exist. */
function useDemo(): boolean {
  const [demo, setDemo] = useState(false);
  useEffect(() => {
    void fetch('/api/demo/customers', { method: 'HEAD' }).then(
      ({ ok }) => setDemo(ok),
      () => undefined,
    );
  }, []);
  return demo;
}

/** The door: e-mail and password for a token of this tab. */
export function SignIn({ t, locale, ended, onLanguage, onSignedIn }: Props) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { busy, problem, submit } = useAction();
  const demo = useDemo();

  async function signIn() {
    const http = createHttp({ base: '', token: () => null });
    const body = { email: email.trim(), password };
    onSignedIn(await http.json<StaffToken>('/api/staff/login', { method: 'POST', body }));
  }
  return (
    <main className="door">
      <form className="door-card" onSubmit={submit(signIn)}>
        <Brand />
        <h1>{t.name}</h1>
        <p className="quiet">{t.signInText}</p>
        {ended && !problem && (
          <p className="note" role="status">
            {t.signInEnded}
          </p>
        )}
        <label>
          {t.email}
          <input
            className="field"
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </label>
        <PresentPassword label={t.password} value={password} onChange={setPassword} />
        {problem && (
          <p className="problem" role="alert">
            {problemWords(t, locale, problem)}
          </p>
        )}
        <button type="submit" className="button primary" disabled={busy}>
          {t.signIn}
        </button>
        {demo && <p className="quiet small">{t.demoHint}</p>}
      </form>
      <button type="button" className="plain" title={t.languageHint} onClick={onLanguage}>
        {t.language}
      </button>
    </main>
  );
}

/** The mark: a warm light over a wave. */
export function Brand() {
  return (
    <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" />
      <path d="M6 19c2.500 0 2.500-3 5-3s2.500 3 5 3 2.500-3 5-3 2.500 3 5 3" />
      <circle cx="16" cy="10" r="2.600" />
    </svg>
  );
}
