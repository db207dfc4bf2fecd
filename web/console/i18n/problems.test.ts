import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Problem } from '../../api/problem.ts';
import { dictionaries } from './dictionary.ts';
import { problemWords, rowFaultWords } from './problems.ts';

const ROOMS = ['config', 'knowledge', 'conversations', 'quality', 'insights', 'server'];
/** What only those are told who write messages. */
const OF_THE_CHAT = ['bad_conversation_id', 'bad_message_id', 'empty_message', 'message_too_long', 'bad_body'];
const REFUSAL = /\b(?:badRequest|conflict)\(\s*'([a-z_]+)'/g;

const refusals = ROOMS.flatMap((room) => {
  const folder = join(import.meta.dirname, '../../..', room);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(REFUSAL)].map(([, code]) => code ?? ''));
});
const problem = (code: string) => new Problem({ code, status: 409, detail: 'In the server’s words.' });
const inWords = (locale: 'zh' | 'en', code: string) => problemWords(dictionaries[locale], locale, problem(code));

it('tells Chinese staff in Chinese what the server refuses', () => {
  expect(refusals.length).toBeGreaterThan(30);
  const untold = refusals.filter((code) => inWords('zh', code) === 'In the server’s words.');
  expect([...new Set(untold)].filter((code) => !OF_THE_CHAT.includes(code))).toEqual([]);
});

it('leaves the server’s words, with their particulars, to those who read English, and where a code is new', () => {
  expect(inWords('en', 'no_labels')).toBe('In the server’s words.');
  expect(inWords('zh', 'some_new_code')).toBe('In the server’s words.');
  expect(inWords('zh', 'network')).toBe(dictionaries.zh.networkFault);
});

it('tells why a row of a sheet was left out, of which words', () => {
  const fault = { row: 3, code: 'too_short', about: '盒', message: '“盒” is too short.' } as const;
  expect(rowFaultWords('zh', fault)).toContain('“盒”太短');
  expect(rowFaultWords('en', fault)).toBe('“盒” is too short.');
});
