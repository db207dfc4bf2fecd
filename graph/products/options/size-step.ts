import { textOf } from '../../../stores/local-text.ts';
import type { Product } from '../../../stores/products.ts';
import { anyOf } from '../../../text/any-of.ts';

type Variant = Product['variants'][number];

const BIGGER = anyOf(
  /大一?(?:个|两)?[号码]|大[一]?[点些]的?|再大|更大|(?:太|偏|买|有点|有些)小|小了/i,
  /\b(?:(?:a |one |next )?size up|bigger|larger|too (?:small|tight|short)|next size)\b/i,
);
const SMALLER = anyOf(
  /小一?(?:个|两)?[号码]|小[一]?[点些]的?|再小|更小|(?:太|偏|买|有点|有些)大|大了/i,
  /\b(?:(?:a |one )?size down|smaller|too (?:big|large|loose|long))\b/i,
);

const LETTERS = ['xxxs', 'xxs', 'xs', 's', 'm', 'l', 'xl', 'xxl', 'xxxl', 'xxxxl'];
/** 2XL is XXL. */
const letters = (text: string): string =>
  text.replace(/^(\d)(x[ls])$/, (_, times: string, end: string) => 'x'.repeat(Number(times) - 1) + end);

/** Where a size stands among others of its kind; undefined: it is no size. */
function rankOf(value: unknown): { kind: string; rank: number } | undefined {
  const text = textOf(value, 'en').trim().toLowerCase();
  const letter = LETTERS.indexOf(letters(text.replace(/ ?(?:码|号|size)$/u, '')));
  if (letter >= 0) return { kind: 'letters', rank: letter };
  const [, over, under] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  if (over && under) return { kind: 'fraction', rank: Number(over) / Number(under) };
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?) ?(\p{L}{0,6})$/u.exec(text) ?? [];
  return number ? { kind: unit, rank: Number(number) } : undefined;
}

/** Which way a message goes from the size that somebody has; undefined: it names no way, or both. */
export function sizeWay(text: string): 'bigger' | 'smaller' | undefined {
  const [bigger, smaller] = [BIGGER.test(text), SMALLER.test(text)];
  return bigger === smaller ? undefined : bigger ? 'bigger' : 'smaller';
}

/**
 * The variant of the next size from the one somebody has, all else alike. Undefined: the goods have no sizes, or
 * there is none further on.
 */
export function nextSize(
  variants: readonly Variant[],
  current: Variant | undefined,
  way: 'bigger' | 'smaller',
): Variant | undefined {
  if (!current) return undefined;
  for (const [key, value] of Object.entries(current.options)) {
    const own = rankOf(value);
    if (!own) continue;
    const others = variants
      .filter(({ options }) =>
        Object.keys(options).every(
          (one) => one === key || textOf(options[one], 'en') === textOf(current.options[one], 'en'),
        ),
      )
      .flatMap((variant) => {
        const rank = rankOf(variant.options[key]);
        return rank?.kind === own.kind ? [{ variant, rank: rank.rank }] : [];
      })
      .filter(({ rank }) => (way === 'bigger' ? rank > own.rank : rank < own.rank))
      .sort((a, b) => (way === 'bigger' ? a.rank - b.rank : b.rank - a.rank));
    if (others[0]) return others[0].variant;
  }
  return undefined;
}
