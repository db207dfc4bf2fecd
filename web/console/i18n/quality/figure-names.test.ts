import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { figureName, suiteName } from './figure-names.ts';

const baseline: { suites: Record<string, { metrics: Record<string, number> }> } = JSON.parse(
  await readFile(new URL('../../../../evals/baseline.json', import.meta.url), 'utf8'),
);
/** Terms of the field and names of datasets are the same in both languages. */
const TERMS =
  /F1|pass\^\d|p\d\d|recall@\d+|hit@\d+|MRR|nDCG@\d+|τ²-bench|ECom-Bench|XQuAD-R|BIPIA|Bitext|Banking77|CLINC|oos_dev|train|dev|PDF|kappa|Brier|BM25/g;

it('tells a Chinese reader every suite and figure of the evals in Chinese', () => {
  const english = Object.entries(baseline.suites).flatMap(([suite, { metrics }]) => [
    ...(suiteName(suite, 'zh') === suite ? [suite] : []),
    ...Object.keys(metrics).filter((name) => /[a-z]{2}/i.test(figureName(name, 'zh').replace(TERMS, ''))),
  ]);
  expect(english).toEqual([]);
});

it('names a figure by its parts, keeps what has no name, and leaves English as it is', () => {
  expect(figureName('sample shop (zh), recall@5', 'zh')).toBe('示例店铺（中文），recall@5');
  expect(figureName('of my own', 'zh')).toBe('of my own');
  expect(figureName('polite', 'en')).toBe('polite');
});
