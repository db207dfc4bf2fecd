import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../config/errors.ts';
import type { Logger } from '../../config/logger.ts';
import { keepsJournal, type TurnOutcome, type TurnRunner } from '../../graph/ports.ts';
import type { TurnResult } from '../../graph/turn-result.ts';
import type { DatabaseHandle } from '../../stores/database.ts';
import type { ConversationSignals } from '../signals.ts';
import { failedOutcome, inCustomersScript } from './failed-outcome.ts';
import type { LiveTurn } from './live-turn.ts';
import { type BegunTurn, beginTurn } from './turn-begin.ts';
import { dropTurn, type FinishedTurn, finishTurn, releaseLease } from './turn-finish.ts';
import { type FollowTurn, unfinished } from './turn-follow.ts';
import type { TurnLeases } from './turn-leases.ts';
import type { TurnLimits } from './turn-limits.ts';
import { findTurn, silentResult } from './turn-lookup.ts';
import { replayResult } from './turn-replay.ts';
import { type RunEnd, runTurn } from './turn-run.ts';
import { watchForPerson } from './watch-person.ts';

/** A turn that ended here, for the metrics. 'dropped': a person took the conversation before the reply. */
export interface TurnSummary {
  route: TurnResult['route'] | null;
  engine: string | null;
  degraded: boolean;
  status: 'done' | 'failed' | 'dropped';
  errorCode: string | null;
  firstTokenMs: number | null;
  totalMs: number;
}

export interface TurnStepOptions {
  database: DatabaseHandle;
  runner: TurnRunner;
  signals: ConversationSignals;
  leases: TurnLeases;
  follow: FollowTurn;
  limits: TurnLimits;
  logger: Logger;
  onTurn?: (summary: TurnSummary) => void;
  /** Names this process in the leases. */
  owner: string;
  closing: AbortSignal;
}

const STORE_PAUSES = [100, 400];

/** One try to bring a queued turn to its end; 'blocked' when it is not its time, or the database does not answer. */
export function createTurnStep(options: TurnStepOptions): (turn: LiveTurn) => Promise<'done' | 'blocked'> {
  const { database, runner, signals, limits, logger, owner } = options;
  const { db, pool } = database;
  /** Since when the database failed, by turn. */
  const failingSince = new WeakMap<LiveTurn, number>();

  const report = (summary: TurnSummary) => {
    try {
      options.onTurn?.(summary);
    } catch (error) {
      logger.error({ err: error }, 'onTurn failed');
    }
  };

  /** Tells a result that no run streamed: an apology, or what another process stored. */
  const tell = (turn: LiveTurn, result: TurnResult) => {
    if (turn.buffer.hasText) turn.emit({ type: 'reset' });
    for (const event of replayResult(result)) if (event.type !== 'finish') turn.emit(event);
    turn.finish(result);
  };

  const followElsewhere = (turn: LiveTurn) => {
    options.follow(turn).then(
      (result) => tell(turn, result),
      (error: unknown) => turn.fail('turn_unfinished', error instanceof Error ? error : unfinished()),
    );
  };

  const drop = async (turn: LiveTurn, outcome: TurnOutcome | undefined, totalMs: number) => {
    const conversation = await dropTurn(pool, turn, owner, outcome?.trace);
    if (!conversation) return followElsewhere(turn);
    const { conversationId } = turn;
    tell(turn, silentResult({ ...conversation, conversationId }));
    const { route = null, engine = null, degraded = false } = outcome?.result ?? {};
    report({ route, engine, degraded, status: 'dropped', errorCode: 'with_person', firstTokenMs: null, totalMs });
  };

  /** An outcome in hand is worth more than one try. */
  const store = async (turn: LiveTurn, finished: FinishedTurn) => {
    for (const pause of STORE_PAUSES) {
      try {
        return await finishTurn(database, turn, owner, finished);
      } catch (error) {
        logger.warn({ err: error, turnId: turn.turnId }, 'an outcome could not be stored; trying again');
        await sleep(pause);
      }
    }
    return finishTurn(database, turn, owner, finished);
  };

  const end = async (turn: LiveTurn, begun: BegunTurn, run: RunEnd): Promise<void> => {
    const { totalMs } = run;
    if (run.type === 'with_person') return drop(turn, undefined, totalMs);
    if (run.type === 'lease_lost') return followElsewhere(turn);
    if (run.type === 'closing') {
      await releaseLease(db, turn.conversationId, owner);
      return turn.fail('turn_unfinished', unfinished());
    }
    const { input } = begun;
    const failure = run.type === 'outcome' ? null : errorCode(run);
    if (failure) {
      const error = run.type === 'error' ? run.error : undefined;
      logger.error({ err: error, turnId: turn.turnId, code: failure }, 'a turn failed');
    }
    const outcome =
      run.type === 'outcome'
        ? run.outcome
        : await inCustomersScript(failedOutcome(turn, input.fallbackLanguage, input.dialogue, { error: failure }));
    const status = failure ? 'failed' : 'done';
    const pendingConfirmationId = input.pendingConfirmation?.id ?? null;
    const result = await store(turn, { outcome, status, errorCode: failure, totalMs, pendingConfirmationId });
    if (!result) return drop(turn, outcome, totalMs);
    if (failure) tell(turn, result);
    else {
      if (result.status !== 'bot') turn.emit({ type: 'status', status: result.status });
      turn.finish(result);
    }
    const { route, engine, degraded } = result;
    report({ route, engine, degraded, status, errorCode: failure, firstTokenMs: outcome.firstTokenMs, totalMs });
  };

  const attempt = async (turn: LiveTurn): Promise<'done' | 'blocked'> => {
    const watch = watchForPerson({ db, signals, conversationId: turn.conversationId });
    try {
      const begun = await beginTurn(pool, turn, { owner, ms: limits.leaseMs });
      if (!begun) {
        const stored = await findTurn(db, turn.turnId);
        if (stored && !stored.result) return 'blocked';
        if (stored?.result) tell(turn, stored.result);
        else turn.fail('turn_unfinished', unfinished());
        return 'done';
      }
      if (begun.status !== 'bot') {
        await drop(turn, undefined, 0);
        return 'done';
      }
      const { attempt: count } = begun.input;
      if (turn.buffer.hasText) turn.emit({ type: 'reset' });
      const run: RunEnd =
        count > limits.attempts
          ? { type: 'error', error: new AttemptsUsedUp(), totalMs: 0 }
          : await runTurn(turn, begun, { ...options, turnMs: limits.turnMs, taken: watch.taken });
      await end(turn, begun, run);
      // Only now that the outcome is stored may its journal go; a turn that another process goes on with needs it.
      if (run.type !== 'closing' && run.type !== 'lease_lost' && keepsJournal(begun.input)) {
        await runner
          .forget(turn.turnId)
          .catch((error: unknown) => logger.warn({ err: error }, 'journal not forgotten'));
      }
      return 'done';
    } finally {
      watch.close();
    }
  };

  return async (turn) => {
    try {
      const state = await attempt(turn);
      failingSince.delete(turn);
      return state;
    } catch (error) {
      logger.error({ err: error, turnId: turn.turnId }, 'a turn could not be run or stored; trying again');
      const since = failingSince.get(turn) ?? performance.now();
      failingSince.set(turn, since);
      if (performance.now() - since < limits.turnMs) return 'blocked';
      // The message is safe: recovery takes it up when the database is back.
      turn.fail('turn_unfinished', unfinished());
      return 'done';
    }
  };
}

class AttemptsUsedUp extends AppError {
  constructor() {
    super({ code: 'attempts_used_up', status: 500, message: 'Every try at this turn was broken off.' });
  }
}

const errorCode = (run: Exclude<RunEnd, { type: 'outcome' }>): string => {
  if (run.type !== 'error') return run.type;
  return run.error instanceof AppError ? run.error.code : 'internal';
};
