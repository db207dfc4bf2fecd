import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { notFound } from '../../config/errors.ts';
import { loadModel } from '../../understanding/model-file.ts';
import { createModelFollower } from './model-follower.ts';

const shipped = loadModel();
const other = { ...shipped };

function setting(options: { load?: (version: number) => Promise<typeof shipped> } = {}) {
  let version = 0;
  let tell: ((payload: string | null) => void) | undefined;
  const used: unknown[] = [];
  return {
    used,
    promote(next: number) {
      version = next;
      tell?.('intents');
    },
    start: () =>
      createModelFollower({
        models: {
          current: async () => version,
          currentName: async () => undefined,
          load: options.load ?? (async (asked) => (asked === 0 ? shipped : other)),
        },
        notifications: {
          subscribe(_, listener) {
            tell = listener;
            return () => undefined;
          },
          close: async () => undefined,
        },
        use: (model) => used.push(model),
        logger: pino({ level: 'silent' }),
      }),
  };
}

describe('the follower of promoted models', () => {
  it('uses a promoted model, and the shipped one again after the rollback', async () => {
    const world = setting();
    const follower = await world.start();
    world.promote(4);
    await vi.waitFor(() => expect(follower.intents()).toBe(4));
    world.promote(0);
    await vi.waitFor(() => expect(follower.intents()).toBe(0));
    expect(world.used).toEqual([other, shipped]);
    follower.close();
  });

  it('falls back to the shipped model when the stored one can’t be read', async () => {
    const load = async (version: number) => {
      if (version === 0) return shipped;
      throw notFound('model');
    };
    const world = setting({ load });
    world.promote(4);
    const follower = await world.start();
    expect(follower.intents()).toBe(0);
    expect(world.used).toEqual([shipped]);
    follower.close();
  });

  it('keeps what works while the database does not answer, and asks again', async () => {
    vi.useFakeTimers();
    let fails = true;
    const world = setting({
      load: async (version) => {
        if (version === 0) return shipped;
        if (fails) throw Object.assign(new Error('gone'), { errno: -111 });
        return other;
      },
    });
    world.promote(4);
    const follower = await world.start();
    expect(world.used).toEqual([]);
    fails = false;
    await vi.advanceTimersByTimeAsync(2_100);
    expect(world.used).toEqual([other]);
    follower.close();
    vi.useRealTimers();
  });
});
