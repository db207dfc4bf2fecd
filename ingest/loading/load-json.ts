import { gridBlocks } from './grid-blocks.ts';
import type { Block, LoadedDocument } from './loaded-document.ts';

const DEEPEST = 8;
/** Of a heading: below it there are no more. */
const LOWEST_LEVEL = 6;

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isPlain = (value: unknown) => typeof value !== 'object' || value === null;
const isLine = (value: unknown) => isPlain(value) || (Array.isArray(value) && value.every(isPlain));
/** A text in several languages: `{"zh": …, "en": …}`. */
const isText = (value: unknown): value is Fields =>
  isFields(value) && Object.entries(value).every(([key, said]) => /^[a-z]{2}(?:-\w+)?$/i.test(key) && isLine(said));

/** What a value says, on one line; undefined where it has parts of its own. */
function said(value: unknown): string | undefined {
  if (value === null || value === undefined) return '';
  if (isPlain(value)) return String(value);
  if (Array.isArray(value)) return isLine(value) ? value.map((one) => said(one)).join(' | ') : undefined;
  return isText(value) ? Object.values(value).map(said).join('\n') : undefined;
}

/** Objects of values alone, as rows under the names of their fields. */
function tableOf(list: Fields[]): string[][] | undefined {
  const names = [...new Set(list.flatMap((one) => Object.keys(one)))];
  const rows = list.map((one) => names.map((name) => said(one[name])));
  const known = rows.map((row) => row.filter((cell) => cell !== undefined));
  return known.every((row) => row.length === names.length) ? [names, ...known] : undefined;
}

/** One row for each language in which all its texts are: a question in one has its answer in the same. */
function byLanguage(one: Fields): Fields[] {
  const texts = Object.values(one).filter(isText);
  const [first = {}] = texts;
  const languages = Object.keys(first).filter((language) => texts.every((text) => language in text));
  if (languages.length < 2) return [one];
  return languages.map((language) =>
    Object.fromEntries(Object.entries(one).map(([name, value]) => [name, isText(value) ? value[language] : value])),
  );
}

function toBlocks(value: unknown, depth: number): Block[] {
  const text = said(value);
  if (text !== undefined) return text === '' ? [] : [{ kind: 'text', text }];
  if (depth > DEEPEST) return [{ kind: 'text', text: JSON.stringify(value) }];
  if (Array.isArray(value)) {
    const table = value.every(isFields) ? tableOf(value.flatMap(byLanguage)) : undefined;
    return table ? gridBlocks(table) : value.flatMap((one) => toBlocks(one, depth));
  }
  if (!isFields(value)) return [];
  return Object.entries(value).flatMap(([name, field]): Block[] => {
    const line = said(field);
    if (line !== undefined) return line === '' ? [] : [{ kind: 'text', text: `${name}: ${line}` }];
    const level = Math.min(LOWEST_LEVEL, depth + 1);
    return [{ kind: 'heading', level, text: name }, ...toBlocks(field, depth + 1)];
  });
}

/** Lists of records as tables or FAQs, fields with parts as sections. Undefined for what is no JSON after all. */
export function loadJson(source: string): LoadedDocument | undefined {
  try {
    const value: unknown = JSON.parse(source.replace(/^\ufeff/, ''));
    return { title: null, pages: [{ page: null, blocks: toBlocks(value, 0) }] };
  } catch {
    return undefined;
  }
}
