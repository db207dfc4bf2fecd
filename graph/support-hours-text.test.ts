import { expect, it } from 'vitest';
import { supportHoursText } from './support-hours-text.ts';

it('tells opening hours by weekday in words', () => {
  const week = { open: '09:00', close: '22:00' };
  const weekend = { open: '10:00', close: '20:00' };
  expect(
    supportHoursText({
      monday: week,
      tuesday: week,
      wednesday: week,
      thursday: week,
      friday: week,
      saturday: weekend,
      sunday: null,
    }),
  ).toEqual({
    zh: '周一至周五 09:00–22:00，周六 10:00–20:00',
    en: 'Monday to Friday 09:00–22:00, Saturday 10:00–20:00',
  });
});

it('keeps what the shop wrote, and says nothing when it wrote nothing', () => {
  expect(supportHoursText('9 to 5')).toBe('9 to 5');
  expect(supportHoursText({ zh: '每天 9 点到 21 点' })).toEqual({ zh: '每天 9 点到 21 点' });
  expect(supportHoursText(undefined)).toBeNull();
  expect(supportHoursText({ notes: 5 })).toBeNull();
});
