import { expect, it } from 'vitest';
import { passagesIn, withPassages } from './with-passages.ts';

const trace = [
  { step: 'understand', atMs: 1, data: { requests: [] } },
  { step: 'search', atMs: 4, data: { question: 'q', hits: [{ id: 'a', title: 'A' }, { id: 'b' }, { id: 'a' }] } },
];

it('adds the texts of passages that are still there', () => {
  expect(passagesIn(trace)).toEqual(['a', 'b']);
  const shown = withPassages(trace, (id) => (id === 'a' ? 'text of a' : undefined));
  expect(shown[0]).toEqual(trace[0]);
  expect(shown[1]).toMatchObject({
    atMs: 4,
    data: { question: 'q', hits: [{ title: 'A', text: 'text of a' }, { text: null }, { text: 'text of a' }] },
  });
});

it('shows what is no trace as nothing', () => {
  expect(withPassages(null, () => undefined)).toEqual([]);
  expect(passagesIn({ step: 'search' })).toEqual([]);
});
