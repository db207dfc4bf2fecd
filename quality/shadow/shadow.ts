import type { Logger } from '../../config/logger.ts';
import type { Understood } from '../../graph/engines/observed.ts';
import type { Notifications } from '../../stores/notifications.ts';
import type { Predictor } from '../models/predictor.ts';
import { type Seen, SHADOW_CHANNEL, type ShadowRows } from './shadow-rows.ts';

/** Lets a candidate judge live turns beside the model at work, after the customer's turn has gone on. */
export interface Shadow {
  /** Returns at once; what doesn't fit into the queue is left out and counted. */
  observe(understood: Understood): void;
  /** Resolves when all that was observed is stored. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Turns that may wait for the candidate. */
const QUEUE = 200;
const FLUSH_MS = 1_000;
/** Disagreements kept between two flushes. */
const NOTED = 200;

export function createShadow(options: {
  rows: Pick<ShadowRows, 'running' | 'add'>;
  /** The candidate as a judge; rejects when it can't be loaded. */
  load: (version: number) => Promise<Predictor>;
  notifications: Notifications;
  logger: Logger;
  /** 0 to 1, evenly spread. */
  chance?: () => number;
}): Shadow {
  const { rows, load, notifications, logger, chance = Math.random } = options;
  let run: { id: string; share: number; predict: Predictor } | undefined;
  let seen = nothingSeen();
  const queue: Understood[] = [];
  let draining: Promise<void> | undefined;
  let closed = false;

  const flush = async (): Promise<void> => {
    await draining;
    const id = run?.id;
    const { counts, disagreements, dropped } = seen;
    if (!id || (counts.size === 0 && dropped === 0)) return;
    seen = nothingSeen();
    await rows
      .add(id, { counts: [...counts.values()], disagreements, dropped })
      .catch((error: unknown) => logger.warn({ err: error }, 'what a shadow run saw could not be stored'));
  };

  let following = Promise.resolve();
  const follow = () => {
    following = following
      .then(async () => {
        const wanted = await rows.running();
        if (wanted?.id === run?.id || closed) return;
        queue.length = 0;
        await flush();
        run = wanted && { id: wanted.id, share: wanted.share, predict: await load(wanted.version) };
      })
      .catch((error: unknown) => {
        run = undefined;
        logger.warn({ err: error }, 'a shadow run’s candidate can’t be used here');
      });
  };
  const unsubscribe = notifications.subscribe(SHADOW_CHANNEL, follow);
  const timer = setInterval(() => void flush(), FLUSH_MS);
  timer.unref();

  const note = (understood: Understood, candidate: { intent: string; confidence: number }) => {
    const [first] = understood.understanding.requests;
    if (!first) return;
    const key = `${first.intent} ${candidate.intent}`;
    const count = seen.counts.get(key) ?? { current: first.intent, candidate: candidate.intent, turns: 0 };
    seen.counts.set(key, { ...count, turns: count.turns + 1 });
    if (first.intent === candidate.intent || seen.disagreements.length >= NOTED) return;
    seen.disagreements.push({
      turnId: understood.turnId,
      current: first.intent,
      currentConfidence: first.confidence,
      candidate: candidate.intent,
      candidateConfidence: candidate.confidence,
    });
  };

  /** One turn at a time, each in a slice of its own: whoever is answered meanwhile comes first. */
  const drain = async () => {
    for (let next = queue.shift(); next && run; next = queue.shift()) {
      await new Promise((resolve) => setImmediate(resolve));
      try {
        note(next, await run.predict(next));
      } catch {
        seen.dropped += 1;
      }
    }
    draining = undefined;
  };

  return {
    observe(understood) {
      if (!run || closed || chance() >= run.share) return;
      if (queue.length >= QUEUE) {
        seen.dropped += 1;
        return;
      }
      queue.push(understood);
      draining ??= drain();
    },
    async flush() {
      await following;
      await flush();
    },
    async close() {
      closed = true;
      unsubscribe();
      clearInterval(timer);
      queue.length = 0;
      await following;
      await flush();
    },
  };
}

const nothingSeen = (): {
  counts: Map<string, Seen['counts'][number]>;
  disagreements: Seen['disagreements'];
  dropped: number;
} => ({
  counts: new Map(),
  disagreements: [],
  dropped: 0,
});
