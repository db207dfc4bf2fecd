import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { applyTheme, currentTheme } from '../../design/theme.ts';
import { type PageEntry, pagesFor } from '../pages.ts';
import { PaletteButton, usePaletteKey } from '../palette/palette-button.tsx';
import { Link, usePath } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { Icon } from '../ui/icon.tsx';
import { Brand } from './sign-in.tsx';

function Sections({ entries, current }: { entries: PageEntry[]; current: PageEntry | undefined }) {
  const { t } = useSurroundings();
  const sections = [...new Set(entries.map(({ section }) => section))];
  return sections.map((section) => (
    <div className="nav-section" key={section}>
      <h2>{t[section]}</h2>
      <ul>
        {entries
          .filter((entry) => entry.section === section)
          .map((entry) => (
            <li key={entry.path}>
              <Link to={entry.path} className="nav-link" aria-current={entry === current ? 'page' : undefined}>
                <Icon name={entry.icon} />
                {t[entry.title]}
              </Link>
            </li>
          ))}
      </ul>
    </div>
  ));
}

/** Broken before its domain where it does not fit. */
function Address({ of }: { of: string }) {
  const at = of.lastIndexOf('@');
  return (
    <>
      {of.slice(0, at)}
      <wbr />
      {of.slice(at)}
    </>
  );
}

const Palette = lazy(() => import('../palette/palette.tsx'));
const OwnPassword = lazy(() => import('./own-password.tsx'));

/** The frame around every page: the pages of the role at the side, the page, and who is signed in. */
export function Shell({ current, children }: { current: PageEntry | undefined; children: ReactNode }) {
  const { t, locale, setLocale, staff, signOut } = useSurroundings();
  const [theme, setTheme] = useState(currentTheme());
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState(false);
  const [finding, setFinding] = useState(false);
  const togglePalette = useCallback(() => setFinding((before) => !before), []);
  usePaletteKey(togglePalette);
  const path = usePath();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => setOpen(false), [path]);
  const main = useRef<HTMLElement>(null);
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    // Who goes by keyboard goes on in the new page, not at the top of the frame; a page that keeps the focus has it.
    const at = document.activeElement;
    if (!at?.checkVisibility() || at === document.body || nav.current?.contains(at))
      main.current?.focus({ preventScroll: true });
  }, [path]);
  useEffect(() => {
    if (current) nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const switchTheme = () => {
    const next = theme === 'dark' ? 'light' : 'dark';
    applyTheme(next);
    setTheme(next);
  };
  const actions = [
    {
      key: 'theme',
      icon: theme === 'dark' ? 'sun' : 'moon',
      title: theme === 'dark' ? t.light : t.dark,
      run: switchTheme,
    },
    { key: 'language', icon: 'globe', title: t.languageHint, run: () => setLocale(locale === 'zh' ? 'en' : 'zh') },
    { key: 'password', icon: 'key', title: t.ownPassword, run: () => setPassword(true) },
    { key: 'shop', icon: 'bag', title: t.toShop, run: () => location.assign('/') },
    { key: 'sign-out', icon: 'exit', title: t.signOut, run: signOut },
  ] as const;
  return (
    <div className={open ? 'shell open' : 'shell'}>
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <div className="narrow-bar">
        <button
          type="button"
          className="icon-button"
          aria-label={t.menu}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'close' : 'menu'} />
        </button>
        <Brand />
        <strong>{current ? t[current.title] : t.name}</strong>
        <button type="button" className="icon-button" aria-label={t.paletteOpen} onClick={togglePalette}>
          <Icon name="search" />
        </button>
      </div>
      <aside className="sidebar">
        <Link to="" className="sidebar-brand">
          <Brand />
          {t.name}
        </Link>
        <PaletteButton onOpen={togglePalette} />
        <nav aria-label={t.menu} ref={nav}>
          <Sections entries={pagesFor(staff.role)} current={current} />
        </nav>
        <div className="sidebar-foot">
          <div className="tools">
            <a href="/" className="plain">
              {t.toShop}
            </a>
            <button
              type="button"
              className="icon-button"
              aria-label={theme === 'dark' ? t.light : t.dark}
              onClick={switchTheme}
            >
              <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
            </button>
            <button
              type="button"
              className="plain"
              title={t.languageHint}
              onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}
            >
              {t.language}
            </button>
          </div>
          <div className="who">
            <div>
              <p>{staff.name}</p>
              <p className="quiet small">
                <Address of={staff.email} />
              </p>
            </div>
            <button
              type="button"
              className="icon-button"
              aria-label={t.ownPassword}
              title={t.ownPassword}
              onClick={() => setPassword(true)}
            >
              <Icon name="key" />
            </button>
            <button type="button" className="icon-button" aria-label={t.signOut} title={t.signOut} onClick={signOut}>
              <Icon name="exit" />
            </button>
          </div>
        </div>
      </aside>
      <main id="content" tabIndex={-1} ref={main}>
        {children}
      </main>
      <Suspense>{finding && <Palette actions={actions} onClose={togglePalette} />}</Suspense>
      <Suspense>{password && <OwnPassword onClose={() => setPassword(false)} />}</Suspense>
    </div>
  );
}
