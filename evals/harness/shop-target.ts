import type { TurnResult } from '../../graph/turn-result.ts';
import type { Language } from '../../stores/schema.ts';

/** A reply as every client gets it. Older deployments leave out `routes` and `quickReplies`. */
export type Reply = Omit<TurnResult, 'routes' | 'quickReplies'> & Partial<Pick<TurnResult, 'routes' | 'quickReplies'>>;

export interface TargetTurn {
  reply: Reply;
  /** How it came about; over HTTP only with a staff token. */
  trace?: unknown;
  ms: number;
}

/** A shop to talk to, wherever it runs. */
export interface ShopTarget {
  /** What reports call it: 'in process', or its address. */
  readonly name: string;
  /** One turn; a new conversation without `conversationId`. `customer` undefined: a visitor. */
  say(turn: {
    text: string;
    language: Language;
    customer?: string | undefined;
    conversationId?: string | undefined;
  }): Promise<TargetTurn>;
  close(): Promise<void>;
}
