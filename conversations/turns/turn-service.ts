import { randomUUID } from 'node:crypto';
import { AppError, notFound } from '../../config/errors.ts';
import type { Logger } from '../../config/logger.ts';
import type { TurnRunner } from '../../graph/ports.ts';
import { asksBack } from '../../graph/repair/asks-back.ts';
import type { TurnResult } from '../../graph/turn-result.ts';
import { inForeground } from '../../knowledge/breather.ts';
import type { DatabaseHandle } from '../../stores/database.ts';
import type { Notifications } from '../../stores/notifications.ts';
import type { ProposalSettler } from '../desk/changes/settle-proposal.ts';
import type { CustomerHandoff } from '../handoff/customer-handoff.ts';
import type { TurnHandle, TurnService } from '../ports.ts';
import { alreadySettled, type Settlement, settlementMessage } from '../settlement-message.ts';
import { createConversationSignals } from '../signals.ts';
import { createLiveTurn, type LiveTurn, type OpenTurn } from './live-turn.ts';
import { createLiveTurns } from './live-turns.ts';
import { type AdmissionRequest, admit, checkRequest } from './turn-admission.ts';
import { createFollowTurn, unfinished } from './turn-follow.ts';
import { liveHandle, resultHandle } from './turn-handle.ts';
import { createTurnLeases } from './turn-leases.ts';
import { TURN_LIMITS, type TurnLimits } from './turn-limits.ts';
import { findCurrent, findResent, type StoredTurn, silentResult } from './turn-lookup.ts';
import { createTurnQueue } from './turn-queue.ts';
import { createTurnRecovery } from './turn-recovery.ts';
import { createTurnStep, type TurnSummary } from './turn-step.ts';

export interface TurnServiceOptions {
  database: DatabaseHandle;
  runner: TurnRunner;
  notifications: Notifications;
  logger: Logger;
  limits?: Partial<TurnLimits>;
  /** No other process uses this database, so a crashed one's turns are taken up at once; without it, after their leases. */
  alone?: boolean;
  /** Takes a customer who waits for a person out of the queue when their message asks for just that. */
  leaveQueue: CustomerHandoff['cancel'];
  /** Settles what agents proposed while a person has the conversation; without it only the bot's changes are settled. */
  proposals?: ProposalSettler;
  /** Called once for each turn that this process ended. */
  onTurn?: (summary: TurnSummary) => void;
}

export interface RunningTurnService extends TurnService {
  /** A press of a confirmation's button: a turn of its own, once. */
  settle(settlement: Settlement): Promise<TurnResult>;
  /** Takes up the turns of crashed processes; also done at the start and in regular rounds. */
  recover(): Promise<number>;
  /** Turns that wait or run in this process. */
  depth(): number;
}

/** The way of a message: admitted and stored, queued behind the conversation's others, run, its outcome stored. */
export function createTurnService(options: TurnServiceOptions): RunningTurnService {
  const { database, logger, runner, onTurn } = options;
  const { db, pool } = database;
  const limits = { ...TURN_LIMITS, ...options.limits };
  const owner = randomUUID();
  const closing = new AbortController();
  let closed = false;

  const signals = createConversationSignals(options.notifications, (conversationId) => queue.wake(conversationId));
  const live = createLiveTurns(limits);
  const leases = createTurnLeases({ pool, owner, limits, logger });
  const follow = createFollowTurn({ db, signals, limits, signal: closing.signal });
  const run = createTurnStep({
    database,
    runner,
    signals,
    leases,
    follow,
    limits,
    logger,
    onTurn,
    owner,
    closing: closing.signal,
  });
  const queue = createTurnQueue<LiveTurn>({ limits, run: (turn) => inForeground(() => run(turn)) });

  const takeUp = (turn: OpenTurn): boolean => {
    if (closed || queue.holds(turn)) return false;
    try {
      const place = queue.reserve(turn.conversationId);
      const taken = createLiveTurn(turn);
      live.add(taken);
      place.enqueue(taken);
      return true;
    } catch {
      return false;
    }
  };
  const recovery = createTurnRecovery({ pool, limits, owner, alone: options.alone ?? false, logger, takeUp });

  const handleOf = (stored: StoredTurn): TurnHandle => {
    const known = stored.turnId === null ? undefined : live.get(stored.turnId);
    if (known) return liveHandle(known);
    if (stored.result) return resultHandle(stored, Promise.resolve(stored.result));
    if (stored.turnId === null) throw notFound('turn');
    return resultHandle(stored, follow({ turnId: stored.turnId, conversationId: stored.conversationId }));
  };

  /** The turn's handle, and whether the message had been stored before. */
  const take = async (request: AdmissionRequest): Promise<{ handle: TurnHandle; repeated: boolean }> => {
    if (closed) throw shuttingDown();
    // What is asked of the bot by a customer who takes the wish for a person back is a turn of its own.
    if (request.conversationId && asksBack(request.text)?.rest)
      await options.leaveQueue(request.caller, request.conversationId).catch(notWaiting);
    const place = queue.reserve(request.conversationId);
    const admission = await admit(pool, request).catch((error: unknown) => {
      place.cancel();
      throw error;
    });
    if ('repeated' in admission) {
      place.cancel();
      const { conversationId, clientId } = admission.repeated;
      const stored = await findResent(db, request.caller, conversationId, clientId);
      if (!stored) throw notFound('conversation');
      return { handle: handleOf(stored), repeated: true };
    }
    if (admission.status !== 'bot') {
      place.cancel();
      const { conversationId, status, language } = admission;
      const result = silentResult({ conversationId, status, language });
      if (status === 'waiting' && asksBack(request.text)) {
        const left = await options.leaveQueue(request.caller, conversationId).catch(stillWaiting);
        if (left?.status === 'bot') Object.assign(result, { status: 'bot', text: left.text ?? '' });
      }
      if (status === 'human') {
        const { caller, text } = request;
        const told = await options.proposals?.hear({ caller, conversationId, seq: admission.seq, text });
        if (told !== undefined) result.text = told;
      }
      return { handle: resultHandle(admission, Promise.resolve(result)), repeated: false };
    }
    const turn = createLiveTurn(admission, request.caller);
    if (closed) {
      place.cancel();
      turn.fail('turn_unfinished', unfinished());
    } else {
      live.add(turn);
      if (queue.size(turn.conversationId) > 0) turn.emit({ type: 'status', status: 'queued' });
      place.enqueue(turn);
    }
    return { handle: liveHandle(turn), repeated: false };
  };

  return {
    async submit(request) {
      return (await take(checkRequest(request))).handle;
    },

    async settle(settlement) {
      const withPerson = await options.proposals?.press(settlement);
      if (withPerson) return withPerson;
      const { handle, repeated } = await take(await settlementMessage(db, settlement));
      if (repeated) throw alreadySettled();
      return handle.result;
    },

    async current(caller, conversationId) {
      const own = await db
        .selectFrom('conversations')
        .select('id')
        .where('id', '=', conversationId)
        .where('owner_kind', '=', caller.kind)
        .where('owner_id', '=', caller.id)
        .executeTakeFirst();
      if (!own) throw notFound('conversation');
      const stored = await findCurrent(db, conversationId);
      return stored && handleOf(stored);
    },

    recover: recovery.recover,
    depth: queue.total,

    async close(graceMs) {
      if (closed) return;
      closed = true;
      await recovery.stop();
      const grace = setTimeout(() => closing.abort(), graceMs);
      await queue.stop();
      clearTimeout(grace);
      closing.abort();
      for (const turn of live.open()) turn.fail('turn_unfinished', unfinished());
      leases.close();
      signals.close();
      live.clear();
    },
  };
}

/** An agent was faster: the message is theirs to read. */
const stillWaiting = (error: unknown): undefined => {
  if (error instanceof AppError && error.status === 409) return undefined;
  throw error;
};

/** Also of a conversation that only begins: its admission tells. */
const notWaiting = (error: unknown): undefined => {
  if (error instanceof AppError && error.status === 404) return undefined;
  return stillWaiting(error);
};

const shuttingDown = (): AppError =>
  new AppError({
    code: 'shutting_down',
    status: 503,
    message: 'The service is restarting. Please try again in a moment.',
    retryable: true,
    retryAfter: 2,
  });
