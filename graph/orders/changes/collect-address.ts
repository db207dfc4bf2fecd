import { z } from 'zod';
import { anyOf } from '../../../text/any-of.ts';
import type { WriteView } from '../../../tools/changes/write-tool.ts';
import { type AddressArgument, addressArgument } from '../../../tools/orders/address-argument.ts';
import { addressParts } from '../../../tools/orders/format-address.ts';
import { orderPhrases } from '../../phrases/orders.ts';
import { phrasesIn } from '../../phrases/phrases.ts';
import { extractAddress } from '../address.ts';
import { type Contact, contactSaid, speaksOfContact } from '../contact-said.ts';
import type { Collected, Said } from './change.ts';
import { savedAddress } from './saved-address.ts';
import { joinedAddress, wholeAddress } from './whole-address.ts';

const knownSchema = z.object({ address: addressArgument.optional().catch(undefined) });
type Parts = Exclude<AddressArgument, string>;

const inParts = (address: AddressArgument): Parts => (typeof address === 'string' ? { line: address } : address);

/** The new address, recipient or phone, told at once or piece by piece; asked for where the message has none. */
export function collectAddress({ request, askedSlot, order, view, known }: Said): Collected {
  const { text, slots } = request;
  const { address: begun } = knownSchema.parse(known);
  const { contact } = contactSaid(text, askedSlot === 'recipient' && slots.answer === undefined);
  const told: Contact = { ...(begun === undefined ? {} : contactOf(inParts(begun))), ...contact };
  const place = placeSaid(text, askedSlot === 'address', begun);
  const whole =
    place === undefined
      ? (savedAddress(text, view) ?? (contact.name || contact.phone ? (begun ?? asStored(order, view)) : undefined))
      : wholeAddress(place, order.shipping_address, view.language);
  if (whole !== undefined)
    return { args: { address: told.name || told.phone ? { ...inParts(whole), ...told } : whole } };
  return speaksOfContact(text)
    ? { ask: orderPhrases(view.language).whichRecipient(order.id), slot: 'recipient', choices: [], known }
    : { ask: phrasesIn(view.language).askAddress(order.id), slot: 'address', choices: [], known };
}

/** The street and place in a message, joined to what was begun where it goes on with it. */
function placeSaid(text: string, asked: boolean, begun: AddressArgument | undefined): string | undefined {
  const said = extractAddress(text, asked) ?? behindNumber(text);
  if (said === undefined || begun === undefined || !asked) return said;
  return extractAddress(text, false) === undefined ? joinedAddress(inParts(begun).line, said) : said;
}

const STREET = anyOf(
  /\d.*\b(?:street|st|road|rd|avenue|ave|lane|drive|way|close|court|square|terrace|place|hill|row|walk|gardens?|park|quay)\b/iu,
  /[路街巷弄道][^，,]{0,6}\d|\d.{0,3}[号栋幢弄]/iu,
);

/** "TH-5520, 40 Mill Lane": the street that stands behind the order's number. */
function behindNumber(text: string): string | undefined {
  const rest = /(?:^|\n)\s*#?[A-Za-z]{0,4}-?\d{3,}[\d-]*\s*[,，:：;；\s]\s*(\S[^\n]+)$/u.exec(text)?.[1];
  return rest !== undefined && STREET.test(rest) ? extractAddress(rest, true) : undefined;
}

const contactOf = ({ name, phone }: Parts): Contact => ({ ...(name && { name }), ...(phone && { phone }) });

/** Where the order goes now, for another recipient; undefined where it has no street. */
function asStored(order: Said['order'], { language }: Pick<WriteView, 'language'>): Parts | undefined {
  const parts = Object.fromEntries(addressParts(order.shipping_address, language));
  return parts.line === undefined ? undefined : { ...parts, line: parts.line };
}
