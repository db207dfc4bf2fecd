import { expect, it } from 'vitest';
import { slotsSchema, type UnderstoodRequest } from '../../../understanding/types.ts';
import { readDialogue } from '../../dialogue.ts';
import { ofFaultyThingBefore } from './fault-told-before.ts';

const kettles = { products: [], categories: [{ category: 'Kettles', productIds: ['k'], score: 1 }] };
const meant = (text: string, dialogue: Record<string, unknown>, over: Partial<UnderstoodRequest> = {}) =>
  ofFaultyThingBefore(
    {
      request: {
        ...{ text, intent: 'troubleshooting', route: 'knowledge', confidence: 1, isQuestion: false, alternatives: [] },
        slots: slotsSchema.parse({}),
        ...over,
      },
      dialogue: readDialogue(dialogue),
      language: 'en',
    },
    {
      findGoods: (said) => (said.includes('kettle') ? kettles : { products: [], categories: [] }),
      products: { byIds: async () => [] },
    },
  );
const before = { lastQuestion: 'my kettle is broken', lastIntent: 'damaged_or_wrong_item' };

it('a symptom is of the thing whose fault was told before', async () => {
  expect(await meant("it doesn't heat", before)).toMatchObject({
    text: "Kettles it doesn't heat",
    slots: { categories: kettles.categories },
  });
});

it('is of none where another thing is named, or no fault was told', async () => {
  const named = slotsSchema.parse({ categories: [{ category: 'Fans', productIds: ['f'], score: 1 }] });
  expect(await meant('the fan hums', before, { slots: named })).toBeUndefined();
  expect(await meant("it doesn't heat", { ...before, lastIntent: 'price_question' })).toBeUndefined();
  expect(await meant("it doesn't heat", { ...before, lastQuestion: 'it is broken' })).toBeUndefined();
});
