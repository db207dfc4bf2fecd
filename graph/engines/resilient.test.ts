import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { FAULTS, type Fault } from '../../testing/models/scripted-model.ts';
import {
  aDialogue,
  aHit,
  createScriptedLocal,
  LOCAL_ANSWER,
  recordingWriter,
  startModelTurns,
} from '../../testing/models/scripted-model-turn.ts';
import { createEngine } from './create-engine.ts';

const question = { question: 'Can I return a book?', hits: [aHit()], language: 'en' as const, history: [] };
const GOOD =
  'Books may be returned within 30 days of delivery.[1] E-books cannot be returned.[1] Books may be returned.[1]';
const OUTCOMES: Record<Fault, string> = {
  '429': 'rate_limited',
  '500': 'server_error',
  'hang-before-first-token': 'timeout',
  'hang-after-first-token': 'timeout',
  'cut-stream': 'connection',
  'cut-clean': 'cut',
  garbage: 'unreadable',
  html: 'cut',
  flood: 'cut',
};

describe.each(FAULTS)('upstream fault %s', (fault) => {
  /** Only a hang waits for the silence to end; the others must not be taken for one on a busy machine. */
  const timeoutMs = fault.startsWith('hang') ? 500 : 10_000;
  const midway = ['hang-after-first-token', 'cut-stream', 'cut-clean', 'garbage', 'flood'].includes(fault);

  it('ends in the local answer, marked as degraded, with nothing of the cut one left', async () => {
    const { events, open } = await startModelTurns({ script: [{ text: GOOD, fault }], timeoutMs });
    const session = open();
    const writer = recordingWriter();
    const answer = await session.writeAnswer(question, writer);
    expect(answer.text).toBe(LOCAL_ANSWER);
    expect(writer.text()).toBe(LOCAL_ANSWER);
    expect(writer.resets()).toBe(midway ? 1 : 0);
    expect(session).toMatchObject({ name: 'local', degraded: true });
    expect(events.map((event) => event.outcome)).toEqual([OUTCOMES[fault]]);
  });

  it('keeps the rest of the turn local, and costs it one silence', async () => {
    const { model, open } = await startModelTurns({ fault, timeoutMs });
    const session = open();
    const { requests } = await session.understand({ text: 'it?', dialogue: aDialogue, history: [] });
    expect(requests[0]?.intent).toBe('unclear');
    expect((await session.writeAnswer(question, recordingWriter())).text).toBe(LOCAL_ANSWER);
    expect(model.requests).toHaveLength(1);
    expect(session).toMatchObject({ name: 'local', degraded: true });
  });
});

describe('resilience', () => {
  it('takes over when nothing listens at the address', async () => {
    const { model, open, events } = await startModelTurns();
    await model.close();
    const session = open();
    expect((await session.writeAnswer(question, recordingWriter())).text).toBe(LOCAL_ANSWER);
    expect(session.degraded).toBe(true);
    expect(events).toMatchObject([{ outcome: 'connection', firstTokenMs: null }]);
  });

  it('waits one silence in all for a slow router and a hanging writer', async () => {
    const { open } = await startModelTurns({
      timeoutMs: 2_500,
      script: [
        { json: { requests: [{ text: 'it?', intent: 'return_policy' }] }, delayMs: 2_000 },
        { text: GOOD, fault: 'hang-before-first-token' },
      ],
    });
    const session = open();
    const began = performance.now();
    await session.understand({ text: 'it?', dialogue: aDialogue, history: [] });
    expect(session.name).toBe('scripted-model');
    await session.writeAnswer(question, recordingWriter());
    // A silence of its own for the writer would make it 4,500 ms.
    expect(performance.now() - began).toBeLessThan(4_400);
    expect(session).toMatchObject({ name: 'local', degraded: true });
  });

  it('opens the breaker after five failures, spares the upstream, and closes it when that is well again', async () => {
    let time = 0;
    const { model, breaker, open } = await startModelTurns({ fault: '500', now: () => time });
    const ask = async () => {
      const session = open();
      await session.writeAnswer(question, recordingWriter());
      return session;
    };
    for (let i = 0; i < 5; i++) await ask();
    expect(breaker.state()).toBe('open');
    model.setFault(undefined);
    expect(await ask()).toMatchObject({ name: 'local', degraded: true });
    expect(model.requests).toHaveLength(5);
    time = 15_000;
    expect(await ask()).toMatchObject({ name: 'scripted-model', degraded: false });
    expect(breaker.state()).toBe('closed');
  });

  it('ends with the turn, and holds nothing against the upstream', async () => {
    const { engine, events } = await startModelTurns({ fault: 'hang-before-first-token' });
    const turn = new AbortController();
    const session = engine.open({ signal: turn.signal });
    setTimeout(() => turn.abort(new Error('the customer left')), 50);
    await expect(session.writeAnswer(question, recordingWriter())).rejects.toThrow('the customer left');
    expect(session.degraded).toBe(false);
    expect(events).toMatchObject([{ outcome: 'cancelled' }]);
  });

  it('is the local engine alone without a model', () => {
    const local = createScriptedLocal();
    expect(createEngine({ model: undefined }, local, pino({ level: 'silent' }))).toBe(local);
  });
});
