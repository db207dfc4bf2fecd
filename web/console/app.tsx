import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { createHttp, type Http } from '../api/http.ts';
import { asProblem } from '../api/problem.ts';
import type { StaffToken } from '../api/types.ts';
import { createUploader, type Uploader } from '../api/upload.ts';
import { type Locale, pickLocale } from '../i18n/dictionary.ts';
import { createFormat } from '../i18n/format.ts';
import { dictionaries } from './i18n/dictionary.ts';
import { NotFound } from './layout/not-found.tsx';
import { PageBoundary } from './layout/page-boundary.tsx';
import { Shell } from './layout/shell.tsx';
import { SignIn } from './layout/sign-in.tsx';
import { pagesFor } from './pages.ts';
import { navigate, usePath } from './router.tsx';
import { keepStaff, readStaff } from './staff-session.ts';
import { SurroundingsProvider } from './surroundings.ts';

const KEY = 'kefu:locale';
/** The path of an admin's link for a password. */
const WELCOME = 'welcome';
const Welcome = lazy(() => import('./layout/welcome.tsx'));

/** Calls with `token`, which tell when the server no longer knows it. */
function createCalls(token: string | null, onRefused: () => void): { http: Http; upload: Uploader } {
  const http = createHttp({ base: '', token: () => token });
  const upload = createUploader({ base: '', token: () => token });
  const watch = async <T,>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      // A call that was under way while the token was exchanged says nothing about the new one.
      if (asProblem(error).status === 401 && readStaff()?.token === token) onRefused();
      throw error;
    }
  };
  return {
    http: {
      fetch: (...call) => watch(http.fetch(...call)),
      json: <T,>(...call: Parameters<Http['json']>) => watch(http.json<T>(...call)),
    },
    upload: <T,>(...call: Parameters<Uploader>) => watch(upload<T>(...call)),
  };
}

/** The console: the door until somebody signed in, then the page that the address names. */
export function App() {
  const [locale, setLocale] = useState<Locale>(() => pickLocale([localStorage.getItem(KEY), ...navigator.languages]));
  const [staff, setStaff] = useState(readStaff);
  const path = usePath();
  const t = dictionaries[locale];
  useEffect(() => {
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
    localStorage.setItem(KEY, locale);
    if (!staff) document.title = t.name;
  }, [locale, staff, t]);

  /** The server no longer knew who it was: another sign-in, a closed account, or time. */
  const [ended, setEnded] = useState(false);
  const leave = useCallback((because: { ended: boolean }) => {
    keepStaff(null);
    setStaff(null);
    setEnded(because.ended);
  }, []);
  const signOut = useCallback(() => leave({ ended: false }), [leave]);
  const refuse = useCallback(() => leave({ ended: true }), [leave]);
  const signIn = useCallback((signedIn: StaffToken) => {
    keepStaff(signedIn);
    setStaff(signedIn);
  }, []);
  const token = staff?.token ?? null;
  const calls = useMemo(() => createCalls(token, refuse), [token, refuse]);
  const format = useMemo(() => createFormat(locale), [locale]);
  const mine = staff ? pagesFor(staff.role) : [];
  const first = mine[0]?.path;
  useEffect(() => {
    if (path === '' && first) navigate(first, { replace: true });
  }, [path, first]);

  if (path === WELCOME) {
    return (
      <PageBoundary t={t}>
        <Suspense fallback={<p className="loading">{t.loading}</p>}>
          <Welcome t={t} locale={locale} onSignedIn={signIn} />
        </Suspense>
      </PageBoundary>
    );
  }
  if (!staff) {
    return (
      <SignIn
        {...{ t, locale, ended }}
        onLanguage={() => setLocale(locale === 'zh' ? 'en' : 'zh')}
        onSignedIn={signIn}
      />
    );
  }
  const current = mine.find((entry) => path === entry.path || path.startsWith(`${entry.path}/`));
  const Page = current?.page;
  return (
    <SurroundingsProvider value={{ t, locale, format, setLocale, ...calls, staff, signIn, signOut }}>
      <PageBoundary t={t}>
        <Shell current={current}>
          <PageBoundary t={t} key={current?.path}>
            <Suspense fallback={<p className="loading">{t.loading}</p>}>
              {Page ? <Page /> : path === '' ? null : <NotFound />}
            </Suspense>
          </PageBoundary>
        </Shell>
      </PageBoundary>
    </SurroundingsProvider>
  );
}
