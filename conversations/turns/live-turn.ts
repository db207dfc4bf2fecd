import type { TurnEvent } from '../../graph/turn-events.ts';
import type { TurnResult } from '../../graph/turn-result.ts';
import type { Caller } from '../ports.ts';
import { createTurnBuffer, type TurnBuffer } from './turn-buffer.ts';

/** A stored turn that is to be run. */
export interface OpenTurn {
  turnId: string;
  conversationId: string;
  messageId: string;
  replyId: string;
  /** Position of the customer's message; turns run in this order. */
  seq: number;
}

/** A turn that this process waits to run, runs, or ran lately. Settled once, by the last event that it emits. */
export interface LiveTurn extends OpenTurn {
  /** What the request's token told; a turn taken over from another process has only what is stored. */
  caller: Pick<Caller, 'name' | 'locale'>;
  buffer: TurnBuffer;
  result: Promise<TurnResult>;
  emit(event: TurnEvent): void;
  finish(result: TurnResult): void;
  fail(code: string, error: Error): void;
}

export function createLiveTurn(turn: OpenTurn, caller: LiveTurn['caller'] = {}): LiveTurn {
  const buffer = createTurnBuffer();
  const { promise, resolve, reject } = Promise.withResolvers<TurnResult>();
  // Nobody may be waiting for it; that must not end the process.
  promise.catch(() => undefined);
  buffer.append({ type: 'start', conversationId: turn.conversationId, messageId: turn.replyId });
  return {
    ...turn,
    caller,
    buffer,
    result: promise,
    emit: buffer.append,
    finish(result) {
      buffer.append({ type: 'finish', result });
      resolve(result);
    },
    fail(code, error) {
      buffer.append({ type: 'error', code, message: error.message });
      reject(error);
    },
  };
}
