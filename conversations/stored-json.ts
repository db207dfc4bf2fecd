import { storable } from './message-text.ts';

/** JSON for a jsonb column, which refuses what {@link storable} leaves out. */
export const storedJson = (value: unknown): string =>
  JSON.stringify(value ?? null, (_key, part: unknown) => (typeof part === 'string' ? storable(part) : part));
