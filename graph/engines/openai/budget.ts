import { UpstreamError } from './errors.ts';

/** What a turn cost at the model. */
export interface TurnUsage {
  calls: number;
  /** Calls that a sure local decision made needless. */
  spared: number;
  /** As the server counted, estimated where it did not tell. */
  inputTokens: number;
  outputTokens: number;
}

/** What one turn may ask of the model: so many calls, and so much silence before the first word of each. */
export interface TurnBudget {
  /** Takes one call; throws `budget` when none is left. */
  take(): void;
  left(): number;
  /** Milliseconds until a call that begins now must have said something. */
  firstTokenMs(): number;
  /** Milliseconds that an answer may go on without a sentence that the customer gets to see. */
  gapMs(): number;
  /** The customer waited so long without a word. */
  waited(ms: number): void;
  /** What a call cost. */
  spent(tokens: { input: number; output: number }): void;
  /** A call was not needed: the local decision was sure. */
  spare(): void;
  usage(): TurnUsage;
}

const CALLS_A_TURN = 2;

/**
 * The silence is one purse for the turn, so that a slow router and a hanging writer together cost no more than one
 * `timeoutMs`. A call that comes last still gets a fair part of it.
 */
export function createTurnBudget(timeoutMs: number, calls: number = CALLS_A_TURN): TurnBudget {
  let left = calls;
  let silence = timeoutMs;
  const usage: TurnUsage = { calls: 0, spared: 0, inputTokens: 0, outputTokens: 0 };
  return {
    take() {
      if (left === 0) throw new UpstreamError('budget');
      left -= 1;
    },
    left: () => left,
    firstTokenMs: () => Math.max(silence, timeoutMs / 4),
    gapMs: () => timeoutMs,
    waited(ms) {
      silence -= ms;
    },
    spent({ input, output }) {
      usage.calls += 1;
      usage.inputTokens += input;
      usage.outputTokens += output;
    },
    spare() {
      usage.spared += 1;
    },
    usage: () => ({ ...usage }),
  };
}
