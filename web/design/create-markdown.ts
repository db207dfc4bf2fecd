import { type Block, parseBlocks } from './markdown-blocks.ts';
import type { Inline } from './markdown-inline.ts';

/** createElement of preact or React: text goes in as children only, so the DOM, not this code, escapes it. */
export type CreateElement<Node> = (
  type: string,
  props: Record<string, string | number>,
  ...children: Array<Node | string>
) => Node;

/** Draws a [n] mark; null where there is no such source, which leaves the mark as text. */
export type DrawCitation<Node> = (marker: number, key: string) => Node | null;

const LINK = { target: '_blank', rel: 'noopener noreferrer nofollow' };

/** A Markdown renderer for a library's createElement. It makes only the elements named here, with an href that
 * can't run anything; HTML in the source stays visible text. */
export function createMarkdown<Node>(h: CreateElement<Node>) {
  type Child = Node | string;

  const inline = (nodes: Inline[], cite: DrawCitation<Node>): Child[] =>
    nodes.map((node, index): Child => {
      const key = String(index);
      switch (node.type) {
        case 'text':
          return node.text;
        case 'code':
          return h('code', { key }, node.text);
        case 'break':
          return h('br', { key });
        case 'cite':
          return cite(node.marker, key) ?? `[${node.marker}]`;
        case 'link':
          return h('a', { key, href: node.href, ...LINK }, ...inline(node.children, cite));
        default:
          return h(node.type, { key }, ...inline(node.children, cite));
      }
    });

  const list = (items: Block[][], cite: DrawCitation<Node>): Child[] =>
    items.map((item, index) => {
      const [only] = item;
      const tight = item.length === 1 && only?.type === 'paragraph';
      return h('li', { key: String(index) }, ...(tight ? inline(only.children, cite) : blocks(item, cite)));
    });

  const row = (cells: Inline[][], cell: 'th' | 'td', key: string, cite: DrawCitation<Node>) =>
    h('tr', { key }, ...cells.map((content, at) => h(cell, { key: String(at) }, ...inline(content, cite))));

  const blocks = (parsed: Block[], cite: DrawCitation<Node>): Node[] =>
    parsed.map((block, index) => draw(block, String(index), cite));

  function draw(block: Block, key: string, cite: DrawCitation<Node>): Node {
    switch (block.type) {
      case 'paragraph':
        return h('p', { key }, ...inline(block.children, cite));
      case 'heading':
        return h('p', { key, role: 'heading', 'aria-level': 4 }, h('strong', {}, ...inline(block.children, cite)));
      case 'code':
        return h('pre', { key }, h('code', {}, block.text));
      case 'quote':
        return h('blockquote', { key }, ...blocks(block.children, cite));
      case 'rule':
        return h('hr', { key });
      case 'list':
        return block.ordered
          ? h('ol', { key, start: block.start }, ...list(block.items, cite))
          : h('ul', { key }, ...list(block.items, cite));
      case 'table':
        return h(
          'table',
          { key },
          h('thead', {}, row(block.head, 'th', 'head', cite)),
          h('tbody', {}, ...block.rows.map((cells, at) => row(cells, 'td', String(at), cite))),
        );
    }
  }

  return (source: string, cite: DrawCitation<Node> = () => null): Node[] => blocks(parseBlocks(source), cite);
}
