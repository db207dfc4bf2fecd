import { type Kysely, sql } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import type { StaffMember } from '../ports.ts';

/** An open desk says so every half minute; after this long in silence its agent is away. */
const AWAY_AFTER_SECONDS = 90;

export interface Colleague {
  id: string;
  name: string;
  /** `away`: no desk of theirs is open. */
  presence: 'available' | 'busy' | 'away';
  /** Conversations that they have now. */
  conversations: number;
}

/** Which agents are at their desks. */
export interface Presence {
  /** The desk is open in a browser of theirs; `available` left out: as before. */
  seen(staff: StaffMember, available?: boolean): Promise<void>;
  colleagues(): Promise<Colleague[]>;
}

export function createPresence(db: Kysely<Database>): Presence {
  return {
    async seen(staff, available) {
      await db
        .insertInto('staff_presence')
        .values({ staff_id: staff.id, ...(available === undefined ? {} : { available }) })
        .onConflict((conflict) =>
          conflict
            .column('staff_id')
            .doUpdateSet({ seen_at: sql`now()`, ...(available === undefined ? {} : { available }) }),
        )
        .execute();
    },
    async colleagues() {
      const rows = await db
        .selectFrom('staff as s')
        .leftJoin('staff_presence as p', 'p.staff_id', 's.id')
        .select((eb) => [
          's.id',
          's.name',
          'p.available',
          sql<boolean>`coalesce(p.seen_at > now() - ${AWAY_AFTER_SECONDS} * interval '1 second', false)`.as('here'),
          eb
            .selectFrom('handoffs as h')
            .select(eb.fn.countAll<number>().as('count'))
            .whereRef('h.claimed_by', '=', 's.id')
            .where('h.status', '=', 'claimed')
            .as('conversations'),
        ])
        .where('s.role', 'in', ['agent', 'admin'])
        .where('s.disabled_at', 'is', null)
        .orderBy('s.name')
        .execute();
      return rows.map(({ id, name, available, here, conversations }) => ({
        id,
        name,
        presence: !here ? 'away' : available === false ? 'busy' : 'available',
        conversations: Number(conversations ?? 0),
      }));
    },
  };
}
