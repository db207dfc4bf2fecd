import type { Language } from '../../stores/schema.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import type { FieldChangeView } from '../turn-result.ts';

/**
 * The question whether to make a change, in words that say all of it and how to answer: who sees no card must read
 * the new address, the fee and the refund too before saying yes. Its lines are a Markdown list.
 */
export function confirmQuestion(
  { summary, changes }: { summary: string; changes: readonly FieldChangeView[] },
  language: Language,
): string {
  const { confirmAsk, confirmHow, changeLine } = phrasesIn(language);
  if (changes.length === 0) return `${confirmAsk(summary)}${language === 'zh' ? '。' : '. '}${confirmHow}`;
  const lines = changes.map(({ field, from, to }) => `- ${changeLine(field, from, to)}`);
  return [confirmAsk(summary), lines.join('\n'), confirmHow].join('\n\n');
}
