import type { CountsFrom } from './rule.ts';

export interface Limit {
  /** Null: no limit. */
  days: number | null;
  from?: CountsFrom;
}

const UNITS: ReadonlyArray<readonly [RegExp, number]> = [
  [/(\d+(?:\.\d+)?)\s*-?\s*(?:minutes?|mins?|分钟)/i, 1 / 1440],
  [/(\d+(?:\.\d+)?)\s*-?\s*(?:hours?|hrs?|个?小时|h\b)/i, 1 / 24],
  [/(\d+(?:\.\d+)?)\s*-?\s*(?:(?:calendar |working |business )?days?|个?(?:自然|工作)?[天日]|d\b)/i, 1],
  [/(\d+(?:\.\d+)?)\s*-?\s*(?:weeks?|周|个?星期)/i, 7],
  [/(\d+(?:\.\d+)?)\s*-?\s*(?:months?|个?月)/i, 30],
];
const ISO = /^P(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

const FROM: ReadonlyArray<readonly [RegExp, CountsFrom]> = [
  [/deliver|receipt|receiv|arriv|签收|收货|收到|送达/i, 'delivered'],
  [/issue|开具|开票/i, 'issued'],
  [/pa(?:id|y)|付款|支付/i, 'paid'],
  [/plac|order|creat|purchas|下单|购买/i, 'placed'],
];

/** What a limit counts from, of any words. */
export const readFrom = (text: unknown): CountsFrom | undefined =>
  typeof text === 'string' ? FROM.find(([words]) => words.test(text))?.[1] : undefined;

const number = (value: unknown): number | undefined => {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) && read >= 0 ? read : undefined;
};

function inWords(text: string): Limit | undefined {
  const iso = ISO.exec(text.trim());
  if (iso && text.trim() !== 'P') {
    const [months = 0, weeks = 0, days = 0, hours = 0, minutes = 0] = iso.slice(1).map((part) => Number(part ?? 0));
    return { days: months * 30 + weeks * 7 + days + hours / 24 + minutes / 1440 };
  }
  for (const [unit, days] of UNITS) {
    const found = unit.exec(text)?.[1];
    const from = readFrom(text);
    if (found !== undefined) return { days: Number(found) * days, ...(from ? { from } : {}) };
  }
  return undefined;
}

/** A limit of any usual shape: 7, "14 days", "P30D", "7 天", {days: 7, from: "delivered"}, {value: 2, unit: "weeks"}; null: none. */
export function readLimit(value: unknown): Limit | undefined {
  if (value === null || value === false) return { days: null };
  const days = number(value);
  if (days !== undefined) return { days };
  if (typeof value === 'string')
    return /^(?:none|unlimited|any ?time|no limit|不限|无限制)$/i.test(value.trim()) ? { days: null } : inWords(value);
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  const fields = new Map(Object.entries(value).map(([key, field]) => [key.toLowerCase().replaceAll('_', ''), field]));
  const from = readFrom(fields.get('from') ?? fields.get('since') ?? fields.get('after') ?? fields.get('of'));
  const per: ReadonlyArray<readonly [string, number]> = [
    ['minutes', 1 / 1440],
    ['hours', 1 / 24],
    ['days', 1],
    ['workingdays', 1.4],
    ['businessdays', 1.4],
    ['weeks', 7],
    ['months', 30],
  ];
  for (const [unit, scale] of per) {
    const amount = number(fields.get(unit));
    if (amount !== undefined) return { days: amount * scale, ...(from ? { from } : {}) };
  }
  const amount = number(fields.get('value') ?? fields.get('amount') ?? fields.get('count'));
  const read = amount === undefined ? undefined : inWords(`${amount} ${String(fields.get('unit') ?? 'days')}`);
  return read && { ...read, ...(from ? { from } : {}) };
}
