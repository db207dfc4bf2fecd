import { MOST_COMPARED } from '../../../tools/products/compare-products.ts';
import { normaliseText } from '../../../understanding/normalise.ts';
import { ordinalsIn } from '../../../understanding/slots/ordinal.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import { mentionedProducts } from '../meant/mentions.ts';

const FIRST_FEW = /前(两|二|2|三|3|四|4)(?:个|款|种|件)?|\bfirst (two|three|four|2|3|4)\b/;
const HOW_MANY: Record<string, number> = { 两: 2, 二: 2, 三: 3, 四: 4, two: 2, three: 3, four: 4 };
/** One of a kind is looked for: "which brake pads are quieter". */
const WHICH = /哪|\bwhich\b/;
const JOINED = /和|跟|与|还是|对比|\bvs\b|\bversus\b|\b(?:and|or|than|with|to)\b/;

/**
 * The products that a comparison is asked of: those named; else places in what is in view ("the first two", 第一个和第三个);
 * else one that is named with those its own words also fit ("Buds 3 and Buds Lite") or with what is in view; else what
 * is in view.
 */
export function comparedProducts(
  { text, slots }: Pick<UnderstoodRequest, 'text' | 'slots'>,
  inView: readonly string[],
): string[] {
  const { ids, named } = mentionedProducts(slots);
  const most = (chosen: readonly string[]): string[] => [...new Set(chosen)].slice(0, MOST_COMPARED);
  if (named && ids.length >= 2) return most(ids);
  const normalised = normaliseText(text);
  const placed = named ? [] : placesIn(normalised, inView);
  if (placed.length >= 2) return placed;
  const [only] = ids;
  if (named && only !== undefined) {
    const ofKind = JOINED.test(normalised) || (inView.length === 0 && WHICH.test(normalised));
    const kin = ofKind ? kinOf(only, slots) : [];
    return most(kin.length >= 2 ? kin : [only, ...inView]);
  }
  return most(ids.length >= 2 ? ids : [...ids, ...inView]);
}

/** What stands at the places in the list that was shown. */
function placesIn(normalised: string, inView: readonly string[]): string[] {
  const few = FIRST_FEW.exec(normalised);
  const count = few?.[1] ?? few?.[2];
  if (count !== undefined) return inView.slice(0, HOW_MANY[count] ?? Number(count));
  return ordinalsIn(normalised).flatMap((place) => inView.slice(place - 1, place));
}

/** The smallest kind that is named with the product in it, when it is small enough to be meant as a whole. */
const kinOf = (id: string, { categories }: UnderstoodRequest['slots']): string[] =>
  categories
    .map(({ productIds }) => productIds)
    .filter((productIds) => productIds.includes(id) && productIds.length >= 2 && productIds.length <= MOST_COMPARED)
    .sort((a, b) => a.length - b.length)[0] ?? [];
