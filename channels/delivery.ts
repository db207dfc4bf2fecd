import type { Logger } from '../config/logger.ts';
import { ChannelError } from './call.ts';
import type { Channel } from './channel.ts';
import type { ChannelThreads, DueThread } from './threads.ts';

const SWEEP_MS = 10_000;
/** Threads that are served at once. */
const AT_ONCE = 8;
const FIRST_REST_MS = 1_000;
const LONGEST_REST_MS = 15 * 60_000;
/** Tries of one message: with growing rests more than a day. It stays in the conversation whatever happens. */
const MOST_TRIES = 110;

export interface Delivery {
  /** Something may wait for this conversation's person. */
  wake(conversationId: string): void;
  stop(): Promise<void>;
}

/**
 * Hands replies to their channels, in order, each until it is taken. Only one process may do so at a time: `mayDeliver`
 * says whether it is this one. A crash between a send and its note repeats one message; its id tells.
 */
export function createDelivery(deps: {
  channels: ReadonlyMap<string, Channel>;
  threads: ChannelThreads;
  mayDeliver(): boolean;
  logger: Logger;
}): Delivery {
  const { channels, threads, logger } = deps;
  const closing = new AbortController();
  const busy = new Map<string, Promise<void>>();
  const again = new Set<string>();
  const queue: DueThread[] = [];

  const serve = async (thread: DueThread) => {
    const { conversationId } = thread;
    const channel = channels.get(thread.channel);
    if (!channel) return;
    let { failed } = thread;
    for (const message of await threads.undelivered(thread)) {
      if (closing.signal.aborted) return;
      try {
        const { seq, ...outgoing } = message;
        await channel.send(outgoing, closing.signal);
        await threads.delivered(conversationId, seq);
        failed = 0;
      } catch (error) {
        if (closing.signal.aborted) return;
        failed += 1;
        const asked = error instanceof ChannelError ? error.retryAfterMs : undefined;
        const restMs = Math.min(LONGEST_REST_MS, asked ?? FIRST_REST_MS * 2 ** Math.min(failed - 1, 12));
        const reason = error instanceof Error ? error.message : String(error);
        logger.warn(
          { channel: channel.name, conversationId, failed, reason },
          'a message was not taken by its channel',
        );
        if (failed > MOST_TRIES) await threads.delivered(conversationId, message.seq);
        else await threads.failed(conversationId, { restMs, reason });
        if (failed <= MOST_TRIES) setTimeout(() => wake(conversationId), restMs + 50).unref();
        return;
      }
    }
  };

  const next = () => {
    while (busy.size < AT_ONCE && queue.length > 0 && !closing.signal.aborted) {
      const thread = queue.shift();
      if (!thread) return;
      const { conversationId } = thread;
      if (busy.has(conversationId)) {
        again.add(conversationId);
        continue;
      }
      const work = serve(thread)
        .catch((error: unknown) => logger.error({ err: error, conversationId }, 'delivery failed'))
        .finally(() => {
          busy.delete(conversationId);
          if (again.delete(conversationId)) wake(conversationId);
          next();
        });
      busy.set(conversationId, work);
    }
  };

  const look = async (conversationId?: string) => {
    if (closing.signal.aborted || !deps.mayDeliver()) return;
    const due = await threads.due(conversationId);
    const known = new Set(queue.map((thread) => thread.conversationId));
    queue.push(...due.filter((thread) => !known.has(thread.conversationId)));
    next();
  };
  const wake = (conversationId?: string) => {
    look(conversationId).catch((error: unknown) => {
      if (!closing.signal.aborted) logger.warn({ err: error }, 'what waits for the channels could not be read');
    });
  };
  const timer = setInterval(wake, SWEEP_MS);
  timer.unref();
  return {
    wake,
    async stop() {
      clearInterval(timer);
      closing.abort();
      await Promise.all(busy.values());
    },
  };
}
