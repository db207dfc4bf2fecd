import type { Language } from '../stores/schema.ts';

/** What a bare symbol stands for; other dollars and pounds are written CA$, A$ … */
const BARE: Record<string, string> = { $: 'USD', '£': 'GBP' };

const writers = new Map<string, Intl.NumberFormat>();

function writerOf(currency: string): Intl.NumberFormat {
  const known = writers.get(currency);
  if (known) return known;
  const writer = (currencyDisplay: 'narrowSymbol' | 'symbol') =>
    new Intl.NumberFormat('en-US', {
      style: 'currency',
      currency,
      currencyDisplay,
      trailingZeroDisplay: 'stripIfInteger',
    });
  const narrow = writer('narrowSymbol');
  const symbol = narrow.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? '';
  const made = (BARE[symbol] ?? currency) === currency ? narrow : writer('symbol');
  writers.set(currency, made);
  return made;
}

/** "¥399", "¥12.50", "CA$99": no cents when there are none; as the cards of the widget write it. */
export const formatMoney = (amount: number, currency: string): string =>
  writerOf(currency).format(amount).replaceAll('\u00a0', ' ');

/** A day in the shop's time zone: "11月20日" / "20 Nov 2026". Not a date: as it is. */
export function formatDay(value: string | Date, language: Language, timeZone: string): string {
  const date =
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T12:00:00Z`) : new Date(value);
  if (Number.isNaN(date.getTime())) return String(value);
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone,
    year: 'numeric',
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
  }).format(date);
}

/** Day and minute in the shop's time zone. */
export function formatTime(value: string | Date, language: Language, timeZone: string): string {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return String(value);
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone,
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(date);
}

/** The instant (ISO 8601) at which a calendar day begins in a time zone. */
export function startOfDay(day: string, timeZone: string): string {
  const utc = new Date(`${day}T00:00:00Z`);
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(utc);
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', '') || '+00:00';
  return `${day}T00:00:00${offset === '' ? 'Z' : offset}`;
}
