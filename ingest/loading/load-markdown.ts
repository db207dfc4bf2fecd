import { marked, type Token, type Tokens } from 'marked';
import { leadOf } from './list-lead.ts';
import { htmlBlocks } from './load-html.ts';
import type { Block, LoadedDocument } from './loaded-document.ts';
import { OPENED_LEVEL } from './opened-panels.ts';
import { sectionEnd } from './section-end.ts';
import { tableBlocks } from './table-blocks.ts';

const BREAK = /^<br\b/i;
/** The end of `<details>` that an empty line parted from its beginning. */
const CLOSES_DETAILS = /^(?:(?!<details\b)[\s\S])*<\/details>/i;

/** Markdown's own marks off: what is left is what a reader sees. */
function plain(tokens: Token[] | undefined, raw: string): string {
  if (!tokens) return raw;
  return tokens
    .map((token): string => {
      switch (token.type) {
        case 'br':
          return '\n';
        case 'html':
          return BREAK.test(token.raw) ? '\n' : '';
        case 'image':
          return token.text;
        case 'checkbox':
          return '';
        case 'codespan':
        case 'escape':
          return token.text;
        default:
          return 'tokens' in token && token.tokens
            ? plain(token.tokens, '')
            : 'text' in token
              ? String(token.text)
              : '';
      }
    })
    .join('')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .trim();
}

const itemText = (token: Token): string => {
  const { tokens, text } = token as Tokens.Generic;
  return plain(tokens, typeof text === 'string' ? text : '');
};

const DEEPEST = 5;

function listItems(list: Tokens.List, depth: number, lead = ''): Block[] {
  return list.items.flatMap((item, i): Block[] => {
    const own = item.tokens.filter((token) => token.type !== 'list');
    const marker = list.ordered ? `${Number(list.start || 1) + i}.` : '-';
    const inner = item.tokens.filter((token): token is Tokens.List => token.type === 'list');
    const text = own.map(itemText).join(' ').trim();
    const leads = inner.length > 0 && depth < DEEPEST ? leadOf(text) : undefined;
    return [
      ...(leads ? [] : [{ kind: 'item', text: `${marker} ${lead}${text}` } as const]),
      ...(depth < DEEPEST ? inner.flatMap((nested) => listItems(nested, depth + 1, leads && lead + leads)) : []),
    ];
  });
}

const countTables = (html: string) =>
  (html.match(/<table\b/gi)?.length ?? 0) - (html.match(/<\/table>/gi)?.length ?? 0);

/** Tables in HTML that empty lines cut in several tokens, whole again. */
function withWholeTables(tokens: Token[]): Token[] {
  const out: Token[] = [];
  let open = 0;
  for (const token of tokens) {
    const last = out.at(-1);
    if (open > 0 && last) last.raw += token.raw;
    else out.push({ ...token });
    if (token.type === 'html' || open > 0) open = Math.max(0, open + countTables(token.raw));
  }
  return out;
}

function toBlocks(tokens: Token[]): Block[] {
  return withWholeTables(tokens).flatMap((token): Block[] => {
    switch (token.type) {
      case 'heading':
        return [{ kind: 'heading', level: token.depth, text: plain(token.tokens, token.text) }];
      case 'list':
        return listItems(token as Tokens.List, 0);
      case 'table': {
        const table = token as Tokens.Table;
        const cells = (row: Tokens.TableCell[]) =>
          row.map((cell) => plain(cell.tokens, cell.text).replaceAll(/\s*\n\s*/g, ' '));
        return tableBlocks([cells(table.header), ...table.rows.map(cells)]);
      }
      case 'blockquote':
        return toBlocks(token.tokens ?? []);
      case 'code':
        return [{ kind: 'text', text: token.text }];
      case 'html':
        return [...htmlBlocks(token.raw), ...(CLOSES_DETAILS.test(token.raw) ? [sectionEnd(OPENED_LEVEL)] : [])];
      case 'space':
      case 'hr':
      case 'def':
        return [];
      default:
        return 'text' in token ? [{ kind: 'text', text: itemText(token) }] : [];
    }
  });
}

const NOTE = /^\[\^([^\]\s]{1,20})\]:[ \t]*(\S.*(?:\n(?:[ \t]+\S.*))*)\n?/gm;
const REFERENCE = /\[\^([^\]\s]{1,20})\]/g;

/** Notes, which may stand anywhere, each behind the part of the text that refers to it first. */
function withNotesPlaced(source: string): string {
  const notes = new Map<string, string>();
  const text = source.replace(NOTE, (_, name: string, note: string) => {
    notes.set(name, note.replace(/\s*\n\s*/g, ' '));
    return '';
  });
  if (notes.size === 0) return source;
  return text
    .split(/(\n[ \t]*\n)/)
    .map((part) => {
      const said = Array.from(part.matchAll(REFERENCE), ([, name = '']) => {
        const note = notes.get(name);
        notes.delete(name);
        return note && `\n\n[${name}] ${note}`;
      });
      return part.replace(REFERENCE, ' [$1]') + said.filter(Boolean).join('');
    })
    .join('');
}

/** Blocks of a Markdown text; front matter is left out, its `title` taken. One page without a number. */
export function loadMarkdown(source: string): LoadedDocument {
  const front = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(source);
  const blocks = toBlocks(
    marked.lexer(withNotesPlaced(front ? source.slice(front[0].length) : source.replace(/^\ufeff/, ''))),
  ).filter((block) => block.kind === 'table' || block.kind === 'heading' || block.text !== '');
  const named = front && /^title:\s*["']?(.+?)["']?\s*$/m.exec(front[1] ?? '')?.[1];
  const heading = blocks.find((block) => block.kind === 'heading');
  const title = named || (heading?.kind === 'heading' ? heading.text : null);
  return { title, pages: [{ page: null, blocks }] };
}
