import { PostgresSaver } from '@langchain/langgraph-checkpoint-postgres';
import type pg from 'pg';
import { AppError } from '../config/errors.ts';
import { readDialogue } from './dialogue.ts';
import type { Engine } from './engines/engine.ts';
import { compileGraph, type GraphDeps } from './graph.ts';
import { keepsJournal, type TurnInput, type TurnOutcome, type TurnRunner } from './ports.ts';
import { scopeFromContext, type TraceEntry, type TurnScope } from './scope.ts';
import { createSpeaker } from './speaker.ts';
import type { Part, State } from './state.ts';
import type { TurnEvent } from './turn-events.ts';

/** Steps of a turn: understand, branches, reply; more would be a loop. */
const RECURSION_LIMIT = 10;

/** Schema of the checkpoint tables, apart from the shop's own. */
const CHECKPOINT_SCHEMA = 'langgraph';

/**
 * Runs turns. A turn that only reads runs without checkpoints: after a crash it is run again from its stored message.
 * A turn that may write (a change waits for the customer's yes) keeps a journal in PostgreSQL, thread = turn, goes on
 * where it was broken off; the journal is dropped when the outcome is stored.
 */
export async function createTurnRunner(
  deps: Omit<GraphDeps, 'scopeOf'> & { engine: Engine; pool: pg.Pool },
): Promise<TurnRunner> {
  const checkpointer = new PostgresSaver(deps.pool, undefined, { schema: CHECKPOINT_SCHEMA });
  await checkpointer.setup();
  const graphDeps: GraphDeps = { ...deps, scopeOf: scopeFromContext };
  const reading = compileGraph(graphDeps);
  const writing = compileGraph(graphDeps, checkpointer);

  return {
    async run(input, { emit, signal }) {
      const started = performance.now();
      const scope = openScope(input, { engine: deps.engine, emit, signal });
      const start = {
        text: input.text,
        dialogue: input.dialogue,
        settlement: input.settlement,
        messages: [],
        parts: null,
      };
      const config = { context: { turn: scope }, signal, recursionLimit: RECURSION_LIMIT };
      if (!keepsJournal(input)) return outcomeOf(input, await reading.invoke(start, config), scope, started);

      const journal = { ...config, configurable: { thread_id: input.turnId }, durability: 'sync' as const };
      const left = input.attempt > 1 ? await writing.getState(journal) : undefined;
      // It had come to its end and only its outcome was not stored.
      if (left?.values.result) return outcomeOf(input, left.values, scope, started);
      const resumes = left !== undefined && left.next.length > 0;
      return outcomeOf(input, await writing.invoke(resumes ? null : start, journal), scope, started);
    },
    forget: (turnId) => checkpointer.deleteThread(turnId),
  };
}

function openScope(
  input: TurnInput,
  run: { engine: Engine; emit: (event: TurnEvent) => void; signal: AbortSignal },
): TurnScope {
  const trace: TraceEntry[] = [];
  return {
    conversationId: input.conversationId,
    replyId: input.replyId,
    caller: input.caller,
    fallbackLanguage: input.fallbackLanguage,
    page: input.page,
    history: historyOf(input),
    pendingConfirmation: input.pendingConfirmation,
    mayWrite: true,
    session: run.engine.open({
      signal: run.signal,
      turnId: input.turnId,
      onModelCall: (call) => trace.push({ step: 'model', atMs: performance.now(), data: call }),
    }),
    speaker: createSpeaker(run.emit),
    emit: run.emit,
    now: new Date(),
    signal: run.signal,
    trace,
  };
}

/** The lines before, and what the agent who had the conversation wants the bot to know. */
function historyOf({ history, dialogue }: TurnInput): TurnInput['history'] {
  const { learned } = readDialogue(dialogue);
  return learned ? [...history, { author: 'agent', text: learned }] : history;
}

/** A plain yes to its question must not carry out an older change. */
const asksOfChange = ({ confirmation, dialogue }: Part): boolean =>
  confirmation === null && dialogue.askedSlot !== undefined && Boolean(dialogue.draft);

function outcomeOf(input: TurnInput, state: State, scope: TurnScope, started: number): TurnOutcome {
  const { result, parts } = state;
  if (!result)
    throw new AppError({ code: 'turn_without_reply', status: 500, message: 'The turn ended without a reply.' });
  const proposed = parts.find((part) => part.confirmation !== null)?.confirmation ?? null;
  return {
    result,
    dialogue: state.dialogue,
    handoff: parts.find((part) => part.handoff !== null)?.handoff ?? null,
    confirmation: proposed && { ...proposed, customerId: input.caller.id, expiresAt: new Date(proposed.expiresAt) },
    endsConfirmation: parts.some(asksOfChange),
    unanswered: parts.find((part) => part.unanswered !== null)?.unanswered ?? null,
    firstTokenMs: scope.speaker.firstTokenMs(),
    usage: scope.session.usage,
    trace: scope.trace.map((entry) => ({ ...entry, atMs: Math.round((entry.atMs - started) * 10) / 10 })),
  };
}
