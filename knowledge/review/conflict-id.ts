import { createHash } from 'node:crypto';
import { normalize } from '../text/normalize.ts';
import type { ConflictKind } from './ports.ts';

/** The same two texts have the same id, in whatever order and version: what was set aside stays aside. */
export const conflictId = (kind: ConflictKind, a: string, b: string): string =>
  createHash('sha256')
    .update([kind, ...[a, b].map(normalize).sort()].join('\u0000'))
    .digest('hex')
    .slice(0, 24);
