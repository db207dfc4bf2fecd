import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import type { Understood } from '../../graph/engines/observed.ts';
import { slotsSchema, type UnderstoodRequest } from '../../understanding/types.ts';
import type { Predictor } from '../models/predictor.ts';
import { createShadow } from './shadow.ts';
import type { Seen } from './shadow-rows.ts';

const request = (intent: string): UnderstoodRequest => ({
  text: 'x',
  intent,
  route: 'knowledge',
  confidence: 0.7,
  slots: slotsSchema.parse({}),
  isQuestion: false,
  alternatives: [],
});
const understood = (turnId: string, intent = 'track_order'): Understood => ({
  turnId,
  text: turnId,
  history: [],
  dialogue: {
    focusOrderIds: [],
    focusProductIds: [],
    pendingConfirmation: false,
    offeredHuman: false,
    fallbackLanguage: 'zh',
  },
  understanding: { language: 'zh', script: 'hans', mood: 'neutral', requests: [request(intent)] },
});

async function start(predict: Predictor, options: { share?: number; chance?: () => number } = {}) {
  const added: Array<[string, Seen]> = [];
  const view = { id: 'r1', version: 2, share: options.share ?? 1, startedBy: null, startedAt: '', endedAt: null };
  const shadow = createShadow({
    rows: {
      running: async () => ({ ...view, turns: 0, agreed: 0, dropped: 0, pairs: [] }),
      add: async (id, seen) => void added.push([id, seen]),
    },
    load: async () => predict,
    notifications: {
      subscribe(_, listener) {
        listener(null);
        return () => undefined;
      },
      close: async () => undefined,
    },
    logger: pino({ level: 'silent' }),
    ...(options.chance && { chance: options.chance }),
  });
  await shadow.flush();
  return { shadow, added };
}

describe('the shadow', () => {
  it('counts what both said, and keeps where they differ', async () => {
    const { shadow, added } = await start(({ text }) => ({
      intent: text === 'b' ? 'refund_status' : 'track_order',
      confidence: 0.9,
    }));
    for (const id of ['a', 'b', 'c']) shadow.observe(understood(id));
    await shadow.flush();
    await shadow.close();
    expect(added[0]?.[1].counts).toEqual([
      { current: 'track_order', candidate: 'track_order', turns: 2 },
      { current: 'track_order', candidate: 'refund_status', turns: 1 },
    ]);
    expect(added[0]?.[1].disagreements.map(({ turnId }) => turnId)).toEqual(['b']);
  });

  it('never keeps a turn waiting, and bounds what waits', async () => {
    const gate = Promise.withResolvers<void>();
    const predict = vi.fn<Predictor>(async () => {
      await gate.promise;
      return { intent: 'track_order', confidence: 1 };
    });
    const { shadow, added } = await start(predict);
    for (let n = 0; n < 300; n++) shadow.observe(understood(`t${n}`));
    expect(predict).not.toHaveBeenCalled();
    gate.resolve();
    await shadow.flush();
    expect(added[0]?.[1].counts[0]?.turns).toBeLessThanOrEqual(201);
    expect(added[0]?.[1].dropped).toBeGreaterThanOrEqual(99);
    await shadow.close();
  });

  it('counts a failing candidate’s turns as left out', async () => {
    const { shadow, added } = await start(() => Promise.reject(new Error('no')));
    shadow.observe(understood('a'));
    await shadow.flush();
    await shadow.close();
    expect(added[0]?.[1]).toEqual({ counts: [], disagreements: [], dropped: 1 });
  });

  it('takes its share of the turns alone', async () => {
    let n = 0;
    const { shadow, added } = await start(() => ({ intent: 'track_order', confidence: 1 }), {
      share: 0.5,
      chance: () => (n++ % 2 === 0 ? 0.2 : 0.8),
    });
    for (let i = 0; i < 10; i++) shadow.observe(understood(`t${i}`));
    await shadow.flush();
    await shadow.close();
    expect(added[0]?.[1].counts[0]?.turns).toBe(5);
  });
});
