import { expect, it } from 'vitest';
import { createSwitchableUnderstander } from '../../understanding/switchable.ts';
import type { Understanding } from '../../understanding/types.ts';
import type { Engine, EngineSession } from './engine.ts';
import { createLocalEngine } from './local.ts';
import { createObservedEngine, type Understood } from './observed.ts';

const understanding: Understanding = { language: 'zh', script: 'hans', mood: 'neutral', requests: [] };
const input = {
  text: '到哪了',
  history: [],
  dialogue: {
    focusOrderIds: [],
    focusProductIds: [],
    pendingConfirmation: false,
    offeredHuman: false,
    fallbackLanguage: 'zh' as const,
  },
};
const local = createLocalEngine({ understander: createSwitchableUnderstander({ understand: () => understanding }) });
const { signal } = new AbortController();

it('tells of each turn what it was taken for, and of nothing else', async () => {
  const seen: Understood[] = [];
  const engine = createObservedEngine(local, (one) => seen.push(one));
  expect(await engine.open({ signal, turnId: 't1' }).understand(input)).toBe(understanding);
  await engine.open({ signal }).understand(input);
  expect(seen).toEqual([{ turnId: 't1', ...input, understanding }]);
});

it('leaves the session’s changing name to the session', () => {
  let name = 'local';
  const changing: Engine = {
    name: 'model',
    open: (options) =>
      Object.defineProperty({ ...local.open(options) }, 'name', { get: () => name }) satisfies EngineSession,
  };
  const session = createObservedEngine(changing, () => undefined).open({ signal, turnId: 't1' });
  expect(session.name).toBe('local');
  name = 'a model';
  expect(session.name).toBe('a model');
});
