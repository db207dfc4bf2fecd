import { AppError } from '../../config/errors.ts';
import type { TurnResult } from '../../graph/turn-result.ts';
import type { NumberedTurnEvent, TurnHandle } from '../ports.ts';
import type { LiveTurn } from './live-turn.ts';
import { numberedReplay } from './turn-replay.ts';

/** A turn whose events this process has. */
export const liveHandle = (turn: LiveTurn): TurnHandle => ({
  conversationId: turn.conversationId,
  messageId: turn.messageId,
  replyId: turn.replyId,
  result: turn.result,
  events: (options) => turn.buffer.events(options),
});

/** A turn known by its result alone: stored, or awaited from another process. */
export function resultHandle(
  ids: Pick<TurnHandle, 'conversationId' | 'messageId' | 'replyId'>,
  result: Promise<TurnResult>,
): TurnHandle {
  result.catch(() => undefined);
  return {
    ...ids,
    result,
    async *events({ after = 0, signal } = {}) {
      yield* await outcome(result, ids.replyId, after, signal);
    },
  };
}

/** What is left to tell once the result is there; nothing when the listener leaves first. */
async function outcome(
  result: Promise<TurnResult>,
  replyId: string,
  after: number,
  signal: AbortSignal | undefined,
): Promise<NumberedTurnEvent[]> {
  const left = Promise.withResolvers<undefined>();
  const leave = () => left.resolve(undefined);
  signal?.addEventListener('abort', leave, { once: true });
  if (signal?.aborted) leave();
  try {
    const told = await Promise.race([result, left.promise]);
    return told ? numberedReplay(told, replyId, after) : [];
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'internal';
    const message = error instanceof Error ? error.message : String(error);
    return [{ index: after + 1, event: { type: 'error', code, message } }];
  } finally {
    signal?.removeEventListener('abort', leave);
  }
}
