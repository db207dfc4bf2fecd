import { loadToTraditional, type ToTraditional } from '../text/to-traditional.ts';
import type { Script } from '../understanding/types.ts';
import type { ReplyWriter } from './engines/engine.ts';
import type { Part } from './state.ts';
import type { Card, FieldChangeView } from './turn-result.ts';

/** What customers read, in the script that they write. Sources are quoted in their own. */
export interface Voice {
  text(text: string): string;
  changes(changes: FieldChangeView[]): FieldChangeView[];
  part(part: Part): Part;
  /** A writer of text as it comes; `end` says what was held back. */
  writer(inner: ReplyWriter): ReplyWriter & { end(): void };
}

const PLAIN: Voice = {
  text: (text) => text,
  changes: (changes) => changes,
  part: (part) => part,
  writer: (inner) => ({ delta: inner.delta, reset: inner.reset, end: () => undefined }),
};

/** The voice for a script; only traditional Chinese needs anything done. */
export const voiceIn = async (script: Script): Promise<Voice> =>
  script === 'hant' ? traditionalVoice(await loadToTraditional()) : PLAIN;

function traditionalVoice(text: ToTraditional): Voice {
  const changes = (lines: FieldChangeView[]) =>
    lines.map((line) => ({
      ...line,
      field: text(line.field),
      from: line.from === null ? null : text(line.from),
      to: line.to === null ? null : text(line.to),
    }));
  return {
    text,
    changes,
    part: (part) => ({
      ...part,
      text: text(part.text),
      quickReplies: part.quickReplies.map(text),
      cards: part.cards.map((card) => inEvery(card, text) as Card),
      confirmation: part.confirmation && {
        ...part.confirmation,
        summary: text(part.confirmation.summary),
        changes: changes(part.confirmation.changes),
      },
    }),
    writer(inner) {
      let held = '';
      return {
        delta(piece) {
          const whole = held + piece;
          // Words are converted whole: what may go on waits for the next piece.
          const end = whole.search(/\p{Script=Han}+$/u);
          const ready = end < 0 ? whole : whole.slice(0, end);
          held = end < 0 ? '' : whole.slice(end);
          if (ready !== '') inner.delta(text(ready));
        },
        reset() {
          held = '';
          inner.reset();
        },
        end() {
          if (held !== '') inner.delta(text(held));
          held = '';
        },
      };
    },
  };
}

/** Every text of a card; ids and codes hold no Chinese characters and stay as they are. */
function inEvery(value: unknown, text: ToTraditional): unknown {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map((item) => inEvery(item, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inEvery(item, text)]));
}
