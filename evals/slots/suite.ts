import type { Metric, Suite } from '../harness/suite.ts';
import { SLOT_KINDS, type SlotKind, scoreSlots } from './score.ts';

const BARS: Partial<Record<SlotKind, number>> = {
  orders: 0.95,
  products: 0.95,
  dates: 0.95,
  tracking: 0.9,
  quantity: 0.85,
};

/** What a message names: orders, parcels, products, days, telephones, mailboxes, numbers, over six invented shops. */
export const slotsSuite: Suite = {
  name: 'slots',
  description: 'Orders, products, days and other values found in messages about six invented shops, in both languages',
  run(context) {
    const scores = (['zh', 'en'] as const).map((language) => ({ language, ...scoreSlots(language) }));
    context.progress(1, 1);
    const metrics: Metric[] = scores.flatMap(({ language, f1 }) =>
      SLOT_KINDS.map((kind) => ({ name: `${kind}, F1 (${language})`, value: f1[kind], bar: BARS[kind] ?? null })),
    );
    const cases = scores.flatMap(({ language, mistakes }) =>
      mistakes.map(({ text, kind, expected, found }) => ({
        id: `${language} ${kind}: ${text}`,
        passed: false,
        expected,
        actual: found,
      })),
    );
    return Promise.resolve({
      metrics,
      cases,
      notes: scores.map(({ language, count }) => `${count} messages (${language})`),
    });
  },
};
