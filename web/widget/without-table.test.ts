import { expect, it } from 'vitest';
import { withoutTable } from './without-table.ts';

it('leaves out the table and keeps the words around it', () => {
  const text = 'The Mug costs least.\n\n| | Mug | Cup |\n| --- | --- | --- |\n| Price | 5 | 6 |\n\nAnything else?';
  expect(withoutTable(text)).toBe('The Mug costs least.\n\n\nAnything else?');
});
