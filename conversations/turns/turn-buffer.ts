import type { TurnEvent } from '../../graph/turn-events.ts';
import type { NumberedTurnEvent } from '../ports.ts';
import { createWakeUp } from '../wake-up.ts';

/** Deltas that follow each other share an entry: their text once, and where each of them ended in it. */
interface TextRun {
  first: number;
  text: string;
  ends: number[];
}
type Entry = TextRun | NumberedTurnEvent;

const isRun = (entry: Entry): entry is TextRun => 'ends' in entry;
const last = (entry: Entry): number => (isRun(entry) ? entry.first + entry.ends.length - 1 : entry.index);

/** The events of one turn, numbered from 1, for any number of listeners, each at its own pace. */
export interface TurnBuffer {
  /** Ignored after finish or error. */
  append(event: TurnEvent): void;
  /** True when deltas since the last reset stand on the listeners' screens. */
  readonly hasText: boolean;
  /** Those after `after` up to the end. A listener that lags hears several deltas as one, numbered as the last. */
  events(options?: { after?: number; signal?: AbortSignal }): AsyncIterable<NumberedTurnEvent>;
}

const LONGEST_SILENCE = 60_000;

export function createTurnBuffer(): TurnBuffer {
  const entries: Entry[] = [];
  const listeners = new Set<() => void>();
  let count = 0;
  let ended = false;
  let hasText = false;

  /** The next event after a number; `from` is the entry to look at first. */
  const next = (after: number, from: number): { found: NumberedTurnEvent; entry: number } | undefined => {
    for (let position = from; position < entries.length; position++) {
      const entry = entries[position];
      if (!entry || last(entry) <= after) continue;
      if (!isRun(entry)) return { found: entry, entry: position };
      const heard = entry.ends[after - entry.first] ?? 0;
      return {
        found: { index: last(entry), event: { type: 'delta', text: entry.text.slice(heard) } },
        entry: position,
      };
    }
    return undefined;
  };

  return {
    append(event) {
      if (ended) return;
      count += 1;
      const tail = entries.at(-1);
      if (event.type === 'delta' && tail && isRun(tail)) {
        tail.text += event.text;
        tail.ends.push(tail.text.length);
      } else if (event.type === 'delta') {
        entries.push({ first: count, text: event.text, ends: [event.text.length] });
      } else {
        entries.push({ index: count, event });
      }
      if (event.type === 'delta') hasText = true;
      if (event.type === 'reset') hasText = false;
      ended = event.type === 'finish' || event.type === 'error';
      for (const wake of listeners) wake();
    },
    get hasText() {
      return hasText;
    },
    async *events({ after = 0, signal } = {}) {
      const wakeUp = createWakeUp();
      listeners.add(wakeUp.call);
      try {
        let heard = after;
        let entry = 0;
        while (!signal?.aborted) {
          const step = next(heard, entry);
          if (step) {
            heard = step.found.index;
            entry = step.entry;
            yield step.found;
          } else if (ended) return;
          else await wakeUp.wait(LONGEST_SILENCE, signal);
        }
      } finally {
        listeners.delete(wakeUp.call);
      }
    },
  };
}
