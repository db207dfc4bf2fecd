import { expect, test } from 'vitest';
import { en } from '../../i18n/en.ts';
import { createFormat } from '../../i18n/format.ts';
import { zh } from '../../i18n/zh.ts';
import { type Outcome, outcomeWords } from './outcome-words.ts';

const open: Outcome = { status: 'pending', at: null, by: null, ended: null, note: null, shop: null };
const at = new Date(2026, 0, 5, 14, 30).toISOString();

test.each([
  [{ status: 'done', at, by: 'customer' }, 'Done at 5 Jan'],
  [{ status: 'done', at, by: 'colleague' }, 'Approved by a colleague'],
  [{ status: 'rejected', at, by: 'customer' }, 'You said no'],
  [
    { status: 'rejected', at, by: 'colleague', note: 'Opened box' },
    'A colleague did not approve it. Nothing was changed · Opened box',
  ],
  [{ status: 'failed', at, note: 'Dispatched already.' }, 'Not carried out, nothing was changed · Dispatched already.'],
  [{ status: 'expired', at, ended: 'time' }, 'Time ran out'],
  [{ status: 'expired', at, ended: 'replaced' }, 'A newer request'],
  [{ status: 'expired', at, ended: 'person' }, 'Passed to a colleague'],
  [{ status: 'expired', at, ended: 'withdrawn' }, 'A colleague took it back'],
  [{ status: 'expired', at, ended: 'person', shop: 'in_doubt' }, 'it is not known whether this was done'],
  [{ status: 'approved', at }, 'The shop’s system is carrying it out'],
  [{ status: 'approved', at, shop: 'in_doubt' }, 'it is not known whether this was done'],
] as Array<[Partial<Outcome>, string]>)('%o reads “%s”', (outcome, words) => {
  expect(outcomeWords({ ...open, ...outcome }, en, createFormat('en'))).toContain(words);
});

test('nothing is claimed of what is not known', () => {
  expect(outcomeWords(undefined, zh, createFormat('zh'))).toBe(zh.confirmSettled);
});
