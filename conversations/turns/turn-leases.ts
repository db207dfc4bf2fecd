import type pg from 'pg';
import type { Logger } from '../../config/logger.ts';
import type { TurnLimits } from './turn-limits.ts';

/** Keeps the leases of the conversations whose turns run in this process. */
export interface TurnLeases {
  /** `onLost` is called once if the lease went to another process. Returns the end of the keeping. */
  keep(conversationId: string, onLost: () => void): () => void;
  close(): void;
}

export function createTurnLeases(options: {
  pool: pg.Pool;
  owner: string;
  limits: Pick<TurnLimits, 'leaseMs' | 'renewMs'>;
  logger: Logger;
}): TurnLeases {
  const { pool, owner, limits, logger } = options;
  const kept = new Map<string, () => void>();

  const renew = async () => {
    const asked = new Map(kept);
    if (asked.size === 0) return;
    const { rows } = await pool.query<{ id: string }>(
      `update conversations set turn_lease_until = now() + $3 * interval '1 millisecond'
       where id = any ($1) and turn_owner = $2 returning id`,
      [[...asked.keys()], owner, limits.leaseMs],
    );
    const renewed = new Set(rows.map((row) => row.id));
    for (const [id, onLost] of asked) {
      // A turn that ended meanwhile gave its lease back itself.
      if (renewed.has(id) || kept.get(id) !== onLost) continue;
      kept.delete(id);
      onLost();
    }
  };

  const timer = setInterval(() => {
    renew().catch((error: unknown) => logger.warn({ err: error }, 'turn leases could not be renewed'));
  }, limits.renewMs);

  return {
    keep(conversationId, onLost) {
      kept.set(conversationId, onLost);
      return () => {
        if (kept.get(conversationId) === onLost) kept.delete(conversationId);
      };
    },
    close: () => clearInterval(timer),
  };
}
