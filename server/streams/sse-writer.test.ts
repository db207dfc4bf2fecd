import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { TurnEvent } from '../../graph/turn-events.ts';
import { scriptedTurn, turnResult } from '../testing/scripted-turn.ts';
import { asVisitor, createTestApp, listen } from '../testing/test-app.ts';

let app: Awaited<ReturnType<typeof createTestApp>>;
afterEach(() => app.close());

async function openStream(
  turn: ReturnType<typeof scriptedTurn>,
  limits: { heartbeatMs?: number; stallMs?: number } = {},
) {
  app = await createTestApp({ turns: { submit: async () => turn }, rest: { limits } });
  const base = await listen(app);
  const { authorization } = await asVisitor();
  const headers = { authorization, accept: 'text/event-stream', 'content-type': 'application/json' };
  return {
    base,
    authorization,
    open: () => fetch(`${base}/api/chat`, { method: 'POST', headers, body: '{"text":"hi"}' }),
  };
}

const openStreams = async () =>
  Number(/kefu_open_streams (\d+)/.exec((await app.inject({ url: '/metrics' })).body)?.[1]);

describe('streams of server-sent events', () => {
  it('beat while nothing happens', async () => {
    const turn = scriptedTurn({ held: true });
    const { open } = await openStream(turn, { heartbeatMs: 10 });
    const reader = (await open()).body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe(': alive\n\n');
    await reader?.cancel();
  });

  it('let go of the turn when the client leaves, and the turn goes on', async () => {
    const turn = scriptedTurn({ held: true });
    const { open } = await openStream(turn);
    const response = await open();
    await expect.poll(() => turn.listeners()).toBe(1);
    expect(await openStreams()).toBe(1);
    await response.body?.cancel();
    await expect.poll(() => turn.listeners()).toBe(0);
    expect(await openStreams()).toBe(0);
    turn.release(99);
    await expect(turn.result).resolves.toEqual(turnResult());
  });

  it('cut off a client that does not read, without holding more than its socket’s buffer', async () => {
    let told = 0;
    const piece: TurnEvent = { type: 'delta', text: 'x'.repeat(100_000) };
    const events = new Proxy<TurnEvent[]>(
      Array.from({ length: 2_000 }, () => piece),
      {
        get(target, property, receiver) {
          if (typeof property === 'string' && /^\d+$/.test(property)) told += 1;
          return Reflect.get(target, property, receiver);
        },
      },
    );
    const turn = scriptedTurn({ events });
    const { base, authorization } = await openStream(turn, { stallMs: 200 });
    const socket = connect(Number(new URL(base).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      `POST /api/chat HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\nAccept: text/event-stream\r\n` +
        'Content-Type: application/json\r\nContent-Length: 13\r\n\r\n{"text":"hi"}',
    );
    socket.pause();
    await expect.poll(() => turn.listeners()).toBe(1);
    await expect.poll(() => turn.listeners(), { timeout: 3_000 }).toBe(0);
    // Kernel buffers take some megabytes; 200 MB of events were waiting.
    expect(told).toBeLessThan(300);
    socket.destroy();
  });
});

describe('shutting down', () => {
  it('ends open streams with a retry hint and closes at once', async () => {
    const { open } = await openStream(scriptedTurn({ held: true }));
    const bodies = await Promise.all([open(), open(), open()]);
    const start = performance.now();
    const closed = app.close();
    for (const response of bodies) expect(await response.text()).toContain('retry: 1000\n\n');
    await closed;
    expect(performance.now() - start).toBeLessThan(1_500);
  });

  it('waits for answers under way', async () => {
    const turn = scriptedTurn({ held: true });
    const { base, authorization } = await openStream(turn);
    const headers = { authorization, 'content-type': 'application/json' };
    const answer = fetch(`${base}/api/chat`, { method: 'POST', headers, body: '{"text":"hi"}' });
    await pause(100);
    const start = performance.now();
    const closed = app.close();
    turn.release(99);
    expect((await answer).status).toBe(200);
    await closed;
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it('does not wait for connections on which nothing was asked', async () => {
    const { base } = await openStream(scriptedTurn());
    const socket = connect(Number(new URL(base).port), '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    await pause(50);
    const start = performance.now();
    await app.close();
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});
