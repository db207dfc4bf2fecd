import { afterEach, describe, expect, it } from 'vitest';
import { knowledgeEvents, scriptedTurn, turnResult } from '../testing/scripted-turn.ts';
import { asVisitor, createTestApp } from '../testing/test-app.ts';

let app: Awaited<ReturnType<typeof createTestApp>>;
afterEach(() => app.close());

interface Frame {
  id?: string;
  data: string;
}

const framesOf = (body: string): Frame[] =>
  body
    .split('\n\n')
    .filter((frame) => frame.includes('data: '))
    .map((frame) => ({ id: /^id: (.*)$/m.exec(frame)?.[1], data: /^data: (.*)$/m.exec(frame)?.[1] ?? '' }));

const textOf = (frames: Frame[]) =>
  frames.map(({ data }) => (data.includes('"text-delta"') ? JSON.parse(data).delta : '')).join('');

async function take(turn: ReturnType<typeof scriptedTurn>, lastEventId?: string) {
  app = await createTestApp({ turns: { current: async () => turn } });
  return app.inject({
    url: '/api/chat/c1/stream',
    headers: { ...(await asVisitor()), ...(lastEventId ? { 'last-event-id': lastEventId } : {}) },
  });
}

describe('taking up a stream after a cut', () => {
  it('continues exactly after every id that was sent', async () => {
    const held = scriptedTurn({ held: true });
    const whole = take(held);
    await expect.poll(() => held.listeners()).toBe(1);
    held.release(99);
    const frames = framesOf((await whole).body);
    expect(textOf(frames)).toBe(turnResult().text);
    for (const [place, frame] of frames.entries()) {
      if (frame.id === undefined) continue;
      await app.close();
      const rest = framesOf((await take(scriptedTurn(), frame.id)).body);
      expect(rest, frame.id).toEqual(frames.slice(place + 1));
    }
  });

  it('sends the rest of a turn that has finished since', async () => {
    const response = await take(scriptedTurn(), 'reply-1:5:1');
    expect(framesOf(response.body).at(-1)?.data).toBe('[DONE]');
    expect(response.body).not.toContain('"text-start"');
  });

  it('answers 204 when nothing runs and the id names no turn at hand', async () => {
    expect((await take(scriptedTurn())).statusCode).toBe(204);
    await app.close();
    expect((await take(scriptedTurn(), 'other-reply:3')).statusCode).toBe(204);
    await app.close();
    app = await createTestApp({ turns: { current: async () => undefined } });
    expect((await app.inject({ url: '/api/chat/c1/stream', headers: await asVisitor() })).statusCode).toBe(204);
  });

  it('sends a running turn whole to a garbled id', async () => {
    for (const id of ['reply-1:x', 'reply-1', ':', 'reply-1:1:2:3']) {
      const turn = scriptedTurn({ held: true, events: knowledgeEvents() });
      const whole = take(turn, id);
      await expect.poll(() => turn.listeners()).toBe(1);
      turn.release(99);
      expect(textOf(framesOf((await whole).body))).toBe(turnResult().text);
      await app.close();
    }
  });
});
