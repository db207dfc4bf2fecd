import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Language } from '../../understanding/types.ts';

const shopSchema = z.object({
  /** What this shop's order numbers look like. */
  orderIds: z.array(z.string()),
  products: z.array(z.object({ id: z.string(), names: z.array(z.string()), category: z.array(z.string()) })),
});
export type SlotShop = z.infer<typeof shopSchema>;

const caseSchema = z.object({
  shop: z.string(),
  text: z.string(),
  orders: z.array(z.string()).default([]),
  tracking: z.array(z.string()).default([]),
  products: z.array(z.string()).default([]),
  /** `YYYY-MM-DD..YYYY-MM-DD` */
  dates: z.array(z.string()).default([]),
  phones: z.array(z.string()).default([]),
  emails: z.array(z.string()).default([]),
  quantity: z.number().optional(),
  money: z.number().optional(),
});
export type SlotCase = z.infer<typeof caseSchema>;

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

/** Six invented shops, each with order numbers of its own shape. */
export const loadSlotShops = (): Record<string, SlotShop> => z.record(z.string(), shopSchema).parse(read('shops.json'));

/** Messages and what is to be found in them, seen from noon of 28 November 2026 in Shanghai. */
export const loadSlotCases = (language: Language): SlotCase[] =>
  z.array(caseSchema).parse(read(`cases-${language}.json`));
