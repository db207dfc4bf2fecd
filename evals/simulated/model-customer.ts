import OpenAI from 'openai';
import type { ModelEndpoint } from '../../config/model-settings.ts';
import type { Reply } from '../harness/shop-target.ts';
import type { SimCustomer } from './customer.ts';
import type { SimGoal } from './sim-goal.ts';
import { type Mistake, PATIENCE, type Temperament } from './words.ts';

const LEAVES = '###STOP###';
const TIMEOUT_MS = 60_000;

/** A customer played by a model behind an OpenAI-compatible server; it sees the goal, and of replies what a screen shows. */
export function createModelCustomer(input: {
  model: ModelEndpoint;
  goal: SimGoal;
  temperament: Temperament;
  mistake: Mistake;
  seed: number;
}): SimCustomer {
  const { model, goal, temperament, mistake, seed } = input;
  const client = new OpenAI({
    apiKey: model.apiKey,
    ...(model.baseUrl === undefined ? {} : { baseURL: model.baseUrl }),
    maxRetries: 1,
    timeout: TIMEOUT_MS,
  });
  const messages: OpenAI.ChatCompletionMessageParam[] = [
    { role: 'system', content: rolePlay(goal, temperament, mistake) },
  ];
  let said = 0;
  return {
    async next(reply) {
      if (said >= PATIENCE[temperament]) return undefined;
      messages.push({
        role: 'user',
        content: reply === undefined ? '(The chat opens. Write your first message.)' : shown(reply),
      });
      const answer = await client.chat.completions.create({ model: model.model, messages, seed });
      const text = answer.choices[0]?.message.content?.trim() ?? '';
      if (text === '' || text.includes(LEAVES)) return undefined;
      messages.push({ role: 'assistant', content: text });
      said += 1;
      return text;
    },
  };
}

/** A reply as a customer sees it: text, buttons, the change that waits for a yes. */
function shown({ text, quickReplies = [], confirmation }: Reply): string {
  const change = confirmation?.changes
    .map(({ field, from, to }) => `${field}: ${from ?? '—'} → ${to ?? '—'}`)
    .join('; ');
  return [
    text,
    ...(quickReplies.length > 0 ? [`[buttons: ${quickReplies.join(' | ')}]`] : []),
    ...(confirmation ? [`[to confirm: ${confirmation.summary}; ${change}]`] : []),
  ].join('\n');
}

const rolePlay = ({ language, brief, details }: SimGoal, temperament: Temperament, mistake: Mistake): string =>
  [
    `You play a customer who chats with a shop's customer service in ${language === 'zh' ? 'Chinese' : 'English'}. You are the customer, never the service.`,
    `What you want: ${brief}`,
    `What you know, and nothing else: ${JSON.stringify(details)}. Never invent numbers, names or addresses.`,
    `Your temperament: ${temperament}.${mistake === 'none' ? '' : ` Once in this chat you make this mistake, then put it right: ${mistake}.`}`,
    'Write one short message at a time. Say yes only to exactly what you want; say no to anything else.',
    `When you have what you want, or when you give up, write ${LEAVES} and nothing else.`,
  ].join('\n');
