import { expect, test } from 'vitest';
import { matchItems, type PaletteItem } from './match-items.ts';

const item = (group: string, title: string, detail?: string): PaletteItem => ({
  key: title,
  group,
  icon: 'file',
  title,
  ...(detail === undefined ? {} : { detail }),
  run: () => undefined,
});
const ITEMS = [
  item('pages', 'Documents', 'Knowledge'),
  item('pages', '文档', '知识库'),
  item('actions', 'Sign out'),
  item('documents', 'Returns and refunds'),
  item('documents', 'Documentary about tea'),
  item('documents', 'How we refund'),
];
const found = (typed: string) => matchItems(ITEMS, typed).map(({ title }) => title);

test('finds by all words, whatever the case, by title before anything else', () => {
  expect(found('DOC')).toEqual(['Documents', 'Documentary about tea']);
  expect(found('refund')).toEqual(['Returns and refunds', 'How we refund']);
  expect(found('know doc')).toEqual(['Documents']);
  expect(found('文档')).toEqual(['文档']);
  expect(found('tea refund')).toEqual([]);
});

test('shows everything while nothing is typed, and keeps groups together', () => {
  expect(found(' ')).toHaveLength(ITEMS.length);
  const groups = matchItems(ITEMS, 'n').map(({ group }) => group);
  expect(groups).toEqual([...groups].sort((a, b) => groups.indexOf(a) - groups.indexOf(b)));
});
