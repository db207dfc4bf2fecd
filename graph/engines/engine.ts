import type { StructuredToolInterface } from '@langchain/core/tools';
import type { Hit } from '../../knowledge/types.ts';
import type { Language } from '../../stores/schema.ts';
import type { DialogueContext, Understanding, UnderstoodRequest } from '../../understanding/types.ts';
import type { Citation } from '../turn-result.ts';
import type { TurnUsage } from './openai/budget.ts';
import type { ModelCall } from './openai/watched-upstream.ts';

/** A line of the conversation so far, oldest first. */
export interface HistoryLine {
  author: 'customer' | 'bot' | 'agent';
  text: string;
}

/** Where a reply's text goes while it is written. `reset` voids what was written so far. */
export interface ReplyWriter {
  delta(text: string): void;
  reset(): void;
}

/** A tool call that an engine asks for; arguments are checked by the tool's own schema before anything runs. */
export interface PlannedToolCall {
  name: string;
  args: Record<string, unknown>;
}

export interface WrittenAnswer {
  text: string;
  citations: Citation[];
  /** False: the passages do not answer the question, and text says so or is empty. */
  answered: boolean;
}

/**
 * One turn's use of an engine. The local engine and the model engine implement it; nothing else in the graph
 * knows which of them is at work. Every method ends when the session's signal aborts.
 */
export interface EngineSession {
  /** What answered so far: 'local', or the model's name once it contributed. */
  readonly name: string;
  /** True once the model upstream failed in this turn and the local engine took over. */
  readonly degraded: boolean;
  /** What it cost at the model so far; undefined: there is none. */
  readonly usage?: TurnUsage | undefined;
  understand(input: { text: string; dialogue: DialogueContext; history: HistoryLine[] }): Promise<Understanding>;
  /** Chooses among the tools that this turn allows; may be empty. */
  planTools(input: {
    request: UnderstoodRequest;
    tools: StructuredToolInterface[];
    /** What the local rules would call: the fallback, and a hint. */
    suggested: PlannedToolCall[];
    history: HistoryLine[];
    language: Language;
  }): Promise<PlannedToolCall[]>;
  /** Writes from the passages alone, each claim with its [n] marker and citation. */
  writeAnswer(
    input: { question: string; hits: Hit[]; language: Language; history: HistoryLine[] },
    writer: ReplyWriter,
  ): Promise<WrittenAnswer>;
  /** Says `draft` in better words; every number, date and id in the result must stand in draft or facts. */
  phrase(
    input: { question: string; draft: string; facts: string; language: Language; history: HistoryLine[] },
    writer: ReplyWriter,
  ): Promise<string>;
  /** For the person who takes over: what the customer wants and what was tried, in a few sentences. */
  summarise(input: { history: HistoryLine[]; language: Language }): Promise<string>;
}

export interface SessionOptions {
  signal: AbortSignal;
  /** Names the turn to those who watch the engine at work. */
  turnId?: string;
  /** Told of each call to a model when it has ended. */
  onModelCall?: (call: ModelCall) => void;
}

/** Opens a session for each turn. */
export interface Engine {
  readonly name: string;
  open(options: SessionOptions): EngineSession;
}
