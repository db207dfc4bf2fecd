import { emptyReply, type TurnResult, turnResultSchema } from '../../graph/turn-result.ts';

/** A reply for tests of scorers: nothing in it but what is given. */
export const scriptedReply = (change: Partial<TurnResult> = {}): TurnResult =>
  turnResultSchema.parse({
    conversationId: 'c',
    messageId: 'm',
    status: 'bot',
    route: 'knowledge',
    routes: ['knowledge'],
    intent: 'x',
    confidence: 1,
    language: 'en',
    ...emptyReply(),
    ...change,
  });
