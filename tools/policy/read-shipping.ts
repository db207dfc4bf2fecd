import { z } from 'zod';
import { allTexts } from '../../stores/local-text.ts';
import { readLimit } from './read-limit.ts';

/** What a shop promises of delivery, in days. */
export interface ShippingPromise {
  /** From payment to dispatch; null: it says nothing. */
  dispatch: number | null;
  areas: Array<{
    min: number;
    max: number;
    /** Words of addresses that are meant; empty: every other. */
    words: string[];
  }>;
}

const localTextSchema = z.union([
  z.string(),
  z.object({ zh: z.string().optional(), en: z.string().optional() }).transform(({ zh, en }) => ({
    ...(zh === undefined ? {} : { zh }),
    ...(en === undefined ? {} : { en }),
  })),
]);
const range = z.object({ min: z.number().nonnegative(), max: z.number().nonnegative() });
const area = z.object({
  days: range,
  area: z.string().optional(),
  provinces: z.array(localTextSchema).catch([]),
});
const shipping = z.object({
  dispatchWithin: z.unknown().optional(),
  delivery: z.union([z.array(area), area.transform((one) => [one])]).catch([]),
  days: range.optional().catch(undefined),
});

/** Reads `shipping` of policy.json; what it does not say is not guessed. */
export function readShipping(policy: unknown): ShippingPromise | null {
  const file = z.object({ shipping }).safeParse(policy);
  if (!file.success) return null;
  const { delivery, days, dispatchWithin } = file.data.shipping;
  const named = delivery
    // "Same city" can't be told from an address alone: the wider promise holds.
    .filter((one) => one.provinces.length > 0 || one.area !== 'same_city')
    .map(({ days: { min, max }, provinces }) => ({ min, max, words: provinces.flatMap((name) => allTexts(name)) }));
  const areas = named.length > 0 ? named : days ? [{ ...days, words: [] }] : [];
  const dispatch = dispatchWithin === undefined ? null : (readLimit(dispatchWithin)?.days ?? null);
  return areas.length > 0 || dispatch !== null ? { dispatch, areas } : null;
}

/** The promise for an address. */
export function promisedDays({ areas }: ShippingPromise, address: unknown): { min: number; max: number } | null {
  const text = JSON.stringify(address ?? '');
  return (
    areas.find(({ words }) => words.some((word) => text.includes(word))) ??
    areas.find(({ words }) => words.length === 0) ??
    null
  );
}
