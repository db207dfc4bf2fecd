import TurndownService from 'turndown';
import { loadMarkdown } from './load-markdown.ts';
import type { LoadedDocument } from './loaded-document.ts';

const cell = (text: string) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();

interface RowNode {
  childNodes: ArrayLike<{ nodeName: string; textContent: string | null }>;
}

const service = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', codeBlockStyle: 'fenced' });
service.remove(['script', 'style', 'noscript', 'nav', 'footer', 'iframe', 'form', 'button', 'template', 'head']);
service.addRule('row', {
  filter: 'tr',
  replacement: (_content, node) => {
    const cells = Array.from((node as unknown as RowNode).childNodes).filter((child) => /^T[DH]$/.test(child.nodeName));
    return `| ${cells.map((child) => cell(child.textContent ?? '')).join(' | ')} |\n`;
  },
});
service.addRule('table', {
  filter: 'table',
  replacement: (content) => {
    const rows = content.split('\n').filter((row) => row.startsWith('|'));
    const columns = (rows[0]?.match(/(?<!\\)\|/g)?.length ?? 1) - 1;
    rows.splice(1, 0, `|${' --- |'.repeat(Math.max(1, columns))}`);
    return `\n\n${rows.join('\n')}\n\n`;
  },
});
service.addRule('cells', { filter: ['td', 'th'], replacement: (content) => content });
service.addRule('links', { filter: 'a', replacement: (content) => content });

/** Blocks of a web page: scripts, navigation and footers left out; the part marked as main, when there is one. */
export function loadHtml(source: string): LoadedDocument {
  const main = /<(main|article)\b[\s\S]*<\/\1>/i.exec(source)?.[0] ?? source;
  const named = /<title[^>]*>([\s\S]*?)<\/title>/i.exec(source)?.[1];
  const loaded = loadMarkdown(service.turndown(main));
  const title = named ? service.turndown(named.replace(/\s+/g, ' ').trim()) : '';
  return { ...loaded, title: loaded.title ?? (title || null) };
}
