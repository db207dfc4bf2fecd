import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { Embedder } from './embedder.ts';
import { createEmbeddingModels } from './embedding-models.ts';

const logger = pino({ level: 'silent' });
const embedder = (model: string, learned: boolean): Embedder => ({
  model,
  dimensions: 2,
  learned,
  embed: async (texts) => texts.map(() => [1, 0]),
  embedQuery: async () => [1, 0],
});
const local = embedder('local', false);

it('wants the built-in embedder when none is named', async () => {
  const models = await createEmbeddingModels({ local, named: undefined, open: () => Promise.reject(), logger });
  expect(models.wanted()).toBe(local);
  expect(models.configured()).toBeUndefined();
  models.close();
});

it('wants the named one, and leaves what is there for a while when it is out of reach, then the built-in', async () => {
  const open = () => Promise.reject(new Error('out of reach'));
  const patient = await createEmbeddingModels({ local, named: 'remote', open, logger });
  expect(patient.wanted()).toBeUndefined();
  expect(patient.configured()).toEqual({ model: 'remote', answers: false });
  patient.close();
  const impatient = await createEmbeddingModels({ local, named: 'remote', open, logger, patienceMs: 0 });
  expect(impatient.wanted()).toBe(local);
  impatient.close();
});

it('finds the built-in one at once, and opens another whose vectors are still in use', async () => {
  const models = await createEmbeddingModels({
    local,
    named: undefined,
    open: async (model) => embedder(model, true),
    logger,
  });
  expect(models.find('local')).toBe(local);
  expect(models.find('older')).toBeUndefined();
  await expect.poll(() => models.find('older')?.model).toBe('older');
  models.close();
});
