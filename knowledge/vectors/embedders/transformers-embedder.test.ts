import { expect, it } from 'vitest';
import { createTransformersEmbedder, loadTransformers } from './transformers-embedder.ts';

it('asks in batches, mean-pooled, with what the family of models wants in front', async () => {
  const asked: string[][] = [];
  const embedder = await createTransformersEmbedder({
    model: 'Xenova/multilingual-e5-small',
    open: async () => async (texts, options) => {
      expect(options).toEqual({ pooling: 'mean', normalize: true });
      asked.push(texts);
      return { tolist: () => texts.map((text) => [text.length, 0, 1]) };
    },
  });
  expect(embedder).toMatchObject({ model: 'transformers-Xenova/multilingual-e5-small', dimensions: 3, learned: true });
  const vectors = await embedder.embed(Array.from({ length: 20 }, (_, i) => `text ${i}`));
  expect(vectors).toHaveLength(20);
  expect(asked.slice(1).map((texts) => texts.length)).toEqual([16, 4]);
  expect(asked[1]?.[0]).toBe('passage: text 0');
  await embedder.embedQuery('where?');
  await embedder.embedQuery('where?');
  expect(asked.slice(3)).toEqual([['query: where?']]);
});

it('says what to do when the package is not there', async () => {
  await expect(loadTransformers('@kefu/not-installed')).rejects.toMatchObject({
    code: 'transformers_missing',
    message: expect.stringContaining('npm install'),
  });
});
