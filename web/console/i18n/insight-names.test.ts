import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { insightChoices, insightName } from './insight-names.ts';

const folder = join(import.meta.dirname, '../../../data/intents');
const intents = readdirSync(folder)
  .map((file): { id?: string; route?: string } => JSON.parse(readFileSync(join(folder, file), 'utf8')))
  .flatMap(({ id, route }) => (id === undefined || route === undefined ? [] : [{ id, route }]));

it('names every intent that is shipped and its route, in both languages', () => {
  expect(intents.length).toBeGreaterThan(0);
  for (const locale of ['en', 'zh'] as const)
    for (const { id, route } of intents) {
      expect(insightName('intents', id, locale)).not.toBe(id);
      expect(insightName('routes', route, locale)).not.toBe(route);
    }
});

it('names what no intent fits, and offers it to nobody', () => {
  expect(insightName('intents', 'unclear', 'zh')).toBe('没听懂');
  expect(insightChoices('intents', 'zh').map(({ value }) => value)).not.toContain('unclear');
});

it('calls what it does not know by its key', () => {
  expect(insightName('intents', 'book_table', 'en')).toBe('book_table');
});

it('calls no two intents the same: one is chosen by its name', () => {
  for (const locale of ['en', 'zh'] as const) {
    const names = insightChoices('intents', locale).map(({ words }) => words);
    expect(new Set(names).size).toBe(names.length);
  }
});
