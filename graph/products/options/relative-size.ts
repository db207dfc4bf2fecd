import { textOf } from '../../../stores/local-text.ts';
import { anyOf } from '../../../text/any-of.ts';

const SMALL = /(?:最|更)?小(?:一?[点号码些]|[瓶份盒包杯盆])?(?:的|那|装|呢|多少)|\b(?:smaller|smallest|small)\b/i;
const LARGE = anyOf(
  /(?:最|更|(?<!多))大(?:一?[点号码些]|[瓶份盒包杯盆])?(?:的|那|装|呢|多少)/i,
  /\b(?:bigger|biggest|larger|largest|large|big)\b/i,
);

/** Of options that are called small and large, or are numbers of one unit (30 ml, 50 ml), the one that "the small one" or 大一号的 means; undefined: none is. */
export function relativeSize(values: readonly unknown[], question: string): unknown {
  const [small, large] = [SMALL.test(question), LARGE.test(question)];
  if (small === large) return undefined;
  const called = values.filter((value) =>
    (small ? /^(?:小|small|mini)/i : /^(?:大|large|big)/i).test(textOf(value, 'zh')),
  );
  if (new Set(called.map((value) => textOf(value, 'zh'))).size === 1) return called[0];
  const sizes = values.flatMap((value) => {
    const [, number = '', unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*(\S{0,12})\s*$/u.exec(textOf(value, 'en')) ?? [];
    return number === '' ? [] : [{ value, number: Number(number), unit }];
  });
  const [first] = sizes;
  if (!first || sizes.length < values.length || sizes.some(({ unit }) => unit !== first.unit)) return undefined;
  const sorted = sizes.sort((a, b) => a.number - b.number);
  const meant = small ? sorted[0] : sorted.at(-1);
  return new Set(sorted.map(({ number }) => number)).size > 1 ? meant?.value : undefined;
}
