import type { ReplyWriter } from './engines/engine.ts';
import { shiftMarkers } from './markers.ts';
import type { TurnEvent } from './turn-events.ts';

/**
 * Gives each branch of a turn its own writer and lets them speak in the order asked. The first request's branch is
 * heard as it writes; what the others write is heard when all before them are done and they are.
 */
export interface Speaker {
  channel(index: number): ReplyWriter;
  /** The n-th branch has said all, with so many citations. */
  close(index: number, citations: number): void;
  /** Milliseconds from the start to the first text; null while there was none. */
  firstTokenMs(): number | null;
}

export const PARAGRAPH = '\n\n';

export function createSpeaker(emit: (event: TurnEvent) => void, now: () => number = () => performance.now()): Speaker {
  const started = now();
  const written = new Map<number, string>();
  const closed = new Map<number, number>();
  let next = 0;
  let markers = 0;
  let anythingSaid = false;
  let first: number | null = null;

  const say = (text: string) => {
    if (text === '') return;
    first ??= now() - started;
    anythingSaid = true;
    emit({ type: 'delta', text });
  };
  /** Two questions with one answer hear it once. */
  const isRepeated = (index: number, text: string) =>
    text !== '' && [...written].some(([other, said]) => other < index && said === text);
  return {
    channel: (index) => ({
      delta(text) {
        written.set(index, (written.get(index) ?? '') + text);
        if (index === 0) say(text);
      },
      reset() {
        if (index === 0 && written.get(0)) {
          anythingSaid = false;
          emit({ type: 'reset' });
        }
        written.delete(index);
      },
    }),
    close(index, citations) {
      closed.set(index, citations);
      for (let done = closed.get(next); done !== undefined; done = closed.get(next)) {
        const text = written.get(next) ?? '';
        if (isRepeated(next, text)) written.delete(next);
        else {
          if (next > 0 && text !== '') say((anythingSaid ? PARAGRAPH : '') + shiftMarkers(text, markers));
          markers += done;
        }
        next += 1;
      }
    },
    firstTokenMs: () => first,
  };
}
