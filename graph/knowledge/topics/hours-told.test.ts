import { expect, it } from 'vitest';
import type { Hit } from '../../../knowledge/types.ts';
import { hoursAlone } from './hours-told.ts';

const page = (id: string, text: string) =>
  ({ id, kind: 'document', title: id, heading: null, text, language: 'en' }) as unknown as Hit;
const pages = [
  page('delivery', 'We deliver from Tuesday to Saturday.'),
  page(
    'visit',
    'We are in Mill Lane. Open Tuesday to Friday 8 am to 5 pm. Closed on Sunday and Monday. Dogs are welcome.',
  ),
];

it('tells the hours whole, with the days on which the shop is closed, and nothing beside them', () => {
  const [told, ...others] = hoursAlone({ intent: 'store_info', text: 'are you open on sunday' }, pages);
  expect(told?.text).toBe('Open Tuesday to Friday 8 am to 5 pm. Closed on Sunday and Monday.');
  expect(others).toEqual([]);
});

it('leaves alone other questions, and tables of several stores', () => {
  expect(hoursAlone({ intent: 'store_info', text: 'do you allow dogs' }, pages)).toBe(pages);
  const tables = [page('stores', '| North | opens 9:00 |\n| South | opens 10:00 |')];
  expect(hoursAlone({ intent: 'store_info', text: 'when do you open' }, tables)).toEqual(tables);
});

it('tells what holds week by week, and the hours of a holiday only where it is asked for', () => {
  const both = [
    page('holidays', 'Opening on bank holidays: 5 May 12:00 to 5 pm.'),
    page('stores', '| North | opens 9:00 |\n| South | opens 10:00 |'),
  ];
  expect(hoursAlone({ intent: 'store_info', text: 'when does the north store open' }, both)).toEqual(both.slice(1));
  const told = hoursAlone({ intent: 'store_info', text: 'when do you open on the bank holiday' }, both);
  expect(told.map(({ text }) => text)).toEqual(['Opening on bank holidays: 5 May 12:00 to 5 pm.']);
});
