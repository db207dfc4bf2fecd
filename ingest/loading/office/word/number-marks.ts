import { type HtmlNode, nameOf } from '../../html-dom.ts';
import type { SeenNumber } from './count-numbers.ts';

/** Letters for private use, which no text of a shop has. */
const MARK = /^\uE000([^\uE001]*)\uE001([^\uE002]*)\uE002/;
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A number as text of XML, to be found again in what is made of it. */
export const markedNumber = ({ above, own }: SeenNumber): string =>
  `\uE000${above}\uE001${own}\uE002`.replace(/[&<>]/g, (letter) => ESCAPES[letter] ?? '');

/** "4." and "(a)" are "4(a)". */
const joined = (above: string, own: string): string => (/^[(（]/.test(own) ? above.replace(/[.．]$/, '') : above) + own;

function firstText(node: HtmlNode | undefined): HtmlNode | undefined {
  if (!node || node.type === 'text') return node;
  return firstText(node.children?.[0]);
}

/**
 * Changes a page that mammoth made of a text with marked numbers: list items get theirs as `data-number`, with that of
 * the items they stand in; other paragraphs, and lists in cells of tables, begin with it.
 */
export function placeNumbers(node: HtmlNode, inCell = false): void {
  const [first, second] = node.children ?? [];
  const [mark, above = '', own = ''] = MARK.exec(first?.data ?? '') ?? [];
  if (first?.data !== undefined && mark !== undefined) {
    first.data = first.data.slice(mark.length);
    const isItem = nameOf(node) === 'li' && !inCell;
    if (isItem) node.attribs = { ...node.attribs, 'data-number': joined(above, own) };
    // Inside what is bold: a line that is bold as a whole is a heading.
    const text = first.data === '' ? (firstText(second) ?? first) : first;
    if (!isItem && own) text.data = `${own} ${text.data ?? ''}`.trimEnd();
    if (first.data === '') node.children?.shift();
  }
  for (const child of node.children ?? []) placeNumbers(child, inCell || nameOf(node) === 'td');
}
