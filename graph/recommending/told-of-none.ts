import type { Product } from '../../stores/products.ts';
import { askedUnits, isMet } from '../../tools/products/product-words.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { termsOfRows } from '../knowledge/beyond-the-row.ts';

/** What a thing must have, be able to do or be good for: 能插卡的平板, "a jacket with a hood", "best for stairs". */
const DEMANDS: readonly RegExp[] = [
  /(?:能|可以|支持|带有?|有)(?<feature>\p{Script=Han}{1,6}?)(?:功能)?的(?=\p{Script=Han})/gu,
  /\b(?:which|what)\b[^,.?]{0,40}\b(?:best|good|great|ideal|suitable|right|suited) (?:for|on) (?:the |my |our |an? )?(?<feature>[a-z]+)/g,
  /哪.{0,2}[款个种台][^，。,？?]{0,12}适合(?<feature>\p{Script=Han}{2,6}?)(?:的|用|使用|吗|呢|[?？。]|$)/gu,
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
