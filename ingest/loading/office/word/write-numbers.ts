import { Parser } from 'htmlparser2';
import { countNumbers, type SeenNumber } from './count-numbers.ts';
import { markedNumber } from './number-marks.ts';
import type { Numbering } from './numbering.ts';

/** A paragraph while it is read. */
interface Paragraph {
  style?: string | undefined;
  list?: string | undefined;
  level?: string | undefined;
  /** Its end was deleted: what is left of it belongs to the next one. */
  deleted?: boolean;
  number?: SeenNumber | undefined;
  /** Where its text begins, in the source. */
  from?: number;
  isShown: boolean;
}

const CONTENT = new Set(['t', 'sym', 'drawing', 'pict', 'object']);
/** What says how a paragraph is numbered, and what stands between both: earlier properties are kept elsewhere in it. */
const PATHS: Readonly<Record<string, string>> = {
  pStyle: 'p pPr',
  numId: 'p pPr numPr',
  ilvl: 'p pPr numPr',
  del: 'p pPr rPr',
};

/** Takes what an element says of its paragraph. */
function describe(
  paragraph: Paragraph,
  name: string,
  within: readonly string[],
  value: () => string | undefined,
): void {
  if (CONTENT.has(name)) paragraph.isShown = true;
  const path = PATHS[name];
  if (path === undefined || !within.slice(-3).join(' ').endsWith(path)) return;
  if (name === 'pStyle') paragraph.style = value();
  else if (name === 'numId') paragraph.list = value();
  else if (name === 'ilvl') paragraph.level = value();
  else paragraph.deleted = true;
}

function counter(numbering: Numbering): (paragraph: Paragraph) => SeenNumber | undefined {
  const count = countNumbers(numbering);
  return ({ style = '', list, level, deleted }) => {
    const ofStyle = numbering.styles.get(style);
    const id = list ?? ofStyle?.list;
    if (id === undefined || deleted) return undefined;
    return count({ list: id, level: level === undefined ? (ofStyle?.level ?? 0) : Number(level) });
  };
}

/**
 * The text of `word/document.xml` with the numbers that Word only counts written into its paragraphs, marked by
 * {@link markedNumber}: mammoth, which reads it, tells that a list is numbered but not how. Empty paragraphs count,
 * too, but only those in cells of tables show their numbers.
 */
export function writeNumbers(source: string, numbering: Numbering): string {
  const count = counter(numbering);
  const names: string[] = [];
  const paragraphs: Paragraph[] = [];
  const numbers: Array<{ at: number; text: string }> = [];
  /** Depth in cells, and in what is there a second time for older programs. */
  const inside = { tc: 0, Choice: 0 };
  const isCounted = (name: string): name is keyof typeof inside => name in inside;

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const name = tag.slice(tag.indexOf(':') + 1);
        const paragraph = paragraphs.at(-1);
        if (isCounted(name)) inside[name] += 1;
        if (name === 'p') paragraphs.push({ isShown: inside.tc > 0 });
        else if (paragraph) describe(paragraph, name, names, () => attributes[tag.replace(name, 'val')]);
        names.push(name);
      },
      onclosetag(tag) {
        const name = names.pop() ?? '';
        const paragraph = paragraphs.at(-1);
        if (isCounted(name)) inside[name] -= 1;
        if (name === 'pPr' && names.at(-1) === 'p' && paragraph && inside.Choice === 0) {
          paragraph.number = count(paragraph);
          paragraph.from = parser.endIndex + 1;
        } else if (name === 'p') {
          const { number, from, isShown } = paragraphs.pop() ?? {};
          const element = (of: string) => tag.replace(/p$/, of);
          if (number && from !== undefined && isShown)
            numbers.push({
              at: from,
              text: `<${element('r')}><${element('t')} xml:space="preserve">${markedNumber(number)}</${element('t')}></${element('r')}>`,
            });
        }
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(source);
  return inserted(source, numbers);
}

/** A text with others put in; a paragraph of a text box ends before the one that holds the box. */
function inserted(source: string, additions: Array<{ at: number; text: string }>): string {
  let from = 0;
  const parts = additions
    .sort((a, b) => a.at - b.at)
    .flatMap(({ at, text }) => {
      const before = source.slice(from, at);
      from = at;
      return [before, text];
    });
  return parts.join('') + source.slice(from);
}
