import { z } from 'zod';
import { textOf } from '../../stores/local-text.ts';
import { isPart, storedPart } from './format-address.ts';

const part = z.string().trim().max(200).optional();

/** An address as a text, or in its parts. */
export const addressArgument = z.union([
  z.string().trim().min(5).max(300),
  z.object({
    name: part,
    phone: part,
    line: z.string().trim().min(1).max(300),
    line2: part,
    district: part,
    city: part,
    province: part,
    postcode: part,
    country: part,
  }),
]);
export type AddressArgument = z.infer<typeof addressArgument>;

/** What is stored of a part that reads as it did: whoever writes in one language leaves the others as they are. */
function asStored(old: unknown, name: string, text: string): unknown {
  const stored = isPart(name) ? storedPart(old, name) : undefined;
  return (['zh', 'en'] as const).some((language) => textOf(stored, language) === text) ? stored : text;
}

/** The new address to be stored: recipient and phone stay unless others are given. */
export function addressToStore(old: unknown, address: AddressArgument): Record<string, unknown> {
  const kept = z.looseObject({ name: z.unknown().optional(), phone: z.unknown().optional() }).safeParse(old);
  const { name, phone, label } = kept.success ? kept.data : {};
  const parts = typeof address === 'string' ? { line: address } : address;
  const given = Object.fromEntries(
    Object.entries(parts).flatMap(([name, value]) => (value ? [[name, asStored(old, name, value)]] : [])),
  );
  return {
    ...(label === undefined ? {} : { label }),
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
    ...given,
  };
}
