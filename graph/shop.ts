import type { LocalText } from '../stores/schema.ts';
import type { OpenSpan } from './opening-hours.ts';

/** What replies say of the shop itself. */
export interface ShopProfile {
  name: LocalText;
  /** ISO 4217. */
  currency: string;
  /** IANA name. */
  timeZone: string;
  /** In words, per language; null when the shop does not say. */
  supportHours: LocalText | null;
  /** When people answer; null when it can't be told from what the shop wrote. */
  openingHours: OpenSpan[] | null;
  /** What is said when a person was called, in opening hours and outside (`{time}`: when they begin); null: the built-in words. */
  calledTexts?: { open: LocalText | null; closed: LocalText | null };
}
