import { expect, it } from 'vitest';
import type { Hit, Retriever } from '../../knowledge/types.ts';
import { slotsSchema, type UnderstoodRequest } from '../../understanding/types.ts';
import { readDialogue } from '../dialogue.ts';
import { leanOnLast } from './lean-on-last.ts';

const request = (text: string): UnderstoodRequest => ({
  text,
  intent: 'account_question',
  route: 'knowledge',
  confidence: 0.8,
  slots: slotsSchema.parse({}),
  isQuestion: true,
  alternatives: [],
});
const telling = (text: string): Retriever => ({
  search: async () => ({
    hits: [{ title: 'Points', heading: null, text, language: 'zh', evidence: 0.9 } as unknown as Hit],
    evidence: 0.9,
    degraded: false,
  }),
});
const leans = async (text: string, passage: string, lastQuestion: string | undefined = '积分怎么算') =>
  (await leanOnLast(
    telling(passage),
    { request: request(text), dialogue: readDialogue({ lastRoute: 'knowledge', lastQuestion }), language: 'zh' },
    new AbortController().signal,
  )) !== undefined;

it('asks a short question of what was told just now, where that passage speaks of it', async () => {
  expect(await leans('会过期吗', '积分一年后过期。')).toBe(true);
  expect(await leans('能退货吗', '积分一年后过期。')).toBe(false);
});
