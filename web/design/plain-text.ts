import { type Inline, parseInline } from './markdown-inline.ts';

const MARK = /^ {0,3}(?:#{1,6}\s+|>\s?)/;

const said = (nodes: Inline[]): string =>
  nodes
    .map((node) => {
      if (node.type === 'text' || node.type === 'code') return node.text;
      if (node.type === 'cite') return `[${node.marker}]`;
      return node.type === 'break' ? ' ' : said(node.children);
    })
    .join('');

/** Markdown's words without its marks, for where there is room for a line or two. */
export const plainText = (markdown: string): string =>
  said(
    parseInline(
      markdown
        .split('\n')
        .map((line) => line.replace(MARK, '').trim())
        .filter(Boolean)
        .join(' '),
    ),
  );
