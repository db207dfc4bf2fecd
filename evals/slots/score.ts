import { createCatalogueIndex } from '../../understanding/slots/catalogue-index.ts';
import { findSlots } from '../../understanding/slots/find-slots.ts';
import { createOrderShapes } from '../../understanding/slots/order-shapes.ts';
import type { Language, Slots } from '../../understanding/types.ts';
import { loadSlotCases, loadSlotShops, type SlotCase } from './cases.ts';

const NOW = new Date('2026-11-28T04:00:00Z');
/** From this score on the program takes a product for named. */
const NAMED = 0.6;

export const SLOT_KINDS = ['orders', 'tracking', 'products', 'dates', 'phones', 'emails', 'quantity', 'money'] as const;
export type SlotKind = (typeof SLOT_KINDS)[number];

export interface SlotMistake {
  text: string;
  kind: SlotKind;
  expected: string;
  found: string;
}

export interface SlotScores {
  count: number;
  /** Harmonic mean of precision and recall over all values of a kind, all cases together. */
  f1: Record<SlotKind, number>;
  mistakes: SlotMistake[];
}

/** Finds the slots of every case, by default all of a language, and compares them, value by value. */
export function scoreSlots(language: Language, cases: readonly SlotCase[] = loadSlotCases(language)): SlotScores {
  const shops = loadSlotShops();
  const indexes = new Map(Object.entries(shops).map(([name, shop]) => [name, createCatalogueIndex(shop.products)]));
  const counts = Object.fromEntries(SLOT_KINDS.map((kind) => [kind, { hit: 0, found: 0, expected: 0 }]));
  const mistakes: SlotMistake[] = [];
  for (const one of cases) {
    const catalogue = indexes.get(one.shop);
    const shop = shops[one.shop];
    if (!catalogue || !shop) throw new Error(`No shop named ${one.shop}`);
    const slots = findSlots(one.text, {
      catalogue,
      now: () => NOW,
      timeZone: 'Asia/Shanghai',
      orderShapes: createOrderShapes(shop.orderIds),
    });
    for (const kind of SLOT_KINDS) {
      const expected = expectedOf(one, kind);
      const found = foundIn(slots, kind);
      const hit = found.filter((value) => expected.includes(value)).length;
      const count = counts[kind];
      if (count) {
        count.hit += hit;
        count.found += found.length;
        count.expected += expected.length;
      }
      if (hit !== expected.length || hit !== found.length)
        mistakes.push({ text: one.text, kind, expected: expected.join(', '), found: found.join(', ') });
    }
  }
  const f1 = Object.fromEntries(
    Object.entries(counts).map(([kind, { hit, found, expected }]) => [
      kind,
      found + expected === 0 ? 1 : (2 * hit) / (found + expected),
    ]),
  ) as Record<SlotKind, number>;
  return { count: cases.length, f1, mistakes };
}

function expectedOf(one: SlotCase, kind: SlotKind): string[] {
  if (kind === 'quantity' || kind === 'money') return one[kind] === undefined ? [] : [String(one[kind])];
  return one[kind];
}

function foundIn(slots: Slots, kind: SlotKind): string[] {
  switch (kind) {
    case 'orders':
      return slots.orderIds;
    case 'tracking':
      return slots.trackingNumbers;
    case 'products':
      return slots.products.filter(({ score }) => score >= NAMED).map(({ productId }) => productId);
    case 'dates':
      return slots.dates.map(({ from, to }) => `${from}..${to}`);
    case 'quantity':
      return slots.quantity === undefined ? [] : [String(slots.quantity)];
    case 'money':
      return slots.money.map(({ amount }) => String(amount));
    default:
      return slots[kind];
  }
}
