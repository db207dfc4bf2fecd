import { audit } from './audit.ts';
import { changeActions } from './change-actions.ts';
import { desk } from './desk.ts';
import { en } from './en.ts';
import { insights } from './insights.ts';
import { bench } from './knowledge/bench.ts';
import { conflicts } from './knowledge/conflicts.ts';
import { documentPage } from './knowledge/document-page.ts';
import { documents } from './knowledge/documents.ts';
import { faqs } from './knowledge/faqs.ts';
import { faults } from './knowledge/faults.ts';
import { gaps } from './knowledge/gaps.ts';
import { preview } from './knowledge/preview.ts';
import { terms } from './knowledge/terms.ts';
import { upkeep } from './knowledge/upkeep.ts';
import { ledger } from './ledger.ts';
import { orderChanges } from './order-changes.ts';
import { palette } from './palette.ts';
import { cases } from './quality/cases.ts';
import { evals } from './quality/evals.ts';
import { labels } from './quality/labels.ts';
import { models } from './quality/models.ts';
import { settings } from './settings.ts';
import { staff } from './staff.ts';
import { zh } from './zh.ts';

const parts = [
  desk,
  orderChanges,
  changeActions,
  ledger,
  insights,
  documents,
  documentPage,
  faqs,
  terms,
  bench,
  gaps,
  conflicts,
  preview,
  upkeep,
  faults,
  cases,
  evals,
  labels,
  models,
  staff,
  settings,
  palette,
  audit,
] as const;

type Part = (typeof parts)[number];
type Union<T> = (T extends unknown ? (part: T) => void : never) extends (part: infer All) => void ? All : never;
type Word = keyof typeof en | keyof Union<Part['en']>;

export type ConsoleDictionary = Record<Word, string>;

/** Words that two parts of the console call the same: one would stand where the other is meant. */
export const wordsInTwoParts = (): string[] => {
  const all = [en, ...parts.map((part) => part.en)].flatMap((part) => Object.keys(part));
  return all.filter((word, place) => all.indexOf(word) !== place);
};

const gather = (language: 'en' | 'zh'): ConsoleDictionary =>
  Object.assign({}, { en, zh }[language], ...parts.map((part) => part[language]));

/** Every language of the console. */
export const dictionaries = { en: gather('en'), zh: gather('zh') } satisfies Record<string, ConsoleDictionary>;
