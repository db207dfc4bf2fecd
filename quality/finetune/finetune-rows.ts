import { badRequest } from '../../config/errors.ts';
import { createRouter } from '../../graph/engines/openai/route.ts';
import type { Language } from '../../stores/schema.ts';
import type { IntentCatalogue } from '../../understanding/intents.ts';
import { isHeldBack } from '../datasets/dataset-rows.ts';
import { type ChatTask, chatLine } from '../labels/chat-lines.ts';
import type { LabelLine } from '../labels/label-schema.ts';
import { maskLine } from '../labels/mask-line.ts';

/** OpenAI wants ten examples at least. */
const LEAST = 10;

/** Training and validation lines of the chat format, masked; what is held back is validated on and never trained on. */
export function fineTuneRows(
  lines: ReadonlyArray<LabelLine & { language: Language }>,
  task: ChatTask,
  catalogue: IntentCatalogue,
): { training: string; validation: string; count: { training: number; validation: number } } {
  const { prompt } = createRouter(catalogue);
  const split = { training: [] as string[], validation: [] as string[] };
  const learnt = new Set(catalogue.intents.map(({ id }) => id));
  for (const line of lines) {
    // The router knows the catalogue's intents alone.
    if (task === 'router' && !line.requests.every(({ intent }) => learnt.has(intent))) continue;
    const masked = { ...maskLine(line), language: line.language };
    // A writer that is shown replies without passages learns to make things up.
    if (task === 'writer' && !masked.passages?.length) continue;
    const row = chatLine(masked, task, prompt);
    if (!row) continue;
    const held = masked.requests.some(({ text }) => isHeldBack(text));
    split[held ? 'validation' : 'training'].push(`${JSON.stringify(row)}\n`);
  }
  if (split.training.length < LEAST)
    throw badRequest(
      'too_few_examples',
      `Fine-tuning wants ${LEAST} examples at least; there are ${split.training.length}.`,
    );
  return {
    training: split.training.join(''),
    validation: split.validation.join(''),
    count: { training: split.training.length, validation: split.validation.length },
  };
}
