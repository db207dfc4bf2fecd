import { z } from 'zod';

const digits = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');
/** Country codes and leading zeros may be left out, never more. */
const PREFIX = 4;
const SHORTEST = 7;

/** Whether two phone numbers are one, with or without the country's code. */
function samePhone(a: string, b: string): boolean {
  const [short = '', long = ''] = [digits(a), digits(b)].sort((x, y) => x.length - y.length);
  return short.length >= SHORTEST && long.length - short.length <= PREFIX && long.endsWith(short);
}

const addressSchema = z.object({ phone: z.string().optional(), email: z.string().optional() });

/** Whether a phone number or e-mail is the one that an order was placed with or is delivered to. */
export function matchesContact(
  contact: string,
  order: { phone: string | null; email: string | null; shippingAddress: unknown },
): boolean {
  const address = addressSchema.safeParse(order.shippingAddress);
  const given = address.success ? address.data : {};
  const known = [order.phone, order.email, given.phone, given.email].filter((one) => typeof one === 'string');
  return contact.includes('@')
    ? known.some((one) => one.includes('@') && one.trim().toLowerCase() === contact.trim().toLowerCase())
    : known.some((one) => !one.includes('@') && samePhone(one, contact));
}
