/** Numbers and times as the reader of `locale` writes them. What is no date is shown as it came. */
export interface Format {
  /** Without cents where there are none, as the server writes it. */
  money(amount: number, currency: string): string;
  /** Day and time of day, the reader's or those of a time zone; the year only when it is not this one. */
  moment(iso: string, timeZone?: string): string;
  day(iso: string): string;
  /** From one day to another; one day where they are the same. */
  days(from: string, to: string): string;
  time(iso: string): string;
  /** The time of day, with its day where that is not today. */
  recent(iso: string): string;
  minutes(count: number): string;
}

export function createFormat(locale: string): Format {
  const tag = { zh: 'zh-CN', en: 'en-GB' }[locale] ?? locale;
  const write = (iso: string, options: Intl.DateTimeFormatOptions) => {
    const date = new Date(iso);
    if (Number.isNaN(date.getTime())) return iso;
    const year = date.getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' as const };
    return new Intl.DateTimeFormat(tag, { ...options, ...(options.month ? year : {}) }).format(date);
  };
  const day = { month: 'short', day: 'numeric' } as const;
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const moneyFormat = (currency: string, currencyDisplay: 'narrowSymbol' | 'symbol') =>
    new Intl.NumberFormat(tag, {
      style: 'currency',
      currency,
      currencyDisplay,
      trailingZeroDisplay: 'stripIfInteger',
    });
  return {
    money: (amount, currency) => {
      const narrow = moneyFormat(currency, 'narrowSymbol');
      const symbol = narrow.formatToParts(amount).find(({ type }) => type === 'currency')?.value;
      // A bare $ is the dollar of the United States, £ the pound of the United Kingdom.
      const isBare = { $: 'USD', '£': 'GBP' }[symbol ?? ''];
      return (isBare && isBare !== currency ? moneyFormat(currency, 'symbol') : narrow).format(amount);
    },
    moment: (iso, timeZone) => write(iso, { ...day, ...time, ...(timeZone ? { timeZone } : {}) }),
    day: (iso) => write(iso, day),
    days: (from, to) => {
      const [first, last] = [write(from, day), write(to, day)];
      return first === last ? first : `${first} – ${last}`;
    },
    time: (iso) => write(iso, time),
    recent: (iso) => write(iso, isToday(iso) ? time : { ...day, ...time }),
    minutes: (count) =>
      new Intl.NumberFormat(tag, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(count),
  };
}

const isToday = (iso: string): boolean => new Date(iso).toDateString() === new Date().toDateString();
