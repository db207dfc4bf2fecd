import { expect, it } from 'vitest';
import { dictionaries } from '../../i18n/dictionary.ts';
import { ruleWords } from './rule-words.ts';

it('names intents as the reader calls them, and a shop’s own one by its id', () => {
  const conditions = { intents: ['return_request', 'book_table'], minAmount: 5_000 };
  const [intents] = ruleWords(dictionaries.en, conditions, 'en');
  expect(intents).toMatch(/Return, book_table$/);
  expect(ruleWords(dictionaries.zh, conditions, 'zh').join()).toContain('退货, book_table');
});
