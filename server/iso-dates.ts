/** A record of ours as it goes over the wire: dates as ISO 8601, however deep. */
export type WithIsoDates<T> = T extends Date
  ? string
  : T extends object
    ? { [Key in keyof T]: WithIsoDates<T[Key]> }
    : T;

const plain = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
};

/** Plain data only: records, lists, dates, texts and numbers. */
export const withIsoDates = <T extends object>(record: T): WithIsoDates<T> => plain(record) as WithIsoDates<T>;
