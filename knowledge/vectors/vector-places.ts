import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Notifications } from '../../stores/notifications.ts';
import type { Database } from '../../stores/schema.ts';

const placeSchema = z.object({ model: z.string(), dimensions: z.number(), generation: z.number() });
const stateSchema = z.object({
  place: placeSchema.nullable(),
  building: z.object({ model: z.string(), beside: z.boolean(), done: z.number(), total: z.number() }).nullable(),
});

/** A collection: the model whose vectors it holds, and how often it was built anew. */
export type VectorPlace = z.infer<typeof placeSchema>;

/** `place` answers searches; `building` is what is being made: beside it, or it is itself incomplete. */
export type VectorState = z.infer<typeof stateSchema>;

const NONE: VectorState = { place: null, building: null };
const KEY = 'vectors';
const CHANNEL = 'kefu_vectors';

/** Which collection answers: one row in PostgreSQL, so that all processes switch at once. */
export interface VectorPlaces {
  /** As last heard. */
  state(): VectorState;
  read(): Promise<VectorState>;
  write(state: VectorState): Promise<void>;
  close(): void;
}

/** `owner` sets apart an embedded Chroma of its own from those of other processes on one database. */
export async function createVectorPlaces(options: {
  db: Kysely<Database>;
  notifications: Notifications;
  owner?: string;
}): Promise<VectorPlaces> {
  const { db } = options;
  const key = options.owner ? `${KEY}-${options.owner}` : KEY;
  let known = NONE;
  const read = async () => {
    const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst();
    known = stateSchema.safeParse(row?.value).data ?? NONE;
    return known;
  };
  const unsubscribe = options.notifications.subscribe(CHANNEL, () => {
    read().catch(() => undefined);
  });
  await read();
  return {
    state: () => known,
    read,
    async write(state) {
      const value = JSON.stringify(state);
      await db
        .insertInto('settings')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute();
      known = state;
      await sql`select pg_notify(${CHANNEL}, '')`.execute(db);
    },
    close: unsubscribe,
  };
}

/** The models whose vectors answer or are being made, for every Chroma that this database fills. */
export async function modelsInUse(db: Kysely<Database>): Promise<string[]> {
  const rows = await db.selectFrom('settings').select('value').where('key', 'like', `${KEY}%`).execute();
  return rows.flatMap(({ value }) => {
    const { place, building } = stateSchema.safeParse(value).data ?? NONE;
    return [place, building].flatMap((one) => one?.model ?? []);
  });
}

export const samePlace = (a: VectorPlace | null, b: VectorPlace | null): boolean =>
  a?.model === b?.model && a?.dimensions === b?.dimensions && a?.generation === b?.generation;

/** Names a collection after its place, in the letters that Chroma allows; `space` sets installations apart. */
export const collectionName = (space: string, { model, dimensions, generation }: VectorPlace): string =>
  `${collectionPrefix(space)}${model
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)}-${dimensions}${generation > 1 ? `-g${generation}` : ''}`;

export const collectionPrefix = (space: string): string => `kefu-${space}-`;
