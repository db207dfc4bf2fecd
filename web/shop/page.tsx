/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import { pageIcons } from '../design/page-icons.ts';
import { applyTheme, currentTheme } from '../design/theme.ts';
import { fill } from '../i18n/dictionary.ts';
import { categoryArt } from './category-art.ts';
import { CustomerChooser } from './customer-chooser.tsx';
import { HeroArt } from './hero-art.tsx';
import { dictionaries, type ShopDictionary } from './i18n/dictionary.ts';
import { Drawing } from './icon.tsx';
import { whenKefu } from './when-kefu.ts';

function TopBar(props: { t: ShopDictionary; theme: string; onLanguage: () => void; onTheme: () => void }) {
  const { t, theme } = props;
  return (
    <header class="top">
      <a class="brand" href="/">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="9" />
          <path d="M6 19c2.500 0 2.500-3 5-3s2.500 3 5 3 2.500-3 5-3 2.500 3 5 3" />
          <circle cx="16" cy="10" r="2.600" />
        </svg>
        {t.shop}
      </a>
      <nav>
        <a href="/console/">{t.console}</a>
        <a href="/docs">{t.docs}</a>
        <button type="button" class="tool" aria-label={theme === 'dark' ? t.light : t.dark} onClick={props.onTheme}>
          <Drawing size={24} path={theme === 'dark' ? pageIcons.sun : pageIcons.moon} />
        </button>
        <button type="button" class="tool words" title={t.languageHint} onClick={props.onLanguage}>
          {t.language}
        </button>
      </nav>
    </header>
  );
}

/** The sample shop's page: a shop window around the widget. */
export function Page({ firstLocale }: { firstLocale: 'zh' | 'en' }) {
  const [locale, setLocale] = useState(firstLocale);
  const [theme, setTheme] = useState(currentTheme());
  // As the widget's open="wide" decides: the page keeps its place when the panel comes.
  const [beside, setBeside] = useState(innerWidth >= 900);
  const t = dictionaries[locale];

  useEffect(() => {
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
    document.title = t.pageTitle;
    localStorage.setItem('kefu:locale', locale);
    void whenKefu().then((kefu) => kefu.setLocale(locale));
  }, [locale, t]);
  useEffect(() => {
    void whenKefu().then((kefu) => {
      setBeside(document.querySelector('kefu-chat')?.shadowRoot?.querySelector('.panel') !== null);
      kefu.on('open', () => setBeside(true));
      kefu.on('close', () => setBeside(false));
      kefu.on('locale', (chosen) => setLocale(chosen === 'zh' ? 'zh' : 'en'));
    });
  }, []);
  useEffect(() => {
    void whenKefu().then((kefu) => kefu.setTheme(theme));
  }, [theme]);
  const switchTheme = () => {
    const next = theme === 'dark' ? 'light' : 'dark';
    applyTheme(next);
    setTheme(next);
  };

  return (
    <div class={beside ? 'page beside' : 'page'}>
      <TopBar t={t} theme={theme} onTheme={switchTheme} onLanguage={() => setLocale(locale === 'zh' ? 'en' : 'zh')} />
      <main>
        <section class="hero">
          <HeroArt />
          <div class="hero-words">
            <p class="eyebrow">{t.eyebrow}</p>
            <h1>{t.heroTitle}</h1>
            <p>{t.heroText}</p>
            <button type="button" class="cta" onClick={() => window.Kefu?.open()}>
              <Drawing size={24} path={pageIcons.chat} />
              {t.heroAsk}
            </button>
          </div>
        </section>
        <section class="box" aria-labelledby="try-title">
          <div class="box-head">
            <h2 id="try-title">{t.tryTitle}</h2>
            <p>{t.tryText}</p>
          </div>
          <ul class="chips">
            {t.questions.map((question) => (
              <li key={question}>
                <button type="button" class="chip" onClick={() => window.Kefu?.send(question)}>
                  {question}
                </button>
              </li>
            ))}
          </ul>
        </section>
        <CustomerChooser t={t} />
        <section aria-labelledby="range-title">
          <div class="box-head">
            <h2 id="range-title">{t.rangeTitle}</h2>
            <p>{t.rangeText}</p>
          </div>
          <ul class="range">
            {Object.entries(t.categories).map(([id, category]) => (
              <li key={id}>
                <button
                  type="button"
                  class={`tile ${id}`}
                  aria-label={fill(t.askFor, { category })}
                  onClick={() => window.Kefu?.send(fill(t.askFor, { category }))}
                >
                  <Drawing size={64} path={categoryArt[id as keyof typeof categoryArt]} />
                  <span>{category}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      </main>
      <footer>{t.footer}</footer>
    </div>
  );
}
