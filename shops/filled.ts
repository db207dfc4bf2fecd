/** `{args.reason}` alone is the argument itself; within a text it is put in as text. */
export function filled(part: unknown, values: Record<string, unknown>): unknown {
  if (Array.isArray(part)) return part.map((one) => filled(one, values));
  if (typeof part === 'object' && part !== null)
    return Object.fromEntries(
      Object.entries(part)
        .map(([key, one]) => [key, filled(one, values)] as const)
        .filter(([, one]) => one !== undefined),
    );
  if (typeof part !== 'string') return part;
  const alone = /^\{([\w.]+)\}$/.exec(part)?.[1];
  if (alone !== undefined) return reach(values, alone);
  return part.replace(/\{([\w.]+)\}/g, (_, name: string) => String(reach(values, name) ?? ''));
}

/** What a dotted name leads to; undefined when nothing is there. */
export const reach = (values: unknown, name: string): unknown =>
  name
    .split('.')
    .reduce<unknown>(
      (at, key) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, key)
          ? (at as Record<string, unknown>)[key]
          : undefined,
      values,
    );
