import { expect, it } from 'vitest';
import { evalCaseSchema } from './case-schema.ts';
import { readCases, writeCases } from './read-cases.ts';

const line = {
  id: 'a',
  name: 'Returns',
  language: 'en',
  lines: [{ say: 'Can I return it?', expect: { route: 'knowledge' } }],
};

it('reads what it writes, and writes only what is checked', () => {
  const cases = readCases(`${JSON.stringify(line)}\n\n`, 'cases.jsonl');
  expect(cases).toEqual([evalCaseSchema.parse(line)]);
  expect(cases[0]).toMatchObject({ customer: null, lines: [{ expect: { says: [], cites: [] } }] });
  expect(JSON.parse(writeCases(cases))).toEqual({ ...line, customer: null });
  expect(readCases(writeCases(cases), 'again')).toEqual(cases);
});

it('names each bad line and field, misspelt checks among them', () => {
  const misspelt = { ...line, lines: [{ say: 'x', expect: { rout: 'knowledge' } }] };
  const text = [JSON.stringify(line), '{', JSON.stringify(misspelt), JSON.stringify(line)].join('\n');
  const read = () => readCases(text, 'my.jsonl');
  expect(read).toThrow('my.jsonl, line 2: is not JSON');
  expect(read).toThrow(/line 3: lines\.0\.expect: .*rout/);
  expect(read).toThrow('line 4: id a stands there twice');
});
