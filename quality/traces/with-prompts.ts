import { z } from 'zod';
import type { HistoryLine } from '../../graph/engines/engine.ts';
import { filledPrompt } from '../../graph/prompts/kept-prompt.ts';
import { fenced, fencedHistory, promptNameSchema } from '../../graph/prompts/prompts.ts';

const callSchema = z.looseObject({
  step: z.literal('model'),
  data: z.looseObject({
    purpose: promptNameSchema,
    messages: z.array(z.looseObject({ role: z.string(), text: z.string() })),
    passages: z.array(z.string()).catch([]),
  }),
});

/** What is still there of what the prompts held. */
export interface PromptSources {
  passage(id: string): string | undefined;
  /** Before the message, oldest first. */
  history: HistoryLine[];
  /** The message itself. */
  asked: string;
}

/** The trace with its prompts made whole: passages and lines of the talk, which a trace never keeps. */
export const withPrompts = (trace: unknown[], { passage, history, asked }: PromptSources): unknown[] =>
  trace.map((step) => {
    const call = callSchema.safeParse(step).data;
    if (!call) return step;
    const { purpose, passages } = call.data;
    // A note for the person who takes over tells of the message too.
    const lines = purpose === 'summarise' ? [...history, { author: 'customer' as const, text: asked }] : history;
    const known = {
      passage: (number: number) => {
        const text = passage(passages[number - 1] ?? '');
        return text === undefined ? undefined : fenced('passage', text, ` n="${number}"`);
      },
      history: fencedHistory(lines, purpose).trim() || undefined,
    };
    const messages = call.data.messages.map((one) => ({ ...one, text: filledPrompt(one.text, known) }));
    return { ...call, data: { ...call.data, messages } };
  });
