import type { HistoryLine } from '../../graph/engines/engine.ts';
import { passage } from '../../graph/engines/openai/answer.ts';
import { fenced, fencedHistory, systemPrompt } from '../../graph/prompts/prompts.ts';
import type { Language } from '../../stores/schema.ts';
import type { LabelLine } from './label-schema.ts';

/** What a fine-tuned model is to learn: to route messages, or to write replies. */
export type ChatTask = 'router' | 'writer';

interface ChatMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** A label in OpenAI's fine-tuning chat format, prompts as the model engine sends them. Undefined: no reply to learn. */
export function chatLine(
  line: LabelLine & { language: Language },
  task: ChatTask,
  routePrompt: string,
): { messages: ChatMessage[] } | undefined {
  const history = fencedHistory((line.history ?? []) satisfies HistoryLine[], task === 'router' ? 'route' : 'answer');
  if (task === 'router') {
    const requests = line.requests.map(({ text, intent }) => ({ text, intent }));
    return {
      messages: [
        { role: 'system', content: routePrompt },
        { role: 'user', content: `${history}${fenced('message', line.text)}` },
        { role: 'assistant', content: JSON.stringify({ requests }) },
      ],
    };
  }
  if (!line.reply) return undefined;
  const passages = line.passages?.length ? `${line.passages.map(passage).join('\n')}\n\n` : '';
  return {
    messages: [
      { role: 'system', content: systemPrompt('answer', { language: line.language }) },
      { role: 'user', content: `${passages}${history}${fenced('question', line.text)}` },
      { role: 'assistant', content: line.reply },
    ],
  };
}
