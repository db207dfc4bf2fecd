import { createHash } from 'node:crypto';

export type AttributeValue = string | number | boolean | readonly string[];
export type Attributes = Record<string, AttributeValue | null | undefined>;

/** A span before it is written down for the wire. Times are milliseconds since 1970. */
export interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  /** `client`: another service was called; `internal`: it happened in this program. */
  kind: 'internal' | 'client';
  startMs: number;
  endMs: number;
  attributes: Attributes;
  events?: { name: string; atMs: number; attributes: Attributes }[];
  /** Why it failed. */
  error?: string | undefined;
}

/** Ids of a trace (32 digits) or span (16), the same for the same parts: what is sent twice is one span. */
export const idOf = (digits: 16 | 32, ...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, digits);
