import { badRequest } from '../../config/errors.ts';
import type { FaqInput, FaqView, Variants } from '../ports.ts';
import { writeCsv } from '../sheets/csv.ts';
import { readTable } from '../sheets/table.ts';

const MOST_ROWS = 5_000;
const COLUMNS = {
  id: ['id', '编号'],
  question: ['question', 'q', 'standard question', '问题', '标准问', '标准问题'],
  answer: ['answer', 'a', '答案', '回答', '回复'],
  variants: ['variants', 'similar questions', 'other wordings', '相似问', '相似问法', '其他问法', '变体'],
  locale: ['locale', 'language', 'lang', '语言'],
  question_zh: ['question_zh', 'question (zh)', '中文问题', '问题（中文）'],
  answer_zh: ['answer_zh', 'answer (zh)', '中文答案', '答案（中文）'],
  variants_zh: ['variants_zh', 'variants (zh)', '中文相似问'],
  question_en: ['question_en', 'question (en)', '英文问题', '问题（英文）'],
  answer_en: ['answer_en', 'answer (en)', '英文答案', '答案（英文）'],
  variants_en: ['variants_en', 'variants (en)', '英文相似问'],
};
type Column = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as Column[];

export interface FaqSheetRow {
  row: number;
  id?: string;
  /** Unchecked. */
  faq: unknown;
}

const BETWEEN = /[|｜\n]/;
const list = (cell: string) =>
  cell
    .split(BETWEEN)
    .map((wording) => wording.trim())
    .filter(Boolean);
const filled = (cell: string) => cell || undefined;

/** What people write for a language beside its code. */
const LANGUAGES: Readonly<Record<string, string>> = { 中文: 'zh', cn: 'zh', 英文: 'en' };

/** One text, or one a language where the columns of languages are filled. */
const both = (plain: string, zh: string, en: string) =>
  plain !== '' || (zh === '' && en === '') ? plain : { zh: filled(zh), en: filled(en) };

function faqOf(cells: Record<Column, string>): unknown {
  const [zh, en] = [list(cells.variants_zh), list(cells.variants_en)];
  const locale = cells.locale.toLowerCase().split(/[-_]/)[0];
  return {
    question: both(cells.question, cells.question_zh, cells.question_en),
    answer: both(cells.answer, cells.answer_zh, cells.answer_en),
    variants: zh.length + en.length > 0 ? { zh, en } : list(cells.variants),
    ...(locale ? { locale: LANGUAGES[locale] ?? locale } : {}),
  };
}

function readJson(text: string): FaqSheetRow[] {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw badRequest('invalid_sheet', `The text is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
  if (!Array.isArray(json))
    throw badRequest('invalid_sheet', 'The JSON must be a list of FAQs: [{"question": …, "answer": …}].');
  if (json.length > MOST_ROWS) throw badRequest('invalid_sheet', `A sheet may have ${MOST_ROWS} FAQs.`);
  return json.map((entry: unknown, i) => {
    const { id, ...faq } = typeof entry === 'object' && entry !== null ? (entry as { id?: unknown }) : {};
    // An exported FAQ without a language says so with null.
    if ('locale' in faq && faq.locale === null) delete faq.locale;
    return { row: i + 1, faq, ...(typeof id === 'string' ? { id } : {}) };
  });
}

/** FAQs of a sheet, unchecked. Throws invalid_sheet when the sheet as a whole makes no sense. */
export function readFaqSheet(text: string, format: 'csv' | 'json'): FaqSheetRow[] {
  if (format === 'json') return readJson(text);
  const needed: Column[][] = [
    ['question', 'question_zh', 'question_en'],
    ['answer', 'answer_zh', 'answer_en'],
  ];
  return readTable(text, { names: COLUMNS, needed, most: MOST_ROWS }).map(({ row, cells }) => ({
    row,
    faq: faqOf(cells),
    ...(cells.id ? { id: cells.id } : {}),
  }));
}

/** A text's cells: the plain one where it has no language of its own, else one a language. */
const textCells = (text: FaqInput['question']) =>
  typeof text === 'string' ? { plain: text, zh: '', en: '' } : { plain: '', zh: text.zh ?? '', en: text.en ?? '' };

function wordingCells(variants: Variants) {
  const { plain, zh, en } = Array.isArray(variants) ? { plain: variants, zh: [], en: [] } : { plain: [], ...variants };
  return { plain: plain.join('\n'), zh: (zh ?? []).join('\n'), en: (en ?? []).join('\n') };
}

function cellsOf(faq: FaqView): string[] {
  const [question, answer, variants] = [textCells(faq.question), textCells(faq.answer), wordingCells(faq.variants)];
  const cells: Record<Column, string> = {
    id: faq.id,
    question: question.plain,
    answer: answer.plain,
    variants: variants.plain,
    locale: faq.locale ?? '',
    question_zh: question.zh,
    answer_zh: answer.zh,
    variants_zh: variants.zh,
    question_en: question.en,
    answer_en: answer.en,
    variants_en: variants.en,
  };
  return NAMES.map((name) => cells[name]);
}

/** What {@link readFaqSheet} reads back as it was. */
export function writeFaqSheet(faqs: FaqView[], format: 'csv' | 'json'): string {
  if (format === 'csv') return writeCsv([NAMES, ...faqs.map(cellsOf)]);
  const entries = faqs.map(({ id, question, answer, variants, locale }) => ({
    id,
    question,
    answer,
    variants,
    ...(locale ? { locale } : {}),
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}
