import { anyOf } from '../../../text/any-of.ts';

/** Words of one colour in both languages; a shop's "Sky blue" or 橄榄绿 is a kind of one of them. */
const COLOURS: readonly (readonly [RegExp, RegExp])[] = (
  [
    ['black', '黑'],
    ['white|ivory|cream', '白'],
    ['red|burgundy', '红'],
    ['blue|navy', '蓝|藏青'],
    ['green|olive', '绿'],
    ['gr[ae]y', '灰'],
    ['pink', '粉'],
    ['purple|violet', '紫'],
    ['yellow', '黄'],
    ['orange', '橙|橘'],
    ['brown|camel|tan|khaki', '棕|咖啡|驼|卡其'],
    ['beige', '米|杏'],
    ['silver', '银'],
    ['gold', '金'],
  ] as const
).map(([en, zh]) => [
  new RegExp(`\\b(?:${en})\\b`, 'i'),
  new RegExp(`(?:${zh})[\\p{Script=Han}]?色|有(?:${zh})|(?:${zh})的`, 'u'),
]);

/** The colours a question asks for, as places in the list of colours. */
export function askedColours(question: string): number[] {
  return COLOURS.flatMap(([en, zh], i) => (en.test(question) || zh.test(question) ? [i] : []));
}

/** Whether a value of an option ("Sky blue", 橄榄绿) is a kind of that colour. */
export function isOfColour(value: string, colour: number): boolean {
  const [en, zh] = COLOURS[colour] ?? [];
  return (en?.test(value) || zh?.test(`${value}色`) || zh?.test(`有${value.slice(-1)}`)) ?? false;
}

const WHOLE = /^(?:black|white|red|blue|green|gr[ae]y|pink|purple|yellow|orange|brown|beige|silver|gold)$/i;

/** Whether a question says a value's own shade: "navy" of "navy blue", not the blue that others are too. */
export const isShadeSaid = (value: string, question: string): boolean =>
  (value.match(/[a-z]{3,}/gi) ?? []).some(
    (word) => !WHOLE.test(word) && new RegExp(`\\b${word}\\b`, 'i').test(question),
  );

const AROUND = anyOf(
  /[\p{P}\s]/giu,
  /\b(?:in|the|an?|any|ones?|do|you|have|got|is|are|there|then|no|and|ok|please|that|sky|light|dark|navy)\b/giu,
  /没有|有|那|要|来|个|款|吗|么|呢|的|色|就|还|想|我|深|浅|天|雾/giu,
);

/** Whether a message says a colour and nothing else ("in red?", 有红的吗): it names no product, it chooses of one. */
export function isColourAlone(question: string): boolean {
  const said = askedColours(question).reduce((text, place) => {
    const [en, zh] = COLOURS[place] ?? [];
    const [, word] = /\(\?:([^)]*)\)/u.exec(zh?.source ?? '') ?? [];
    return text.replace(en ?? '', ' ').replace(new RegExp(word ?? '(?!)', 'u'), ' ');
  }, question);
  return said !== question && said.replace(AROUND, '') === '';
}
