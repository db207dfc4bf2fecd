import { expect, it } from 'vitest';
import type { Hit, SearchResponse } from '../types.ts';
import { createCurrentRetriever } from './current-search.ts';

const legs = { lexical: null, vector: null, fused: { rank: 1, score: 1 }, rerank: { rank: 1, score: 1 } };
const hit = (id: string, evidence: number): Hit => ({
  ...{ id, kind: 'faq', documentId: id, title: id, page: null, heading: null, text: id, language: 'en' },
  ...{ audience: 'public', revision: 1, rank: 1, score: 1, sentences: [], evidence, legs },
});
const found = (...hits: Hit[]): SearchResponse => ({
  hits,
  evidence: Math.max(0, ...hits.map(({ evidence }) => evidence)),
  degraded: false,
});

/** An index at revision 10; each search gives the next response, the last one again and again. */
function searching(options: { last: number; current: string[]; responses: SearchResponse[]; committed?: boolean }) {
  const { last, current, responses, committed = true } = options;
  let position = 10;
  const did: string[] = [];
  const retriever = createCurrentRetriever({
    inner: {
      async search() {
        did.push('search');
        return responses[Math.min(did.filter((one) => one === 'search').length, responses.length) - 1] ?? found();
      },
    },
    position: () => position,
    async follow() {
      did.push('follow');
      if (committed) position = last;
    },
    lookAt: async () => ({ last, current: new Set(current) }),
    forget: (id) => did.push(`forget ${id}`),
  });
  return { did, search: () => retriever.search({ query: 'lamps', language: 'en' }) };
}

it('searches once when nothing has changed', async () => {
  const { did, search } = searching({ last: 10, current: ['lamp'], responses: [found(hit('lamp', 0.9))] });
  expect((await search()).hits.map(({ id }) => id)).toEqual(['lamp']);
  expect(did).toEqual(['search']);
});

it('looks at what was read while it is ranked, once', async () => {
  const did: string[] = [];
  const retriever = createCurrentRetriever({
    inner: {
      async search(_request, _signal, onRead) {
        onRead?.([hit('lamp', 0), hit('shade', 0)]);
        did.push('ranked');
        return found(hit('lamp', 0.9));
      },
    },
    position: () => 10,
    follow: async () => undefined,
    async lookAt(read) {
      did.push(`looked at ${read.map(({ id }) => id)}`);
      return { last: 10, current: new Set(['lamp']) };
    },
    forget: (id) => did.push(`forget ${id}`),
  });
  expect((await retriever.search({ query: 'lamps', language: 'en' })).hits).toHaveLength(1);
  expect(did).toEqual(['looked at lamp,shade', 'ranked']);
});

it('waits for a FAQ that was just saved', async () => {
  const responses = [found(), found(hit('new', 0.8))];
  const { did, search } = searching({ last: 12, current: ['new'], responses });
  expect((await search()).evidence).toBe(0.8);
  expect(did).toEqual(['search', 'follow', 'search']);
});

it('does not search again for revisions that nobody has committed', async () => {
  const options = { last: 12, current: ['lamp'], responses: [found(hit('lamp', 0.9))], committed: false };
  const { did, search } = searching(options);
  await search();
  expect(did).toEqual(['search', 'follow']);
});

it('is not held up by a thousand passages on their way', async () => {
  const { did, search } = searching({ last: 1_010, current: ['lamp'], responses: [found(hit('lamp', 0.9))] });
  await search();
  expect(did).toEqual(['search']);
});

it('searches again when a passage it found was replaced, behind however many others', async () => {
  const responses = [found(hit('old', 0.9)), found(hit('new', 0.8))];
  const { did, search } = searching({ last: 1_010, current: ['new'], responses });
  expect((await search()).hits.map(({ id }) => id)).toEqual(['new']);
  expect(did).toEqual(['search', 'forget old', 'follow', 'search']);
});

it('leaves out what is gone when the index does not come after', async () => {
  const responses = [found(hit('gone', 0.9), hit('lamp', 0.4))];
  const { did, search } = searching({ last: 5_000, current: ['lamp'], responses, committed: false });
  const { hits, evidence } = await search();
  expect(hits.map(({ id, rank }) => ({ id, rank }))).toEqual([{ id: 'lamp', rank: 1 }]);
  expect(evidence).toBe(0.4);
  expect(did.filter((one) => one === 'search')).toHaveLength(3);
});
