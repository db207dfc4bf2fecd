import { describe, expect, it } from 'vitest';
import { aDialogue, aHit, recordingWriter, startModelTurns } from '../../../testing/models/scripted-model-turn.ts';

describe('a turn', () => {
  it('makes two calls at most', async () => {
    const { model, open } = await startModelTurns();
    const session = open();
    await session.understand({ text: 'Can I return it?', dialogue: aDialogue, history: [] });
    await session.writeAnswer(
      { question: 'Can I return it?', hits: [aHit()], language: 'en', history: [] },
      recordingWriter(),
    );
    const writer = recordingWriter();
    await session.phrase({ question: '', draft: 'A draft.', facts: '', language: 'en', history: [] }, writer);
    expect(writer.text()).toBe('A draft.');
    expect(model.requests).toHaveLength(2);
    expect(session).toMatchObject({ name: 'scripted-model', degraded: false });
  });

  it('summarises from the conversation, and refuses numbers that are not in it', async () => {
    const history = [{ author: 'customer' as const, text: 'My parcel of BK-10012 is late.' }];
    const good = await startModelTurns({ script: [{ text: 'The parcel of BK-10012 is late.' }] });
    expect(await good.open().summarise({ history, language: 'en' })).toBe('The parcel of BK-10012 is late.');
    const bad = await startModelTurns({ script: [{ text: 'The parcel of BK-66666 is late.' }] });
    expect(await bad.open().summarise({ history, language: 'en' })).toBe('The local summary.');
  });
});
