import type { Product } from '../../stores/products.ts';
import { askedUnits, isMet } from '../../tools/products/product-words.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { termsOfRows } from '../knowledge/beyond-the-row.ts';

/** What a thing must have or be able to do: 能插卡的平板, "a jacket with a hood". */
const DEMANDS: readonly RegExp[] = [
  /(?:能|可以|支持|带有?|有)(?<feature>\p{Script=Han}{1,6}?)(?:功能)?的(?=\p{Script=Han})/gu,
  /\b(?:with|that has|that have|that can|which can) (?:an? )?(?<feature>[a-z]+(?: [a-z]+)?)/g,
];
/** For whom, for how much and that it can be had: no property of a thing. */
const NO_FEATURE =
  /^(?:货|现货|用|送|买|推荐|优惠|便宜|贵|好|更|under|budget|good|free|stock|me|my|him|her|them|kids?|love)/;

/** Whether a wish names a feature that none of the goods tells of itself: they are shown as something near it, not as that. */
export function toldOfNone(wish: string, goods: readonly Product[]): boolean {
  const normalised = normaliseText(wish);
  const rows = termsOfRows(goods);
  const written = JSON.stringify(goods);
  return DEMANDS.flatMap((demand) => [...normalised.matchAll(demand)]).some(({ groups }) => {
    const feature = groups?.feature ?? '';
    const units = NO_FEATURE.test(feature) ? [] : askedUnits(feature, []).filter(({ kind }) => kind === 'word');
    return units.length > 0 && !written.includes(feature) && !units.some((unit) => isMet(unit, rows));
  });
}
