import type { Kysely } from 'kysely';
import { AppError, notFound } from '../../config/errors.ts';
import type { TurnResult } from '../../graph/turn-result.ts';
import type { Database } from '../../stores/schema.ts';
import type { ConversationSignals } from '../signals.ts';
import { createWakeUp } from '../wake-up.ts';
import type { TurnLimits } from './turn-limits.ts';
import { findTurn } from './turn-lookup.ts';

/** Waits for turns that other processes run; many who wait for one turn share the waiting. */
export type FollowTurn = (turn: { turnId: string; conversationId: string }) => Promise<TurnResult>;

export function createFollowTurn(options: {
  db: Kysely<Database>;
  signals: ConversationSignals;
  limits: Pick<TurnLimits, 'followMs' | 'pollMs'>;
  /** Aborted when the service closes. */
  signal: AbortSignal;
}): FollowTurn {
  const { db, signals, limits, signal } = options;
  const followed = new Map<string, Promise<TurnResult>>();

  const follow: FollowTurn = async ({ turnId, conversationId }) => {
    const wakeUp = createWakeUp();
    const unlisten = signals.listen(conversationId, wakeUp.call);
    const end = performance.now() + limits.followMs;
    try {
      while (!signal.aborted && performance.now() < end) {
        const stored = await findTurn(db, turnId);
        if (!stored) throw notFound('turn');
        if (stored.result) return stored.result;
        await wakeUp.wait(limits.pollMs, signal);
      }
    } finally {
      unlisten();
    }
    throw unfinished();
  };

  return (turn) => {
    const known = followed.get(turn.turnId);
    if (known) return known;
    const promise = follow(turn).finally(() => followed.delete(turn.turnId));
    followed.set(turn.turnId, promise);
    return promise;
  };
}

/** The message is stored and will be answered, but not to this request. */
export const unfinished = (): AppError =>
  new AppError({
    code: 'turn_unfinished',
    status: 503,
    message: 'The reply is not ready yet; it will appear in the conversation.',
    retryable: true,
    retryAfter: 5,
  });
