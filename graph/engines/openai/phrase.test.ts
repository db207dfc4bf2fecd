import { describe, expect, it } from 'vitest';
import { recordingWriter, startModelTurns } from '../../../testing/models/scripted-model-turn.ts';

describe('phrase', () => {
  const draft = 'Order BK-10012, placed 20 Nov 2026, is shipped. Total ¥399.';
  const input = {
    question: 'Where is it?',
    draft,
    facts: '{"id":"BK-10012","total":399}',
    language: 'en' as const,
    history: [],
  };
  const phrase = async (text: string) => {
    const { open } = await startModelTurns({ script: [{ text }] });
    const session = open();
    const writer = recordingWriter();
    const said = await session.phrase(input, writer);
    expect(writer.text()).toBe(said);
    return { said, session };
  };

  it('takes other words for the same', async () => {
    const text = 'Your order BK-10012 of November 20, 2026 (total ¥399) is shipped.';
    const { said, session } = await phrase(text);
    expect(said).toBe(text);
    expect(session.name).toBe('scripted-model');
  });

  it.each([
    ['loses the order number', 'Your order of 20 Nov 2026 is shipped. The total is ¥399.'],
    ['changes the order number', 'Your order BK-10013, placed 20 Nov 2026, is shipped. Total ¥399.'],
    ['changes the amount', 'Order BK-10012, placed 20 Nov 2026, is shipped. Total ¥39.'],
    ['changes the date', 'Order BK-10012, placed 21 Nov 2026, is shipped. Total ¥399.'],
  ])('says the draft when the model %s', async (_, text) => {
    const { said, session } = await phrase(text);
    expect(said).toBe(draft);
    expect(session.name).toBe('local');
  });

  it('leaves out a promise that the draft does not make', async () => {
    const { said } = await phrase(`${draft} We will send you a gift voucher as an apology.`);
    expect(said).toBe(draft);
  });
});
