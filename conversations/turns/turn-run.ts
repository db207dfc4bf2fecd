import { AppError } from '../../config/errors.ts';
import type { TurnOutcome, TurnRunner } from '../../graph/ports.ts';
import type { TurnEvent } from '../../graph/turn-events.ts';
import type { LiveTurn } from './live-turn.ts';
import type { BegunTurn } from './turn-begin.ts';
import type { TurnLeases } from './turn-leases.ts';

/** Why a run was broken off before its end. */
export type BreakOff = 'time_out' | 'with_person' | 'lease_lost' | 'closing';

export type RunEnd =
  | { type: 'outcome'; outcome: TurnOutcome; totalMs: number }
  | { type: 'error'; error: unknown; totalMs: number }
  | { type: BreakOff; totalMs: number };

/** Runs a begun turn until it ends or has to be broken off; afterwards nothing more of it is emitted. */
export async function runTurn(
  turn: LiveTurn,
  begun: BegunTurn,
  options: {
    runner: TurnRunner;
    leases: TurnLeases;
    turnMs: number;
    /** Resolves when a person takes the conversation. */
    taken: Promise<void>;
    /** Aborts when the service closes. */
    closing: AbortSignal;
  },
): Promise<RunEnd> {
  const started = performance.now();
  const controller = new AbortController();
  const broken = Promise.withResolvers<BreakOff>();
  const breakOff = (reason: BreakOff) => {
    broken.resolve(reason);
    controller.abort(new AppError({ code: reason, status: 503, message: 'The turn was broken off.' }));
  };
  const onClosing = () => breakOff('closing');
  options.closing.addEventListener('abort', onClosing, { once: true });
  const endLease = options.leases.keep(turn.conversationId, () => breakOff('lease_lost'));
  void options.taken.then(() => breakOff('with_person'));
  const timer = setTimeout(() => breakOff('time_out'), options.turnMs);
  const emit = (event: TurnEvent) => {
    // A turn starts when it is admitted, and ends when its outcome is stored: neither is the runner's to say.
    const own = event.type === 'start' || event.type === 'finish' || event.type === 'error';
    if (!own && !controller.signal.aborted) turn.emit(event);
  };
  try {
    const run = options.runner.run(begun.input, { emit, signal: controller.signal });
    const end = await Promise.race([run, broken.promise]);
    const totalMs = performance.now() - started;
    return typeof end === 'string' ? { type: end, totalMs } : { type: 'outcome', outcome: end, totalMs };
  } catch (error) {
    const totalMs = performance.now() - started;
    // An abort that the runner noticed first is still the abort.
    return controller.signal.aborted ? { type: await broken.promise, totalMs } : { type: 'error', error, totalMs };
  } finally {
    clearTimeout(timer);
    endLease();
    options.closing.removeEventListener('abort', onClosing);
    // Whatever a runner that ignores its signal still emits is not heard.
    controller.abort();
  }
}
