/** @jsxImportSource preact */
import { render } from 'preact';
import type { WidgetLookBody } from '../../api/types.ts';
import type { Locale } from '../../i18n/dictionary.ts';
import { createFormat } from '../../i18n/format.ts';
import { emptyChat } from '../chat-state.ts';
import { lookSheet, startersOf, wordsOf } from '../look.ts';
import { newMessage } from '../message.ts';
import { widgetSheets } from '../styles/widget-sheets.ts';
import { Composer, Footer } from './composer.tsx';
import { Header } from './header.tsx';
import { Launcher } from './launcher.tsx';
import { SurroundingsProvider } from './surroundings.ts';
import { Transcript } from './transcript.tsx';

/** What of the widget is looked at: before the first message, a talk, or what stands on the page while it is closed. */
export interface WidgetScene {
  locale: Locale;
  show: 'welcome' | 'talk' | 'closed';
  /** The talk's question and answer. */
  question: string;
  answer: string;
}

const nothing = () => undefined;

/** Draws the widget as `look` makes it into a shadow of `host`; nothing can be sent from there. Called again it draws
 * anew; whoever draws erases when the host goes. */
export function drawPreview(host: HTMLElement, look: WidgetLookBody, scene: WidgetScene): void {
  const { locale, show } = scene;
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const colours = new CSSStyleSheet();
  colours.replaceSync(lookSheet(look));
  root.adoptedStyleSheets = [...widgetSheets(), colours];
  const t = wordsOf(look, locale);
  const starters = startersOf(look, locale) ?? [t.starterOrder, t.starterReturn, t.starterRecommend];
  const messages = [
    newMessage({ key: 'question', author: 'customer', state: 'done', text: scene.question }),
    newMessage({ key: 'answer', id: 'answer', author: 'bot', state: 'done', text: scene.answer }),
  ];
  const state = { ...emptyChat, messages: show === 'talk' ? messages : [] };
  render(
    <SurroundingsProvider value={{ t, locale, format: createFormat(locale), chat: null, compose: null }}>
      <div class="root inline" lang={locale === 'zh' ? 'zh-CN' : 'en'}>
        {show === 'closed' ? (
          <Launcher unread={0} />
        ) : (
          <section class="panel" aria-labelledby="kefu-title">
            <Header state={state} title={null} titleId="kefu-title" onClose={nothing} />
            <Transcript key={show} state={state} starters={starters} />
            <Composer state={state} draft="" onDraft={nothing} focus={0} />
            <Footer state={state} onLanguage={nothing} />
          </section>
        )}
      </div>
    </SurroundingsProvider>,
    root,
  );
}

export function erasePreview(host: HTMLElement): void {
  if (host.shadowRoot) render(null, host.shadowRoot);
}
