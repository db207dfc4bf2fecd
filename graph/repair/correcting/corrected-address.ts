import { z } from 'zod';
import { addressArgument } from '../../../tools/orders/address-argument.ts';
import type { Correction } from './correction.ts';

const draftSchema = z.object({ address: addressArgument });
/** A house alone: "22号", "number 22", "22". */
const HOUSE = /^(?:(?:no\.?|number) ?)?(\d{1,5}[a-z]?(?: ?号)?)[。.!！]*$/iu;
const HOUSES = /\d{1,5}[a-z]?(?: ?号)?/giu;

/**
 * The street that waits for a yes with what the customer puts right in it ("not 20, 22"); undefined where what is wrong
 * stands nowhere in it, or in two places.
 */
export function correctedAddress(
  args: Record<string, unknown> | undefined,
  { wrong, rest }: Pick<Correction, 'wrong' | 'rest'>,
): string | undefined {
  const read = draftSchema.safeParse(args);
  if (!read.success) return undefined;
  const { address } = read.data;
  const line = typeof address === 'string' ? address : address.line;
  const house = HOUSE.exec(rest)?.[1];
  const said = house ?? rest;
  const [only, ...more] = wrong === undefined && house ? (line.match(HOUSES) ?? []) : [wrong ?? ''];
  if (!only || more.length > 0) return undefined;
  const [before, after, ...others] = line.split(only);
  if (before === undefined || after === undefined || others.length > 0) return undefined;
  const withinNumber = /\d$/.test(before) || (/\d$/.test(only) && /^\d/.test(after));
  return withinNumber ? undefined : `${before}${said}${after}`;
}
