import { loadLexicon } from '../../lexicon.ts';
import { isSlip, nameUnits } from '../name-units.ts';
import { type CatalogueWords, ownersOf } from './catalogue-words.ts';

/** Written as they are: "in stock" is no slip of a shop's socks. */
const SHOP_WORDS: ReadonlySet<string> = new Set(
  Object.values(loadLexicon().concepts).flatMap(({ en }) => en.flatMap((term) => term.split(' '))),
);

/** 裙子, 裤子, 鞋子: in names only their first character stands, at the end. */
const SHORT_KIND = /(\p{Script=Han})子/gu;

/** A kind in one character, where nothing can belong to it: 200 以内的锅, 最便宜的刀有哪些, 一把刀. */
const ONE_CHARACTER =
  /(?:的|[一两几][把口个盆盏台条款种支张]|哪[种款把口些])(\p{Script=Han})(?=$|[?？。，,！!]|[有吗呢]|多少|推荐|是哪)/gu;

/** Reads the units of a catalogue that texts hold, slips of one letter mended. */
export function createSaidUnits(words: CatalogueWords): (normalised: string) => Set<string> {
  const { namesWith, isKnown } = words;
  const byLength = Map.groupBy(namesWith.keys(), ({ length }) => length);

  function mended(unit: string): string {
    if (namesWith.has(unit) || unit.length < 5 || !/^[a-z]+$/.test(unit) || SHOP_WORDS.has(unit)) return unit;
    for (const length of [unit.length, unit.length - 1, unit.length + 1]) {
      const near = byLength.get(length)?.find((word) => isSlip(unit, word));
      if (near) return near;
    }
    return unit;
  }

  return (normalised) => {
    const said = new Set(nameUnits(normalised).map(mended));
    // "T-shirt" is no shirt where the catalogue knows t-shirts.
    for (const [dashed] of normalised.matchAll(/[a-z]+(?:-[a-z]+)+/g)) {
      const [whole, ...parts] = nameUnits(dashed);
      if (whole && isKnown(whole)) for (const part of parts) said.delete(part);
    }
    for (const [word, first] of normalised.matchAll(SHORT_KIND)) {
      if (ownersOf(words, `${first}$`) > 1) said.delete(word);
      said.add(`${first}$`);
    }
    for (const [, kind = ''] of normalised.matchAll(ONE_CHARACTER))
      if (ownersOf(words, `${kind}$`) > 1) said.add(`${kind}$`);
    return said;
  };
}
