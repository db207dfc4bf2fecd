/** @jsxImportSource preact */
import { render } from 'preact';
import type { Card, ConfirmationView, ConversationView } from '../../api/types.ts';
import reset from '../../design/reset.css?inline';
import { type Dictionary, dictionaries, type Locale } from '../../i18n/dictionary.ts';
import { createFormat } from '../../i18n/format.ts';
import { asSheet } from '../styles/as-sheet.ts';
import cards from '../styles/cards.css?inline';
import comparison from '../styles/comparison.css?inline';
import confirmation from '../styles/confirmation.css?inline';
import typography from '../styles/typography.css?inline';
import { withoutDoubles } from '../without-doubles.ts';
import { CardView, cardKey } from './cards.tsx';
import { Confirmation } from './confirmation.tsx';
import { SurroundingsProvider } from './surroundings.ts';

/** What a customer was shown beside the text of a message. */
export interface Seen {
  cards: Card[];
  confirmation: ConfirmationView | null;
  outcome: ConversationView['outcomes'][string] | undefined;
}

/** Who reads along: their language, and what is said otherwise to them than to the customer. */
export interface Onlooker {
  locale: Locale;
  words: Partial<Dictionary>;
}

let sheets: CSSStyleSheet[] | undefined;

/**
 * Draws it into a shadow of `host` for somebody who reads along, in their language and the page's own colours: nothing
 * can be asked or confirmed from there. Called again it draws anew; whoever draws erases when the host goes.
 */
export function drawSeen(host: HTMLElement, { locale, words }: Onlooker, seen: Seen): void {
  sheets ??= [reset, typography, cards, comparison, confirmation].map(asSheet);
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = sheets;
  const surroundings = {
    t: { ...dictionaries[locale], ...words },
    locale,
    format: createFormat(locale),
    chat: null,
    compose: null,
  };
  render(
    <SurroundingsProvider value={surroundings}>
      {withoutDoubles(seen.cards).map((card) => (
        <CardView key={cardKey(card)} card={card} messageId={null} />
      ))}
      {seen.confirmation && (
        <Confirmation
          confirmation={seen.confirmation}
          endsAt={seen.outcome?.status === 'pending' ? Date.parse(seen.confirmation.expiresAt) : null}
          settling={false}
          outcome={seen.outcome}
        />
      )}
    </SurroundingsProvider>,
    root,
  );
}

export function eraseSeen(host: HTMLElement): void {
  if (host.shadowRoot) render(null, host.shadowRoot);
}
