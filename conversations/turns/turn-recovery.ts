import type pg from 'pg';
import type { Logger } from '../../config/logger.ts';
import type { OpenTurn } from './live-turn.ts';
import type { TurnLimits } from './turn-limits.ts';

/**
 * Open turns of conversations that nobody works on: the lease ran out, or the first open turn waits although no
 * process holds the conversation. Taking up a turn that is alive elsewhere does no harm: one lease, one reply.
 */
const ORPHANS = `
with first_open as (
  select distinct on (conversation_id) conversation_id, created_at from turns
  where status in ('queued', 'running')
  order by conversation_id, seq
)
select t.id as "turnId", t.conversation_id as "conversationId", t.message_id as "messageId",
  t.reply_id as "replyId", t.seq
from first_open f
join conversations c on c.id = f.conversation_id
join turns t on t.conversation_id = c.id and t.status in ('queued', 'running')
where case
  when c.turn_owner is not null then c.turn_lease_until < now()
  else greatest(f.created_at, c.turn_lease_until) < now() - $1 * interval '1 millisecond'
end
order by t.created_at, t.seq
limit $2`;

/** Ends the leases of all other processes on conversations with open turns. */
const RELEASE = `
update conversations set turn_owner = null, turn_lease_until = now()
where turn_owner <> $1 and id in (select conversation_id from turns where status in ('queued', 'running'))`;

export interface TurnRecovery {
  /** Takes up what crashed processes left, and tells how many turns that were. */
  recover(): Promise<number>;
  /** Ends the regular rounds and waits for one under way. */
  stop(): Promise<void>;
}

/** Looks for orphaned turns at once and then in regular rounds. */
export function createTurnRecovery(options: {
  pool: pg.Pool;
  limits: Pick<TurnLimits, 'recoverMs' | 'orphanMs' | 'inProcess'>;
  /** This process's name in leases. */
  owner: string;
  /** No other process uses this database: whatever is leased at the start belongs to one that died. */
  alone: boolean;
  /** False: this process has the turn already, or no place for it now. */
  takeUp(turn: OpenTurn): boolean;
  logger: Logger;
}): TurnRecovery {
  const { pool, limits, owner, alone, takeUp, logger } = options;
  let round: Promise<number> | undefined;
  let first = true;

  const look = async () => {
    const othersAreDead = alone && first;
    if (othersAreDead) await pool.query(RELEASE, [owner]);
    const orphanMs = othersAreDead ? 0 : limits.orphanMs;
    const { rows } = await pool.query<OpenTurn>(ORPHANS, [orphanMs, limits.inProcess]);
    first = false;
    const taken = rows.filter(takeUp).length;
    if (taken > 0) logger.warn({ turns: taken }, 'turns of an interrupted process are taken up');
    return taken;
  };
  const recover = () => {
    round ??= look().finally(() => {
      round = undefined;
    });
    return round;
  };
  const regularly = () => {
    recover().catch((error: unknown) => logger.warn({ err: error }, 'interrupted turns could not be looked for'));
  };

  regularly();
  const timer = setInterval(regularly, limits.recoverMs);
  return {
    recover,
    async stop() {
      clearInterval(timer);
      await round?.catch(() => undefined);
    },
  };
}
