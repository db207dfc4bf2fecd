import { expect, it } from 'vitest';
import { slotsSchema, type UnderstoodRequest } from '../../../understanding/types.ts';
import { readDialogue } from '../../dialogue.ts';
import { questionMeant } from './question-meant.ts';

const request = (text: string, intent = 'product_question'): UnderstoodRequest => ({
  text,
  intent,
  route: 'knowledge',
  confidence: 0.8,
  slots: slotsSchema.parse({}),
  isQuestion: true,
  alternatives: [],
});
const meant = (
  asked: UnderstoodRequest,
  evidence: Record<string, number>,
  rest: { dialogue?: Record<string, unknown>; productName?: string } = {},
) =>
  questionMeant({
    request: asked,
    dialogue: readDialogue(rest.dialogue ?? {}),
    language: 'en',
    productName: rest.productName,
    evidenceOf: async (question) => evidence[question] ?? 0,
  });
const after = {
  dialogue: { lastRoute: 'knowledge', lastIntent: 'product_question', lastQuestion: 'how do I prune roses' },
};

it('joins a follow-up with the last question unless the documents know its own topic better', async () => {
  const joined = 'how do I prune roses and lavender';
  expect(await meant(request('and lavender'), { [joined]: 0.8, 'and lavender': 0.9 }, after)).toBe(joined);
  expect(await meant(request('and lavender'), { [joined]: 0.4, 'and lavender': 0.9 }, after)).toBe('and lavender');
});

it('asks of the product in view, and of the change that waits, where that is answered', async () => {
  const warranty = request('does it have a guarantee', 'warranty_question');
  const named = 'does it have a guarantee Oak Planter';
  const inView = { productName: 'Oak Planter' };
  expect(await meant(warranty, { [warranty.text]: 0.5, [named]: 0.9 }, inView)).toBe(named);
  expect(await meant(warranty, { [warranty.text]: 0.9, [named]: 0.9 }, inView)).toBe(warranty.text);
  const open = { dialogue: { open: { intent: 'return_request', question: 'Confirm?' } } };
  expect(await meant(request('who pays postage'), { 'return who pays postage': 0.8 }, open)).toBe(
    'return who pays postage',
  );
});

it('asks of delivery what asks how long to a place, unless the documents know that better as it was put', async () => {
  const zones = request('how long to Norway');
  const delivery = 'how long does delivery take to Norway';
  expect(await meant(zones, { [zones.text]: 0.7, [delivery]: 0.9 })).toBe(delivery);
  expect(await meant(zones, { [zones.text]: 0.9, [delivery]: 0.4 })).toBe(zones.text);
});
