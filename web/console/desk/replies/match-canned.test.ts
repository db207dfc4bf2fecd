import { expect, it } from 'vitest';
import { cannedText, matchCanned, shortcutIn } from './match-canned.ts';

const reply = (shortcut: string, title: string) => ({ id: shortcut, shortcut, title, text: { zh: `${title}。` } });

it('looks for a shortcut only while one is typed at the beginning', () => {
  expect(shortcutIn('/')).toBe('');
  expect(shortcutIn('/addr')).toBe('addr');
  expect(shortcutIn('／地址')).toBe('地址');
  for (const text of ['', 'addr', 'see /addr', '/addr and more', '/a/b']) expect(shortcutIn(text)).toBeNull();
});

it('finds by shortcut first, then by title, and writes in the language there is', () => {
  const replies = [reply('hello', 'Greeting'), reply('addr', 'Return address'), reply('re', 'Regards')];
  expect(matchCanned(replies, 'RE').map(({ shortcut }) => shortcut)).toEqual(['re', 'hello', 'addr']);
  expect(cannedText(reply('a', '地址'), 'en')).toBe('地址。');
});
