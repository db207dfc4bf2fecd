import { textOf } from '../stores/local-text.ts';
import type { Language } from '../stores/schema.ts';

/** Names that shops give the parts of an address, from the largest place to the house; others are left out. */
const PARTS = {
  country: ['country'],
  province: ['province', 'state', 'region'],
  city: ['city', 'town'],
  district: ['district', 'county'],
  line: ['line', 'line1', 'address1', 'address', 'street', 'detail'],
  line2: ['line2', 'address2'],
  postcode: ['postcode', 'postalCode', 'zip', 'zipCode'],
} as const;
type PartName = keyof typeof PARTS;

const WRITTEN: Record<Language, { place: PartName[]; join: string }> = {
  zh: { place: ['country', 'province', 'city', 'district', 'line', 'line2', 'postcode'], join: ' ' },
  en: { place: ['line', 'line2', 'district', 'city', 'province', 'postcode', 'country'], join: ', ' },
};

/** An address on one line, with its recipient and phone, in the order that the language writes it; null: none given. */
export function formatAddress(address: unknown, language: Language): string | null {
  if (typeof address !== 'object' || address === null || 'zh' in address || 'en' in address)
    return textOf(address, language) || null;
  const fields = new Map(Object.entries(address));
  const part = (names: readonly string[]): string => {
    const name = names.find((one) => fields.has(one));
    return name === undefined ? '' : textOf(fields.get(name), language);
  };
  const { place, join } = WRITTEN[language];
  const written = place.map((name) => part(PARTS[name])).filter(Boolean);
  // "上海市 上海市", a city that is its own province.
  const distinct = written.filter((text, index) => text !== written[index - 1]);
  const who = [part(['name', 'recipient', 'receiver']), part(['phone', 'tel', 'mobile'])].filter(Boolean).join(' ');
  if (distinct.length === 0 && who === '') return textOf(address, language) || null;
  const where = distinct.join(join);
  return [language === 'zh' ? where : who, language === 'zh' ? who : where]
    .filter(Boolean)
    .join(language === 'zh' ? '，' : ', ');
}
