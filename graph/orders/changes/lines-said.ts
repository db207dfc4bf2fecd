import { allTexts } from '../../../stores/local-text.ts';
import type { Order, OrderItem } from '../../../stores/orders.ts';
import { anyOf } from '../../../text/any-of.ts';
import type { WriteView } from '../../../tools/changes/write-tool.ts';
import { lineText, productOf, variantOf } from '../../../tools/orders/order-lines.ts';
import { askedUnits, termsOf } from '../../../tools/products/product-words.ts';
import { slotsSchema, type UnderstoodRequest } from '../../../understanding/types.ts';
import { isInWords } from '../../products/options/is-said.ts';
import { wishedVariants } from '../../products/options/options.ts';
import { isSwap } from './change.ts';
import { keepApart } from './pieces-said.ts';
import { partGiven } from './wish-part.ts';

const WHOLE = /全部|所有|整单|全退|\b(?:everything|the (?:whole|entire) order|all of it)\b/i;
/** Of whatever is named: all that there is where nothing is. */
const EACH = /都要?(?:退|换)|两件都|\b(?:all(?: of them)?|both)\b/i;

/** "The strings I bought with the guitar", 跟吉他一起买的弦: named to say which order it was. */
const BESIDE = anyOf(
  /\b(?:bought|ordered|got|came|purchased)\b[^,.?!]{0,16}\b(?:with|alongside) (?:the|my|that|those) [\w'-]+(?: [\w'-]+)?/giu,
  /(?:和|跟|同|随)[^，。,？?]{1,12}一起(?:买|下单|订|拍)的?/giu,
);

/** "… to the kettle order", 猫粮那单里的…: which order it is. */
const OF_ITS_ORDER = anyOf(
  /\b(?:to|in|from|of|on|for) (?:the|my|that) [\w'-]+(?: [\w'-]+){0,2} order\b/giu,
  /[^，。,？?\s]{1,10}[那这]一?[单笔](?:里面?|的)?/giu,
);

/** What is said of an order's goods, without the words that tell which order it is. */
export const withoutItsOrder = (text: string): string => text.replace(OF_ITS_ORDER, ' ');

/** How a line is called on a button. */
export const lineChoice = (item: OrderItem, view: WriteView): string =>
  lineText(item, variantOf(productOf(item, view.products), item.variant_id), view.language);

/** Whether a message means all of an order, where it names these lines of it. */
export const saysAll = (text: string, named: readonly OrderItem[]): boolean =>
  WHOLE.test(text) || (named.length === 0 && EACH.test(text));

/** Where a text names a line: by its whole name, or by a telling part of it. */
export interface Mention {
  at: number;
  length: number;
  whole: boolean;
}

const escaped = (word: string): string => word.replace(/[^a-z\d]/g, '.');
const withoutBrackets = (name: string): string => name.replace(/（.*?）|\(.*?\)/gu, '').trim();

/** "Reeds for Bb clarinet" are reeds. */
const headOf = (name: string): string => name.replace(/ (?:for|with|without|to fit) .*$/i, '').trim() || name;

const singular = (word: string): string => (word.length > 4 && /[^su]s$/.test(word) ? word.slice(0, -1) : word);

/** The first place of a text, in lower case, that names the line. */
export function mentionOf(item: OrderItem, lower: string): Mention | undefined {
  const names = allTexts(item.name).map((name) => name.toLowerCase());
  for (const name of names) {
    const at = lower.indexOf(name);
    if (at >= 0) return { at, length: name.length, whole: true };
  }
  for (const name of names) {
    const part = headOf(withoutBrackets(name)).split(/\s+/).at(-1) ?? '';
    if (/\p{Script=Han}/u.test(name)) {
      // A 乳胶枕 is called 枕头, an 餐桌 桌子.
      const everyday = ['子', '头'].map((suffix) => `${part.slice(-1)}${suffix}`);
      const said = [part, part.length > 2 ? part.slice(-2) : '', ...everyday].find(
        (one) => one.length > 1 && lower.includes(one),
      );
      if (said) return { at: lower.indexOf(said), length: said.length, whole: false };
      continue;
    }
    const found = part.length > 2 ? new RegExp(`\\b${escaped(singular(part))}(?:s|es)?\\b`).exec(lower) : null;
    if (found) return { at: found.index, length: found[0].length, whole: false };
  }
  return undefined;
}

/** The lines that a text names. A word that only stands in another line's whole name names no second one. */
function linesNamed(items: readonly OrderItem[], lower: string): OrderItem[] {
  const named = items.flatMap((item) => {
    const mention = mentionOf(item, lower);
    return mention ? [{ item, mention }] : [];
  });
  // "The piano bench" is no piano.
  const before = (one: Mention): boolean =>
    !one.whole && named.some(({ mention }) => mention.at === one.at + one.length + 1 && lower[mention.at - 1] === ' ');
  const rest = named
    .filter(({ mention }) => mention.whole)
    .reduce(
      (text, { item }) => allTexts(item.name).reduce((t, name) => t.replaceAll(name.toLowerCase(), ' '), text),
      lower,
    );
  return named
    .filter(({ item, mention }) => mention.whole || (mentionOf(item, rest) && !before(mention)))
    .map(({ item }) => item);
}

const DEED = anyOf(
  /退|换|取消|不要|去掉/,
  /\b(?:return|send(?:ing)? .{0,40}back|give .{0,40}back|exchange|swap|switch|change|cancel|remove|drop|take out)/,
);

/** What stands from the first clause that names a deed on; empty where nothing goes before it. */
function fromDeed(lower: string): string {
  const clauses = lower.split(/[,，。;；!！?？\n]|\. /);
  const first = clauses.findIndex((clause) => DEED.test(clause));
  return first > 0 ? clauses.slice(first).join(', ') : '';
}

/** The lines that stand with the deed, else all that are named. */
export function linesOfDeed(items: readonly OrderItem[], lower: string): OrderItem[] {
  const ofDeed = linesNamed(items, fromDeed(lower));
  return ofDeed.length > 0 ? ofDeed : linesNamed(items, lower);
}

/** How well a text says the options of a line's variant: a whole value or its colour, or one of its words. */
function optionSaid(item: OrderItem, text: string, view: WriteView): number {
  const product = productOf(item, view.products);
  const variant = variantOf(product, item.variant_id);
  if (!product || !variant) return 0;
  const wished = wishedVariants(product, text, view.language);
  if (wished) return wished.variants.includes(variant) ? 2 : 0;
  return Object.values(variant.options).some((value) => isInWords(value, text)) ? 1 : 0;
}

/** The lines whose options are said best; empty where none are. */
function ofOption(lines: readonly OrderItem[], text: string, view: WriteView): OrderItem[] {
  const said = lines.map((item) => optionSaid(item, text, view));
  const most = Math.max(0, ...said);
  return most > 0 ? lines.filter((_, index) => said[index] === most) : [];
}

/** Of lines with the same goods those whose options are said: "the robotic one" of two vacuum cleaners. */
const ofThatKind = (lines: readonly OrderItem[], text: string, view: WriteView): OrderItem[] =>
  [...Map.groupBy(lines, ({ product_id, line }) => product_id ?? line).values()].flatMap((group) => {
    const said = ofOption(group, text, view);
    return said.length > 0 ? said : group;
  });

const SEVERAL = /都|两|俩|全|[这那]些|\b(?:both|all|two|these|those|them|each|every|either)\b/i;

/** Whether a message speaks of more than one: "both", 两条. */
export const saysSeveral = (text: string): boolean => SEVERAL.test(text);

/** Lines of the same goods where the message speaks of one: "the scarf" of two. One of them must be chosen. */
export function isOneOfAlike(lines: readonly OrderItem[], text: string): boolean {
  const goods = new Set(lines.map(({ product_id, line }) => product_id ?? line));
  if (lines.length < 2 || goods.size > 1 || saysSeveral(text)) return false;
  const lower = text.toLowerCase();
  return !lines.some(({ name }) => allTexts(name).some((one) => pluralOf(headOf(one)).test(lower)));
}

/** "Scarves" of "Wool Scarf", never "scarf". */
function pluralOf(name: string): RegExp {
  const [word = ''] =
    withoutBrackets(name)
      .toLowerCase()
      .match(/[a-z]+(?=\W*$)/) ?? [];
  const stem = word.replace(/(?:fe?|y|s)$/, '');
  return word.length > 2 ? new RegExp(`\\b${stem}(?:[fe]?s|ves|ies|es|ses)\\b`) : /(?!)/;
}

/** The lines of an order that a message points at: by button, product, name or place. Empty: it points at none. */
export function linesSaid(order: Order, request: UnderstoodRequest, view: WriteView, asked: boolean): OrderItem[] {
  const { text, slots } = request;
  const pressed = order.items.filter((item) => lineChoice(item, view) === text.trim());
  if (pressed.length > 0) return pressed;
  // What is wished for instead tells nothing of what the customer has.
  const given = isSwap(request.intent) ? partGiven(text) : text;
  const plain = text.toLowerCase().replace(BESIDE, ' ');
  // "About the shoes I got, I want to return the socks": what stands with the deed is meant.
  const apart = linesOfDeed(order.items, withoutItsOrder(plain));
  const byName = apart.length > 0 ? apart : linesOfDeed(order.items, plain);
  if (byName.length > 0) return ofThatKind(byName, given, view);
  const ids = new Set(slots.products.map(({ productId }) => productId));
  const byId = order.items.filter((item) => item.product_id !== null && ids.has(item.product_id));
  if (byId.length > 0) return ofThatKind(byId, given, view);
  const kinds = new Set(slots.categories.flatMap(({ productIds }) => productIds));
  const byKind = order.items.filter((item) => item.product_id !== null && kinds.has(item.product_id));
  if (byKind.length > 0) return ofThatKind(byKind, given, view);
  // "The vacuum" of a shop that calls it 吸尘器: the one line whose name means it.
  const terms = askedUnits(text, []).filter(({ kind }) => kind === 'word');
  const byMeaning = order.items.filter((item) => {
    const of = termsOf(allTexts(item.name).map(withoutBrackets).join(' '));
    return terms.some(({ concepts }) => concepts.some((concept) => of.has(concept)));
  });
  if (byMeaning.length === 1) return byMeaning;
  // "The blue one", of whatever there is in blue; of a swap it may as well be what is wished for.
  const byOption = isSwap(request.intent) && given === text ? [] : ofOption(order.items, given, view);
  if (byOption.length === 1) return byOption;
  if (asked && slots.ordinal) {
    const place = slots.ordinal.from === 'start' ? slots.ordinal.n - 1 : order.items.length - slots.ordinal.n;
    return order.items.slice(place, place + 1);
  }
  return [];
}

/** The lines that are named where something is said to stay. */
export function linesKept(order: Order, request: UnderstoodRequest, view: WriteView): OrderItem[] {
  const { stays } = keepApart(request.text);
  return stays === '' ? [] : linesSaid(order, { ...request, text: stays, slots: slotsSchema.parse({}) }, view, false);
}
