import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { OperatorSettingsBody, WidgetLookBody } from '../../api/types.ts';
import type { Locale } from '../../i18n/dictionary.ts';
import { drawPreview, erasePreview, type WidgetScene } from '../../widget/view/preview.tsx';
import { useSurroundings } from '../surroundings.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Segments } from '../ui/segments.tsx';
import { useLoad } from '../use-load.ts';

/** Milliseconds without a change after which a colour's shades are asked for: choosing one tells many. */
const STILL_MS = 150;

/** In the language of the widget, not of the console. */
const TALK = {
  zh: { question: '我的订单什么时候能到？', answer: '您的包裹已经在路上，预计明天送达。' },
  en: { question: 'When will my order arrive?', answer: 'Your parcel is on its way and should be there tomorrow.' },
};

/** A colour's shades are the server's: it sees to it that words in them can be read. */
function useColours(accent: string | null) {
  const { http } = useSurroundings();
  const [asked, setAsked] = useState(accent);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(accent), STILL_MS);
    return () => clearTimeout(timer);
  }, [accent]);
  const last = useRef<WidgetLookBody['colours']>(null);
  const { data, problem } = useLoad(`colours ${asked}`, (signal) =>
    asked === null
      ? Promise.resolve(null)
      : http.json<WidgetLookBody['colours']>(`/api/settings/widget/colours?${new URLSearchParams({ accent: asked })}`, {
          signal,
        }),
  );
  if (data !== undefined) last.current = data;
  return { colours: accent === null ? null : last.current, problem };
}

/** The widget as customers will see it with what is in the form, before it is saved. */
export function WidgetPreview({ draft }: { draft: OperatorSettingsBody['widget'] }) {
  const { t, locale: mine } = useSurroundings();
  const [locale, setLocale] = useState<Locale>(mine);
  const [show, setShow] = useState<WidgetScene['show']>('welcome');
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const { accent, ...words } = draft;
  const { colours, problem } = useColours(accent);
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (host.current) drawPreview(host.current, { ...words, colours }, { locale, show, ...TALK[locale] });
  });
  useEffect(() => {
    const { current } = host;
    return () => {
      if (current) erasePreview(current);
    };
  }, []);
  return (
    <aside className="widget-preview" aria-label={t.widgetPreview}>
      <h2>{t.widgetPreview}</h2>
      <div className="widget-preview-choices">
        <Segments
          label={t.previewShows}
          value={show}
          onChange={setShow}
          options={[
            { value: 'welcome', words: t.previewWelcome },
            { value: 'talk', words: t.previewTalk },
            { value: 'closed', words: t.previewClosed },
          ]}
        />
        <Segments
          label={t.previewLanguage}
          value={locale}
          onChange={setLocale}
          options={[
            { value: 'zh', words: '中文' },
            { value: 'en', words: 'English' },
          ]}
        />
        <Segments
          label={t.previewTheme}
          value={theme}
          onChange={setTheme}
          options={[
            { value: 'light', words: t.previewLight },
            { value: 'dark', words: t.previewDark },
          ]}
        />
      </div>
      <ProblemNote problem={problem} />
      <div className={`widget-preview-stage ${theme}`}>
        {/* To be looked at only: what it says stands in the form. */}
        <div ref={host} className={`widget-preview-host ${show}`} style={{ colorScheme: theme }} inert />
      </div>
    </aside>
  );
}
