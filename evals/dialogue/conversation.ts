import type { Language } from '../../stores/schema.ts';
import type { Route, Script } from '../../understanding/types.ts';

/** What must hold of one reply. What is left out is not looked at; language and script always are. */
export interface Checks {
  route?: Route | Route[];
  /** Every pattern stands in the reply's text. */
  says?: RegExp | RegExp[];
  /** None of them does. */
  not?: RegExp;
  /** These orders are shown, in a card or in the text. */
  shows?: string[];
  /** These are not. */
  hides?: string[];
  /** The change that the customer has been asked to confirm when the turn has ended; null: none. */
  pending?: string | null;
  /** A person is offered or called. */
  person?: boolean;
  /** One of the buttons. */
  button?: RegExp;
  status?: 'bot' | 'waiting';
  /** Where it is not the conversation's own. */
  script?: Script;
}

export type Line = [customer: string, checks: Checks];

/** A scripted conversation: what a customer says, whatever is answered, and what must hold of each answer. */
export interface Conversation {
  id: string;
  shop: 'sample' | 'bikes';
  /** Undefined: a visitor who has not signed in. */
  customer: string | undefined;
  language: Language;
  script: Script;
  lines: Line[];
}

type About = Pick<Conversation, 'shop' | 'customer'>;

export const zh = (id: string, about: About, lines: Line[]): Conversation => ({
  ...about,
  id: `zh ${id}`,
  language: 'zh',
  script: 'hans',
  lines,
});
export const hant = (id: string, about: About, lines: Line[]): Conversation => ({
  ...zh(id, about, lines),
  script: 'hant',
});
export const en = (id: string, about: About, lines: Line[]): Conversation => ({
  ...about,
  id: `en ${id}`,
  language: 'en',
  script: 'latn',
  lines,
});
