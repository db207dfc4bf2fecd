import { textOf } from '../../stores/local-text.ts';
import type { Language } from '../../stores/schema.ts';

/** Names that shops give the parts of an address; others are left out. */
const PARTS = {
  name: ['name', 'recipient', 'receiver'],
  phone: ['phone', 'tel', 'mobile'],
  country: ['country'],
  province: ['province', 'state', 'region'],
  city: ['city', 'town'],
  district: ['district', 'county'],
  line: ['line', 'line1', 'address1', 'address', 'street', 'detail'],
  line2: ['line2', 'address2'],
  postcode: ['postcode', 'postalCode', 'zip', 'zipCode'],
} as const;
export type PartName = keyof typeof PARTS;

export const isPart = (name: string): name is PartName => name in PARTS;

/** A part of an address as it is stored, in one language or several; a plain text is a lone `line`. */
export function storedPart(address: unknown, part: PartName): unknown {
  if (typeof address !== 'object' || address === null || 'zh' in address || 'en' in address)
    return part === 'line' ? address : undefined;
  const fields = new Map<string, unknown>(Object.entries(address));
  return fields.get(PARTS[part].find((one) => fields.has(one)) ?? '');
}

/** The parts that an address has, under the names that a change of it takes; a plain text is a lone `line`. */
export function addressParts(address: unknown, language: Language): Map<PartName, string> {
  return new Map(
    Object.keys(PARTS)
      .filter(isPart)
      .flatMap((part) => {
        const text = textOf(storedPart(address, part), language);
        return text === '' ? [] : [[part, text] as const];
      }),
  );
}

/** The place from the largest to the house, or the other way, as the language writes it. */
export const placeOrder = (language: Language): readonly PartName[] => WRITTEN[language].place;

const WRITTEN: Record<Language, { place: PartName[]; join: string }> = {
  zh: { place: ['country', 'province', 'city', 'district', 'line', 'line2', 'postcode'], join: ' ' },
  en: { place: ['line', 'line2', 'district', 'city', 'province', 'postcode', 'country'], join: ', ' },
};

/** An address on one line, with its recipient and phone, in the order that the language writes it; null: none given. */
export function formatAddress(address: unknown, language: Language): string | null {
  if (typeof address !== 'object' || address === null || 'zh' in address || 'en' in address)
    return textOf(address, language) || null;
  const parts = addressParts(address, language);
  const { place, join } = WRITTEN[language];
  const written = place.map((name) => parts.get(name) ?? '').filter(Boolean);
  // "上海市 上海市", a city that is its own province.
  const distinct = written.filter((text, index) => text !== written[index - 1]);
  const who = [parts.get('name'), parts.get('phone')].filter(Boolean).join(' ');
  if (distinct.length === 0 && who === '') return textOf(address, language) || null;
  const where = distinct.join(join);
  return [language === 'zh' ? where : who, language === 'zh' ? who : where]
    .filter(Boolean)
    .join(language === 'zh' ? '，' : ', ');
}
