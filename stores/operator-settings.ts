import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Database } from './schema.ts';

/** A text in one or both languages; null: the default. */
const text = (max: number) => {
  const words = z
    .string()
    .max(max)
    .transform((given) => given.trim() || undefined)
    .optional();
  return z
    .object({ zh: words, en: words })
    .nullable()
    .transform((given) => (given?.zh === undefined && given?.en === undefined ? null : given))
    .default(null);
};
const list = (most: number, max: number) => z.array(z.string().trim().min(1).max(max)).max(most);
const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:00');
const day = z.object({ open: clock, close: clock }).nullable();
const pricePerMillion = z.number().min(0).max(100_000).nullable().default(null);

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const HANDOFF_TEXTS = [
  'called',
  'calledClosed',
  'takesLonger',
  'backInQueue',
  'passedOn',
  'backToBot',
  'returned',
  'contactTaken',
] as const;

/** What the people who run the shop set in the console, over the shop's files and the built-in words. */
export const operatorSettings = {
  shop: z.object({
    name: text(80),
    /** Null on a day: closed. Null at all: as the shop's files say. */
    hours: z
      .object(Object.fromEntries(WEEKDAYS.map((name) => [name, day])) as Record<(typeof WEEKDAYS)[number], typeof day>)
      .nullable()
      .default(null),
  }),
  widget: z.object({
    title: text(40),
    greeting: text(80),
    greetingText: text(300),
    /** Stands before the first message; there is always one. */
    notice: text(400),
    starters: z
      .object({ zh: list(6, 80), en: list(6, 80) })
      .nullable()
      .default(null),
    /** The colour that everything else is derived from. */
    accent: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #0d746a')
      .nullable()
      .default(null),
  }),
  handoff: z.object(
    Object.fromEntries(HANDOFF_TEXTS.map((key) => [key, text(500)])) as Record<
      (typeof HANDOFF_TEXTS)[number],
      ReturnType<typeof text>
    >,
  ),
  /** Beside what policy.json and the products themselves exclude. */
  recommendation: z.object({
    neverProducts: list(500, 200).default([]),
    neverCategories: list(100, 200).default([]),
  }),
  /** Of the model, a million tokens, for the insights. */
  prices: z.object({
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be a currency such as USD')
      .default('USD'),
    input: pricePerMillion,
    output: pricePerMillion,
  }),
};

export type OperatorSection = keyof typeof operatorSettings;
export type OperatorSettings = { [Section in OperatorSection]: z.infer<(typeof operatorSettings)[Section]> };

const keyOf = (section: OperatorSection) => `operator.${section}`;

/** A section as set, with defaults where nothing is; what an older release stored and no longer fits counts as unset. */
export async function readOperatorSection<Section extends OperatorSection>(
  db: Kysely<Database>,
  section: Section,
): Promise<OperatorSettings[Section]> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', keyOf(section)).executeTakeFirst();
  const schemas: { [S in OperatorSection]: z.ZodType<OperatorSettings[S]> } = operatorSettings;
  const schema = schemas[section];
  const parsed = schema.safeParse(row?.value ?? {});
  return parsed.success ? parsed.data : schema.parse({});
}

/** Keeps a section and tells every process that the shop is another one now. */
export async function writeOperatorSection<Section extends OperatorSection>(
  db: Kysely<Database>,
  section: Section,
  settings: OperatorSettings[Section],
): Promise<void> {
  const value = JSON.stringify(settings);
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('settings')
      .values({ key: keyOf(section), value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute();
    await sql`select pg_notify('kefu_shop', '')`.execute(trx);
  });
}
