import type { LangGraphRunnableConfig } from '@langchain/langgraph';
import { z } from 'zod';
import type { Language } from '../stores/schema.ts';
import type { EngineSession, HistoryLine } from './engines/engine.ts';
import type { PageContext, TurnCaller, TurnInput } from './ports.ts';
import type { Speaker } from './speaker.ts';
import type { TurnEvent } from './turn-events.ts';

/**
 * What a run of the graph is given besides its state and never stores: who asks, the engine's session, where the
 * reply goes. Identity is here and not in the state, so that no state that is edited, replayed or written by a
 * model can change it.
 */
export interface TurnScope {
  conversationId: string;
  replyId: string;
  caller: TurnCaller;
  fallbackLanguage: Language;
  /** What is before the customer on the shop's page. */
  page?: PageContext | undefined;
  history: HistoryLine[];
  pendingConfirmation: TurnInput['pendingConfirmation'];
  /** False where replies are not stored (Studio): then no change is proposed. */
  mayWrite: boolean;
  session: EngineSession;
  speaker: Speaker;
  emit(event: TurnEvent): void;
  now: Date;
  signal: AbortSignal;
  /** What the turn did, for QA's viewer. */
  trace: TraceEntry[];
}

export interface TraceEntry {
  step: string;
  /** Since the turn's start. */
  atMs: number;
  data: unknown;
}

export const scopeSchema = z.object({ turn: z.custom<TurnScope>().optional() });

/** `customerId` and `thread_id` come from clients of the LangGraph development server. */
export type ScopeConfig = LangGraphRunnableConfig<
  z.infer<typeof scopeSchema> & { customerId?: string; thread_id?: string }
>;

/** Makes a scope where the caller gave none: the LangGraph server and Studio. */
export type ScopeOf = (config: ScopeConfig, state: { messages?: unknown[] }) => TurnScope;

export const scopeFromContext: ScopeOf = (config) => {
  const turn = config.context?.turn;
  if (!turn) throw new Error('The graph was run without a turn in its context.');
  return turn;
};
