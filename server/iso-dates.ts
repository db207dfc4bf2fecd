/** A record of ours as it goes over the wire: dates as ISO 8601. */
export type WithIsoDates<T> = { [Key in keyof T]: T[Key] extends Date ? string : T[Key] };

/** Top-level dates only: what is deeper are strings already. */
export function withIsoDates<T extends object>(record: T): WithIsoDates<T> {
  const entries = Object.entries(record).map(([key, value]) => [
    key,
    value instanceof Date ? value.toISOString() : value,
  ]);
  return Object.fromEntries(entries) as WithIsoDates<T>;
}
