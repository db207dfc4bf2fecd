import { z } from 'zod';
import type { Language, LocalText } from '../stores/schema.ts';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const NAMES: Record<Language, readonly string[]> = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
const hoursSchema = z.object({ open: z.string(), close: z.string() });
const textSchema = z.union([
  z.string().min(1),
  z.object({ zh: z.string().optional(), en: z.string().optional() }).refine((text) => text.zh ?? text.en),
]);

/** A shop's opening hours in words: as the shop wrote them, or from hours by weekday, days with the same hours together. */
export function supportHoursText(value: unknown): LocalText | null {
  const text = textSchema.safeParse(value);
  if (text.success) return text.data;
  const byDay = z.record(z.string(), hoursSchema.nullable().catch(null)).safeParse(value);
  if (!byDay.success) return null;
  const hours = DAYS.map((day) => {
    const found = byDay.data[day];
    return found ? `${found.open}–${found.close}` : null;
  });
  if (hours.every((hour) => hour === null)) return null;
  return { zh: inWords(hours, 'zh'), en: inWords(hours, 'en') };
}

function inWords(hours: Array<string | null>, language: Language): string {
  const names = NAMES[language];
  const groups: Array<{ first: number; last: number; hour: string }> = [];
  hours.forEach((hour, day) => {
    const previous = groups.at(-1);
    if (hour !== null && previous?.hour === hour && previous.last === day - 1) previous.last = day;
    else if (hour !== null) groups.push({ first: day, last: day, hour });
  });
  return groups
    .map(({ first, last, hour }) => {
      const days = first === last ? names[first] : `${names[first]}${language === 'zh' ? '至' : ' to '}${names[last]}`;
      return `${days} ${hour}`;
    })
    .join(language === 'zh' ? '，' : ', ');
}
