import { addressParts } from './format-address.ts';

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');

/**
 * Whether a text names the address that is stored: its street and nothing that the stored one has not. Spaces,
 * punctuation and order do not count, and places around the street may be left out.
 */
export function isSameAddress(stored: unknown, text: string): boolean {
  const wanted = fold(text);
  return (['zh', 'en'] as const).some((language) => {
    const parts = new Map([...addressParts(stored, language)].map(([name, part]) => [name, fold(part)]));
    const line = parts.get('line');
    if (!line || !wanted.includes(line)) return false;
    // Longest first: a city's name may be part of the street's.
    const left = [...parts.values()]
      .toSorted((a, b) => b.length - a.length)
      .reduce((rest, part) => rest.replaceAll(part, ' '), wanted);
    return left.trim() === '';
  });
}
