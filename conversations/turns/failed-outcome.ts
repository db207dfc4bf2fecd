import type { TurnOutcome } from '../../graph/ports.ts';
import type { Language } from '../../stores/schema.ts';
import { asCustomerWrites } from '../handoff/tell-customer.ts';
import { PHRASES } from '../phrases.ts';
import type { OpenTurn } from './live-turn.ts';

/** What a customer gets when a turn could not be run to its end: an apology, and the offer of a person. */
export const failedOutcome = (
  turn: OpenTurn,
  language: Language,
  dialogue: Record<string, unknown>,
  trace: unknown,
): TurnOutcome => ({
  result: {
    conversationId: turn.conversationId,
    messageId: turn.replyId,
    status: 'bot',
    route: 'decline',
    routes: ['decline'],
    intent: 'unclear',
    confidence: 0,
    language,
    text: PHRASES.failed[language],
    citations: [],
    cards: [],
    confirmation: null,
    quickReplies: [PHRASES.askPerson[language]],
    engine: 'local',
    degraded: true,
  },
  dialogue,
  handoff: null,
  confirmation: null,
  unanswered: null,
  firstTokenMs: null,
  trace,
});

/** The same outcome in traditional Chinese for a customer who writes it. */
export async function inCustomersScript(outcome: TurnOutcome): Promise<TurnOutcome> {
  const write = (text: string) => asCustomerWrites(outcome.dialogue, text);
  const { text, quickReplies } = outcome.result;
  const result = {
    ...outcome.result,
    text: await write(text),
    quickReplies: await Promise.all(quickReplies.map(write)),
  };
  return { ...outcome, result };
}
