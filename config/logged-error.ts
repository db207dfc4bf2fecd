import { stdSerializers } from 'pino';

const isPlain = (value: object): boolean => {
  const parent: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || parent === Object.prototype || parent === null;
};

/**
 * An error as it is logged: message, stack, causes, and its own fields but for live objects. Drivers hang whole
 * connections on their errors (pg's `client`), with settings that belong in no log.
 */
export function loggedError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const fields = Object.entries(stdSerializers.err(error));
  return Object.fromEntries(
    fields.filter(([, value]) => typeof value !== 'object' || value === null || isPlain(value) || 'stack' in value),
  );
}
