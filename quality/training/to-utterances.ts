import type { Utterance } from '../../understanding/training/expand.ts';
import type { Language } from '../../understanding/types.ts';
import type { DatasetRow } from '../datasets/dataset-rows.ts';

/** A label comes from the shop's own customers: it counts as so many of the shipped examples. */
const LABEL_WEIGHT = 3;

/** What stands for masked data where a text has to be one that a customer could write. */
const SAMPLES: Readonly<Record<string, Record<Language, string>>> = {
  '{phone}': { zh: '13912345678', en: '+1 202 555 0136' },
  '{address}': { zh: '中山路12号', en: '12 Main Street' },
  '{order_id}': { zh: 'A20260107', en: 'A20260107' },
  '{email}': { zh: 'lin@example.com', en: 'lin@example.com' },
};
/** data/intents has fillers of its own for the others. */
const NO_FILLER = ['{phone}', '{address}'];

const fill = (text: string, language: Language, masks: readonly string[]): string =>
  masks.reduce((out, mask) => out.replaceAll(mask, SAMPLES[mask]?.[language] ?? mask), text);

/** A masked text with samples in the masks' places. */
export const sampledText = (text: string, language: Language): string => fill(text, language, Object.keys(SAMPLES));

/** What of a dataset is trained on. */
export const toUtterances = (rows: readonly DatasetRow[]): Utterance[] =>
  rows
    .filter(({ split }) => split === 'train')
    .map(({ text, intent, language, origin }) => ({
      text: fill(text, language, NO_FILLER),
      intent,
      language,
      ...(origin === 'label' && { weight: LABEL_WEIGHT }),
    }));
