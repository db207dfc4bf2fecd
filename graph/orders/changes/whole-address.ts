import type { Language } from '../../../stores/schema.ts';
import { anyOf } from '../../../text/any-of.ts';
import type { AddressArgument } from '../../../tools/orders/address-argument.ts';
import { addressParts, type PartName } from '../../../tools/orders/format-address.ts';
import { isSameAddress } from '../../../tools/orders/same-address.ts';
import { widerQuestions } from '../../knowledge/places/wider-place.ts';

/** A street or a house in it; what has none goes on with an address that was begun. */
const STREET = anyOf(
  /[路街道巷弄村里](?:\s*\d|[东西南北中]?[一二三四五六七八九十\d]+段)|\d+\s*号(?!楼|院)/iu,
  /\b\d{1,4}[a-z]?,? \p{L}{3,}|\b(?:rue|via|calle|ul\.|avenida)\b/iu,
  /\p{L}(?:stra(?:ß|ss)e|str\.|gasse|weg|allee|gracht|straat|gatan|vej)\b/iu,
);
/** A flat, a floor, a box: no street either, whatever its number looks like. */
const WITHIN = /^(?:flat|unit|apt\.?|apartment|room|suite|floor|building|block|c\/o)\b[^,，]*$/i;
const TOWN = /[省市州县旗]|自治区|特别行政区/;
const POSTCODE =
  /(?<!\d)\d{5,6}(?!\d)|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]\d{2} ?[A-Z\d]{4}\b|\b\d{4} ?[A-Z]{2}\b/;

const piecesOf = (address: string): string[] => address.split(/[,，]/).map((piece) => piece.trim());

const hasStreet = (address: string): boolean =>
  piecesOf(address).some((piece) => !WITHIN.test(piece) && STREET.test(piece));

/** The address that was begun and what was added to it ("Cork, T23 XN53", 13座5楼); the new one alone where it is another. */
export function joinedAddress(begun: string, added: string): string {
  if (hasStreet(added) && /\d/.test(begun)) return added;
  const [first, second] = hasStreet(added) ? [added, begun] : [begun, added];
  const han = /\p{Script=Han}/u.test(added);
  const rest = han
    ? second.replace(/^\p{Script=Han}{2,4}(?=\s)/u, (place) => (first.includes(place) ? '' : place)).trim()
    : second;
  return `${first}${han ? ' ' : ', '}${rest}`;
}

/** Whether an address tells its town: by a word for one, a postcode, a known place, or a part behind the street. */
function namesTown(address: string): boolean {
  if (TOWN.test(address) || POSTCODE.test(address) || widerQuestions(address).length > 0) return true;
  return !/\p{Script=Han}/u.test(address) && piecesOf(address).filter((piece) => !WITHIN.test(piece)).length > 1;
}

const PLACES: readonly PartName[] = ['city', 'province', 'country'];

/** Another house of the street, whose postcode holds for it too. */
function isSameStreet(old: string, line: string): boolean {
  const street = line.replace(/[\d\s号,，]+/gu, '').toLowerCase();
  return (
    street.length > 2 &&
    old
      .replace(/[\d\s号,，]+/gu, '')
      .toLowerCase()
      .endsWith(street)
  );
}

/** A street without a town is in the town that the order goes to: what the customer confirms says so. */
export function wholeAddress(address: string, old: unknown, language: Language): AddressArgument {
  if (namesTown(address) || isSameAddress(old, address)) return address;
  const parts = addressParts(old, language);
  const kept = isSameStreet(parts.get('line') ?? '', address) ? [...PLACES, 'postcode' as const] : PLACES;
  const around = kept.flatMap((part) => {
    const place = parts.get(part);
    return place && !address.includes(place) ? [[part, place] as const] : [];
  });
  return around.length > 0 ? { line: address, ...Object.fromEntries(around) } : address;
}
