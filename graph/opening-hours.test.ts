import { describe, expect, it } from 'vitest';
import { openingAt, readOpeningHours } from './opening-hours.ts';

const at = (hours: unknown, when: string, timeZone = 'Asia/Shanghai') => {
  const spans = readOpeningHours(hours);
  return spans && openingAt(spans, timeZone, new Date(when));
};
/** 2026-11-25 is a Wednesday; +08:00 is the shop's time. */
const wednesdayAt = (time: string) => `2026-11-25T${time}:00+08:00`;

describe('opening hours', () => {
  it.each([
    ['by weekday', { wednesday: { open: '09:00', close: '18:00' } }],
    ['short keys and texts', { wed: '9:00-18:00', sun: 'closed' }],
    ['groups of days', { weekdays: '09:00–18:00', weekend: null }],
    ['a list', [{ days: ['Mon', 'Wed'], open: '09:00', close: '18:00' }]],
    ['from and to', [{ day: 'wednesday', from: '9:00', to: '18:00' }]],
    ['English words', 'Mon–Fri 9am - 6pm, Sat 10am to 2pm'],
    ['Chinese words', '周一至周五 9:00-18:00，周六 10:00-14:00'],
    ['both languages', { zh: '工作日 9:00至18:00', en: 'Weekdays 9:00 to 18:00' }],
    ['every day', '每天 09:00~18:00'],
    ['hours alone', '09:00-18:00'],
  ])('understands hours given as %s', (_name, hours) => {
    expect(at(hours, wednesdayAt('09:00'))).toEqual({ open: true, opensAt: null });
    expect(at(hours, wednesdayAt('17:59'))).toMatchObject({ open: true });
    expect(at(hours, wednesdayAt('18:00'))).toMatchObject({ open: false });
    expect(at(hours, wednesdayAt('08:30'))?.opensAt?.toISOString()).toBe('2026-11-25T01:00:00.000Z');
  });

  it('looks past closed days and the end of the week for the next opening', () => {
    const hours = 'Mon to Wed 10:00-12:00, 14:00-16:00';
    expect(at(hours, wednesdayAt('13:00'))?.opensAt?.toISOString()).toBe('2026-11-25T06:00:00.000Z');
    expect(at(hours, wednesdayAt('16:30'))?.opensAt?.toISOString()).toBe('2026-11-30T02:00:00.000Z');
  });

  it('goes over midnight and over Sunday night', () => {
    const hours = '每天 20:00-02:00';
    expect(at(hours, wednesdayAt('01:30'))).toMatchObject({ open: true });
    expect(at(hours, '2026-11-30T01:30:00+08:00')).toMatchObject({ open: true });
    expect(at(hours, wednesdayAt('03:00'))).toMatchObject({ open: false });
  });

  it('knows round-the-clock service, and says nothing about what it cannot read', () => {
    expect(at('7×24小时在线', wednesdayAt('03:33'))).toMatchObject({ open: true });
    for (const unread of ['ask us', {}, [], null, 7, { open: true }])
      expect(at(unread, wednesdayAt('12:00'))).toBe(undefined);
  });
});
