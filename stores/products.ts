import { type Kysely, type Selectable, sql } from 'kysely';
import type { Database } from './schema.ts';

/** More accessories than this nobody reads. */
const MOST_ACCESSORIES = 200;
const MOST_OF_A_KIND = 500;

export type Product = Selectable<Database['products']> & {
  /** Which sentences of its text are quoted although they look like instructions to the machine; left out: none. */
  mayStand?: (sentence: string) => boolean;
};

/** The catalogue's rows: prices and stock are read anew for each answer. */
export interface ProductStore {
  all(): Promise<Product[]>;
  byIds(ids: string[]): Promise<Product[]>;
  /** Those that name one of `ids` among their `complements`: its accessories. */
  accessoriesOf(ids: readonly string[]): Promise<Product[]>;
  /** Those of the same categories, themselves among them; at most 500. */
  ofSameKind(ids: readonly string[]): Promise<Product[]>;
}

export function createProductStore(db: Kysely<Database>): ProductStore {
  return {
    all: () => db.selectFrom('products').selectAll().orderBy('id').execute(),
    async byIds(ids) {
      if (ids.length === 0) return [];
      const rows = await db.selectFrom('products').selectAll().where('id', 'in', ids).execute();
      return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
    },
    async accessoriesOf(ids) {
      if (ids.length === 0) return [];
      return db
        .selectFrom('products')
        .selectAll()
        .where(sql<boolean>`attributes -> 'complements' ?| ${[...ids]}::text[]`)
        .limit(MOST_ACCESSORIES)
        .execute();
    },
    async ofSameKind(ids) {
      if (ids.length === 0) return [];
      return db
        .selectFrom('products')
        .selectAll()
        .where('category', 'in', (eb) =>
          eb
            .selectFrom('products')
            .select('category')
            .where('id', 'in', [...ids]),
        )
        .orderBy('id')
        .limit(MOST_OF_A_KIND)
        .execute();
    },
  };
}
