import { describe, expect, test } from 'vitest';
import type { DocumentBody } from '../../../api/types.ts';
import { chooseDocuments, countStates, kindOf, pageRanges } from './document-facts.ts';

const document = (fields: Partial<DocumentBody>): DocumentBody => ({
  ...{ id: 'd', title: 't', status: 'ready', progress: 1, step: null, pages: 1, chunks: 1, version: 1 },
  ...{ liveVersion: 1, error: null, warnings: [], source: 'upload', url: null, locale: null, audience: 'public' },
  ...{ fileName: null, bytes: null, updatedBy: null, lastSyncedAt: null, createdAt: '1', updatedAt: '1' },
  ...fields,
});
const ids = (documents: DocumentBody[]) => documents.map(({ id }) => id);

test.each([
  ['a.PDF', 'upload', 'PDF'],
  ['notes.markdown', 'upload', 'MD'],
  ['returns.html', 'url', 'WEB'],
  ['manual.pdf', 'url', 'PDF'],
  [null, 'url', 'WEB'],
  ['README', 'upload', 'FILE'],
] as const)('%s from %s is a %s', (fileName, source, kind) => expect(kindOf({ fileName, source })).toBe(kind));

test('page numbers are told as ranges', () => expect(pageRanges([7, 1, 2, 3, 9])).toBe('1–3, 7, 9'));

describe('the list', () => {
  const list = [
    document({ id: 'a', title: '退货政策', fileName: 'returns.pdf', pages: 12 }),
    document({ id: 'b', title: 'Delivery guide', status: 'failed', pages: null }),
    document({ id: 'c', title: 'Warranty', status: 'queued', pages: 3 }),
  ];
  const order = { by: 'title', down: false } as const;

  test('is searched by title and file name', () => {
    expect(ids(chooseDocuments(list, { query: 'RETURNS pdf', group: 'all', order }))).toEqual(['a']);
    expect(ids(chooseDocuments(list, { query: '退货', group: 'failed', order }))).toEqual([]);
  });
  test('is sorted both ways, what is not known last', () => {
    const by = (down: boolean) => ids(chooseDocuments(list, { query: '', group: 'all', order: { by: 'pages', down } }));
    expect(by(true)).toEqual(['a', 'c', 'b']);
    expect(by(false)).toEqual(['b', 'c', 'a']);
  });
  test('puts what needs a person first when it is sorted by state', () => {
    expect(ids(chooseDocuments(list, { query: '', group: 'all', order: { by: 'status', down: false } }))).toEqual([
      ...['b', 'c', 'a'],
    ]);
  });
  test('counts each state', () =>
    expect(countStates(list)).toEqual({ all: 3, ready: 1, underway: 1, failed: 1, review: 0 }));
});
