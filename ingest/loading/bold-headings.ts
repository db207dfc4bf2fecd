import { type HtmlNode, nameOf, textOf } from './html-dom.ts';

const INLINE = /^(?:b|strong|span|em|i|u|font|a)$/;
const BOLD = /^(?:b|strong)$/;
/** Where a bold word is a label of its own place; not so in a numbered paragraph of a Word file. */
const NOT_A_PARAGRAPH = /^(?:td|th|li|dt|dd|a|b|strong|span|em|i|u|font|label|h[1-6])$/;
const ENDS_LINE = /^(?:br|[uo]l)$/;
const LONGEST = 60;
/** Below the headings that a document marks as such. */
const LEVEL = 'h5';

const isBold = ({ name, attribs = {} }: HtmlNode): boolean =>
  name !== undefined &&
  (BOLD.test(name.toLowerCase()) ||
    (INLINE.test(name.toLowerCase()) && /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attribs.style ?? '')));

const isBlank = (node: HtmlNode) =>
  node.type === 'text' ? !(node.data ?? '').trim() : textOf(node).trim() === '' && nameOf(node) !== 'br';

/** Changes a page so that a short line in bold alone, which is no sentence, is the heading that readers see in it. */
export function boldHeadings(node: HtmlNode): void {
  const children = (node.children ?? []).filter((child) => !isBlank(child));
  const [first, second] = children;
  const number = node.attribs?.['data-number'];
  const isParagraph = number !== undefined || !NOT_A_PARAGRAPH.test(nameOf(node));
  if (first && isBold(first) && isParagraph && (!second || ENDS_LINE.test(nameOf(second)))) {
    const text = textOf(first).trim();
    if (text.length <= LONGEST && !/[。.!！?？:：;；,，]$/.test(text) && !text.includes('\n')) {
      first.name = LEVEL;
      if (number) first.children?.unshift({ type: 'text', data: `${number} ` });
    }
  }
  for (const child of children) boldHeadings(child);
}
