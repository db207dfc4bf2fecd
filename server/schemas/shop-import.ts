import { z } from 'zod';

const FILE = z.enum([
  'shop.json',
  'policy.json',
  'products.json',
  'products.csv',
  'customers.json',
  'customers.csv',
  'orders.json',
  'orders.csv',
  'promotions.json',
  'promotions.csv',
]);

export const shopImportSchema = z
  .object({
    files: z.partialRecord(FILE, z.string()).describe('Texts of the files by their names; any of them may be left out'),
    dryRun: z.boolean().default(false).describe('Checks and counts, and changes nothing'),
    removeMissing: z.boolean().default(false).describe('Removes rows that are no longer in a list handed in'),
    skipRefused: z.boolean().default(false).describe('Writes the rows that fit though others do not'),
  })
  .meta({ id: 'ShopImport' });

const countsSchema = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  removed: z.array(z.string()).describe('Ids of the rows that were removed'),
});

export const shopImportReportSchema = z
  .object({
    applied: z.boolean().describe('False: nothing was written'),
    products: countsSchema,
    customers: countsSchema,
    orders: countsSchema,
    refused: z.array(z.string()).describe('File, row and field of each fault, and what was expected'),
  })
  .meta({ id: 'ShopImportReport' });
