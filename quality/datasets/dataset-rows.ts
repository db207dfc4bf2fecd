import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { IntentCatalogue } from '../../understanding/intents.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { collectUtterances } from '../../understanding/training/expand.ts';
import { languageSchema } from '../../understanding/types.ts';
import { labelSlotSchema } from '../labels/label-schema.ts';
import type { ResolvedLabel } from '../labels/resolved-labels.ts';
import { maskPersonal } from '../mask.ts';

/** One text of a dataset. `held` rows are never trained on: models are compared on them. */
export const datasetRowSchema = z.object({
  text: z.string(),
  intent: z.string(),
  language: languageSchema,
  origin: z.enum(['shipped', 'label']),
  split: z.enum(['train', 'held', 'context']),
  slots: z.array(labelSlotSchema).default([]),
  label: z.string().optional(),
});
export type DatasetRow = z.infer<typeof datasetRowSchema>;

/** Of a hundred labelled texts, those whose hash falls below are held back: always the same ones, in every version. */
const HELD_PERCENT = 20;

/** Whether a text is held back from training; by its normalised letters alone, so every version agrees. */
export const isHeldBack = (text: string): boolean =>
  createHash('sha256').update(normaliseText(text)).digest().readUInt32BE(0) % 100 < HELD_PERCENT;

/** Brackets and braces mean choices and slots in data/intents; in a customer's words they mean nothing. */
const plain = (text: string): string =>
  text
    .replace(/[[\]{}|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * The shipped examples and the labels as rows, personal data masked. A text that is shipped already is not held back:
 * every model has seen it. What is only understood in its context is kept and not trained on.
 */
export function datasetRows(catalogue: IntentCatalogue, labels: readonly ResolvedLabel[]): DatasetRow[] {
  const rows = new Map<string, DatasetRow>();
  const learnt = new Set(catalogue.intents.map(({ id }) => id));
  const shipped = new Set<string>();
  for (const { text, intent, language } of collectUtterances(catalogue.intents)) {
    shipped.add(normaliseText(text));
    rows.set(`s ${intent} ${text}`, { text, intent, language, origin: 'shipped', split: 'train', slots: [] });
  }
  for (const label of labels) {
    for (const request of label.requests) {
      const text = maskPersonal(plain(request.text));
      // Talk about the conversation itself is read by rules: nothing to learn.
      if (text === '' || !learnt.has(request.intent)) continue;
      const split = request.inContext
        ? 'context'
        : !shipped.has(normaliseText(text)) && isHeldBack(text)
          ? 'held'
          : 'train';
      const slots = request.slots.map((slot) => ({ ...slot, value: maskPersonal(slot.value) }));
      const row: DatasetRow = {
        text,
        intent: request.intent,
        language: label.language,
        origin: 'label',
        split,
        slots,
        label: label.id,
      };
      // Two customers who said the same are one row; the label that was given last counts.
      rows.set(`l ${normaliseText(text)}`, row);
    }
  }
  return [...rows.values()];
}

/** Rows by intent, language, origin and split. */
export interface DatasetCounts {
  rows: number;
  labels: number;
  train: number;
  held: number;
  context: number;
  languages: Record<string, number>;
  /** Of the labels alone: what was added to the shipped examples. */
  intents: Record<string, { shipped: number; labels: number; held: number; zh: number; en: number }>;
}

export function countRows(rows: readonly DatasetRow[]): DatasetCounts {
  const counts: DatasetCounts = {
    rows: rows.length,
    labels: 0,
    train: 0,
    held: 0,
    context: 0,
    languages: {},
    intents: {},
  };
  for (const { intent, language, origin, split } of rows) {
    const one = counts.intents[intent] ?? { shipped: 0, labels: 0, held: 0, zh: 0, en: 0 };
    counts.intents[intent] = one;
    counts[split]++;
    counts.languages[language] = (counts.languages[language] ?? 0) + 1;
    one[language]++;
    if (split === 'held') one.held++;
    if (origin === 'shipped') one.shipped++;
    else {
      one.labels++;
      counts.labels++;
    }
  }
  return counts;
}
