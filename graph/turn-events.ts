import type { Language } from '../stores/schema.ts';
import type { Card, Citation, ConfirmationView, TurnResult } from './turn-result.ts';

/** What happens in a turn, in order; the server writes it to whatever wire the client speaks. */
export type TurnEvent =
  | { type: 'start'; conversationId: string; messageId: string }
  | {
      type: 'status';
      status:
        | 'queued'
        | 'understanding'
        | 'searching'
        | 'looking_up'
        | 'writing'
        | 'degraded'
        | 'waiting'
        | 'human'
        | 'bot'
        | 'closed';
    }
  | {
      type: 'route';
      route: TurnResult['route'];
      routes: TurnResult['routes'];
      intent: string;
      confidence: number;
      language: Language;
    }
  | { type: 'delta'; text: string }
  /** All text so far is void (the upstream broke off); the deltas that follow begin the reply anew. */
  | { type: 'reset' }
  | { type: 'citation'; citation: Citation }
  | { type: 'card'; card: Card }
  | { type: 'confirmation'; confirmation: ConfirmationView }
  | { type: 'quick-replies'; texts: string[] }
  /** Always last, and exactly one of the two. */
  | { type: 'finish'; result: TurnResult }
  | { type: 'error'; code: string; message: string };
