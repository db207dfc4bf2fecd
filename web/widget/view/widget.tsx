/** @jsxImportSource preact */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { WidgetLookBody } from '../../api/types.ts';
import type { Locale } from '../../i18n/dictionary.ts';
import { createFormat } from '../../i18n/format.ts';
import type { MoreWords } from '../../i18n/more-words.ts';
import type { Chat } from '../chat.ts';
import { startersOf, wordsOf } from '../look.ts';
import type { Store } from '../store.ts';
import { Composer, Footer } from './composer.tsx';
import { Banner, Header } from './header.tsx';
import { Launcher } from './launcher.tsx';
import { SurroundingsProvider } from './surroundings.ts';
import { Transcript } from './transcript.tsx';
import { useStore } from './use-store.ts';
import { Waiting } from './waiting.tsx';

/** What the element, its attributes and the SDK decide; the conversation has its own state. */
export interface WidgetSettings {
  open: boolean;
  /** Fills its place in the page instead of floating over it: no launcher, no close button. */
  inline: boolean;
  locale: Locale;
  /** Words of another language over those of `locale`; null: none. */
  more: MoreWords | null;
  title: string | null;
  /** Questions offered before the first message; null for the dictionary's own. */
  starters: string[] | null;
  /** The shop's own words and colours; null: not known yet, or none. */
  look: WidgetLookBody | null;
  draft: string;
  /** Counts the requests to put the cursor into the message box. */
  focus: number;
}

export function Widget({ chat, settings }: { chat: Chat; settings: Store<WidgetSettings> }) {
  const state = useStore(chat.state);
  const { open, inline, locale, more, title, starters, look, draft, focus } = useStore(settings);
  const launcher = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  const since = useRef(new Date().toISOString());
  const [seen, setSeen] = useState(0);
  const t = useMemo(
    () => (more ? { ...wordsOf(null, 'en'), ...more.words } : wordsOf(look, locale)),
    [look, locale, more],
  );
  const tag = more?.locale ?? (locale === 'zh' ? 'zh-CN' : 'en');
  const surroundings = useMemo(
    () => ({
      t,
      states: more?.states,
      locale,
      format: createFormat(more?.locale ?? locale),
      chat,
      compose: (text: string) => settings.set({ draft: text, focus: settings.get().focus + 1 }),
    }),
    [chat, settings, locale, more, t],
  );

  const shown = open || inline;
  const received = state.messages.filter(
    ({ author, state: at, createdAt }) => author !== 'customer' && at === 'done' && createdAt > since.current,
  ).length;
  useEffect(() => {
    if (shown) setSeen(received);
  }, [shown, received]);
  useEffect(() => {
    if (wasOpen.current && !open) launcher.current?.focus();
    wasOpen.current = open;
  }, [open]);

  const onClose = () => settings.set({ open: false });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || inline) return;
    event.stopPropagation();
    onClose();
  };
  const unread = Math.max(0, received - seen);
  return (
    <SurroundingsProvider value={surroundings}>
      <div class={inline ? 'root inline' : 'root'} lang={tag}>
        {shown && (
          <section
            class="panel"
            dir={more?.dir ?? 'ltr'}
            role="dialog"
            aria-labelledby="kefu-title"
            onKeyDown={onKeyDown}
          >
            <Header state={state} title={title} titleId="kefu-title" onClose={inline ? null : onClose} />
            <Banner state={state} />
            <Waiting state={state} />
            <Transcript
              state={state}
              starters={
                starters ??
                (more ? undefined : startersOf(look, locale)) ?? [t.starterOrder, t.starterReturn, t.starterRecommend]
              }
            />
            <Composer state={state} draft={draft} onDraft={(text) => settings.set({ draft: text })} focus={focus} />
            <Footer
              state={state}
              onLanguage={() => settings.set({ more: null, locale: more || locale === 'zh' ? 'en' : 'zh' })}
            />
          </section>
        )}
        {!shown && (
          <Launcher button={launcher} unread={unread} onOpen={() => settings.set({ open: true, focus: focus + 1 })} />
        )}
        <div class="hidden" aria-live="polite">
          {state.announcement}
        </div>
      </div>
    </SurroundingsProvider>
  );
}
