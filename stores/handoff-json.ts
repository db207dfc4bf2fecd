/** Where a customer is answered later, and what they wrote. */
export interface HandoffContact {
  email?: string;
  phone?: string;
  note?: string;
}

/** When a rule applies: every one that is given must hold. */
export interface HandoffConditions {
  /** Intents of data/intents, one of them in the message. */
  intents?: string[];
  /** Words, one of them in the message; case and width do not count. */
  words?: string[];
  /** Customer ids. */
  customers?: string[];
  /** An order in view costs this or more, in the shop's currency. */
  minAmount?: number;
  mood?: 'angry';
  /** `open`: while people answer; `closed`: while they do not. */
  hours?: 'open' | 'closed';
}
