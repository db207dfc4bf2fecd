import { expect, it } from 'vitest';
import type { TurnEvent } from '../../graph/turn-events.ts';
import { createTurnBuffer } from './turn-buffer.ts';
import { silentResult } from './turn-lookup.ts';

const finish: TurnEvent = {
  type: 'finish',
  result: silentResult({ conversationId: 'c', status: 'human', language: 'zh' }),
};
const collect = async (buffer: ReturnType<typeof createTurnBuffer>, after = 0) => {
  const heard = [];
  for await (const event of buffer.events({ after })) heard.push(event);
  return heard;
};

it('gives a listener the rest of the text from any event on', async () => {
  const buffer = createTurnBuffer();
  buffer.append({ type: 'status', status: 'writing' });
  const pieces = ['您', '好', '，', '世', '界'];
  for (const text of pieces) buffer.append({ type: 'delta', text });
  buffer.append({ type: 'reset' });
  for (const text of pieces) buffer.append({ type: 'delta', text });
  buffer.append(finish);
  buffer.append({ type: 'delta', text: 'never heard' });
  for (let after = 0; after <= 13; after++) {
    const heard = await collect(buffer, after);
    const text = heard
      .map(({ event }) => (event.type === 'delta' ? event.text : event.type === 'reset' ? '|' : ''))
      .join('');
    expect(text).toBe(
      ` ${pieces.join('')}|${pieces.join('')}`.slice(Math.max(after, 1)).slice(0, Math.max(0, 12 - after)),
    );
    expect(heard.at(-1)?.index).toBe(after < 13 ? 13 : undefined);
  }
});

it('wakes its listeners, each at its own pace, and lets them leave', async () => {
  const buffer = createTurnBuffer();
  const leaving = new AbortController();
  const left: string[] = [];
  const leaver = (async () => {
    for await (const { event } of buffer.events({ signal: leaving.signal })) {
      left.push(event.type);
      leaving.abort();
    }
  })();
  const stayer = collect(buffer);
  buffer.append({ type: 'delta', text: 'a' });
  await leaver;
  buffer.append({ type: 'delta', text: 'b' });
  buffer.append(finish);
  expect(left).toEqual(['delta']);
  expect((await stayer).map(({ index }) => index)).toEqual([1, 2, 3]);
});
