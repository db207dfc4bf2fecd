import type { TurnEvent } from '../../graph/turn-events.ts';
import type { TurnResult } from '../../graph/turn-result.ts';
import type { NumberedTurnEvent } from '../ports.ts';

/** What a finished turn would have streamed after its start, rebuilt from what was stored of it. */
export function replayResult(result: TurnResult): TurnEvent[] {
  if (result.messageId === null)
    return [
      { type: 'status', status: result.status },
      { type: 'finish', result },
    ];
  const { route, routes, intent, confidence, language } = result;
  return [
    { type: 'route', route, routes, intent, confidence, language },
    ...(result.text === '' ? [] : [{ type: 'delta' as const, text: result.text }]),
    ...result.citations.map((citation) => ({ type: 'citation' as const, citation })),
    ...result.cards.map((card) => ({ type: 'card' as const, card })),
    ...(result.confirmation ? [{ type: 'confirmation' as const, confirmation: result.confirmation }] : []),
    ...(result.quickReplies.length > 0 ? [{ type: 'quick-replies' as const, texts: result.quickReplies }] : []),
    ...(result.status === 'bot' ? [] : [{ type: 'status' as const, status: result.status }]),
    { type: 'finish', result },
  ];
}

/**
 * The same, numbered for a listener that heard `after` events. The numbers it knows are those of a live run, which
 * are gone: it is told to drop its text and hears the whole reply anew.
 */
export function numberedReplay(result: TurnResult, replyId: string, after = 0): NumberedTurnEvent[] {
  const opening: TurnEvent =
    after === 0 ? { type: 'start', conversationId: result.conversationId, messageId: replyId } : { type: 'reset' };
  return [opening, ...replayResult(result)].map((event, position) => ({ index: after + position + 1, event }));
}
