const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?)?$/i;
const DAY_MS = 86_400_000;

interface IsoParts {
  day: string;
  time: string | undefined;
  zone: string | undefined;
}

/** Parts of an ISO 8601 date or date with time; undefined for any other text and for days that don't exist. */
function isoParts(text: string): IsoParts | undefined {
  const [, day, time, zone] = ISO.exec(text.trim()) ?? [];
  if (day === undefined || !isDay(day) || Number.isNaN(Date.parse(`${day}T${time ?? '00:00'}Z`))) return undefined;
  return { day, time, zone: zone?.toUpperCase() };
}

const isDay = (day: string) => {
  const date = new Date(`${day}T00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** The zone's offset from UTC at an instant, as ISO writes it: "+08:00". Throws RangeError for an unknown zone. */
export function offsetAt(instant: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return name.slice('GMT'.length, 'GMT+00:00'.length) || '+00:00';
}

/** The offset of a wall-clock time. Asked twice, since the first guess may lie on the other side of a clock change. */
function offsetOfLocal(local: string, timeZone: string): string {
  const guess = offsetAt(new Date(`${local}Z`), timeZone);
  return offsetAt(new Date(`${local}${guess}`), timeZone);
}

/** An ISO text as an instant with its offset; without a zone it is the shop's time. Undefined for other texts. */
export function isoInstant(text: string, timeZone: string): string | undefined {
  const parts = isoParts(text);
  if (!parts) return undefined;
  const local = `${parts.day}T${parts.time ?? '00:00'}`;
  return `${local}${parts.zone ?? offsetOfLocal(local, timeZone)}`;
}

/** The calendar day at an instant in a zone: "2026-11-20". */
export const dayIn = (timeZone: string, instant: Date): string =>
  new Date(instant.getTime() + offsetMs(offsetAt(instant, timeZone))).toISOString().slice(0, 10);

const offsetMs = (offset: string) => -Date.parse(`1970-01-01T00:00${offset}`);

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY_MS);

export const isIsoDate = (text: string): boolean => isoParts(text) !== undefined;

/**
 * Copies a JSON value with every ISO date in it moved by whole days; a date with time but no zone gets the shop's.
 * Wall-clock times stay as they were.
 */
export function moveDates(value: unknown, days: number, timeZone: string): unknown {
  if (Array.isArray(value)) return value.map((part) => moveDates(part, days, timeZone));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, moveDates(part, days, timeZone)]));
  const parts = typeof value === 'string' ? isoParts(value) : undefined;
  if (!parts) return value;
  const day = new Date(Date.parse(`${parts.day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
  return parts.time === undefined ? day : isoInstant(`${day}T${parts.time}${parts.zone ?? ''}`, timeZone);
}
