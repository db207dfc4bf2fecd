import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const addressSchema = z.object({
  address1: z.string(),
  address2: z.string(),
  city: z.string(),
  country: z.string(),
  state: z.string(),
  zip: z.string(),
});
export type BenchAddress = z.output<typeof addressSchema>;

const databaseSchema = z.object({
  products: z.record(
    z.string(),
    z.object({
      name: z.string(),
      product_id: z.string(),
      variants: z.record(
        z.string(),
        z.object({
          item_id: z.string(),
          options: z.record(z.string(), z.string()),
          available: z.boolean(),
          price: z.number(),
        }),
      ),
    }),
  ),
  users: z.record(
    z.string(),
    z.object({
      user_id: z.string(),
      name: z.object({ first_name: z.string(), last_name: z.string() }),
      address: addressSchema,
      email: z.string(),
      payment_methods: z.record(
        z.string(),
        z.object({
          id: z.string(),
          source: z.string(),
          brand: z.string().optional(),
          last_four: z.string().optional(),
          balance: z.number().optional(),
        }),
      ),
      orders: z.array(z.string()),
    }),
  ),
  orders: z.record(
    z.string(),
    z.object({
      order_id: z.string(),
      user_id: z.string(),
      address: addressSchema,
      items: z.array(z.object({ name: z.string(), product_id: z.string(), item_id: z.string(), price: z.number() })),
      status: z.string(),
      fulfillments: z.array(z.object({ tracking_id: z.array(z.string()) })),
      payment_history: z.array(z.object({ amount: z.number(), payment_method_id: z.string() })),
    }),
  ),
});
export type RetailDatabase = z.output<typeof databaseSchema>;

const taskSchema = z.object({
  id: z.string(),
  evaluation_criteria: z.object({
    actions: z
      .array(z.object({ name: z.string(), arguments: z.record(z.string(), z.unknown()) }))
      .nullish()
      .transform((actions) => actions ?? []),
  }),
});
export type RetailTask = z.output<typeof taskSchema>;

const json = async (folder: string, file: string): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, 'tau2-retail', file), 'utf8'));

/** The English bench shop and its tasks, read where they lie. */
export const readRetail = async (datasetsDir: string): Promise<{ database: RetailDatabase; tasks: RetailTask[] }> => ({
  database: databaseSchema.parse(await json(datasetsDir, 'db.json')),
  tasks: z.array(taskSchema).parse(await json(datasetsDir, 'tasks.train.json')),
});
