import { LoadFailure } from './load-failure.ts';
import { loadHtml } from './load-html.ts';
import { loadText } from './load-text.ts';
import type { Block, LoadedDocument } from './loaded-document.ts';
import { headerText, type MimePart, parseMime } from './mime-part.ts';

const isFile = ({ headers, fileName }: MimePart): boolean =>
  /^attachment/i.test(headers.get('content-disposition') ?? '') || fileName !== undefined;

/** The first text of a kind, not inside files that are sent along. */
function textOf(part: MimePart, type: string): string | undefined {
  if (isFile(part)) return undefined;
  if (part.type === type && part.text?.trim()) return part.text;
  for (const inner of part.parts) {
    const text = textOf(inner, type);
    if (text !== undefined) return text;
  }
  return undefined;
}

const filesOf = (part: MimePart): string[] =>
  part.parts.flatMap((inner) =>
    /^attachment/i.test(inner.headers.get('content-disposition') ?? '') ? [inner.fileName ?? '?'] : filesOf(inner),
  );

/** Without the signature, which a line of two hyphens begins. */
const ownText = (text: string): string => text.replace(/\r\n/g, '\n').replace(/\n-- \n[\s\S]*$/, '\n');

/** A mail, or a web page saved as one (MHTML), under its subject; files that came with it are named in a warning. */
export function loadMail(bytes: Uint8Array): LoadedDocument {
  const mail = parseMime(bytes);
  const html = textOf(mail, 'text/html');
  const plain = html === undefined ? textOf(mail, 'text/plain') : undefined;
  if (html === undefined && plain === undefined) throw new LoadFailure('no_text');
  const { title, pages } = html === undefined ? loadText(ownText(plain ?? '')) : loadHtml(html);
  const subject = headerText(mail.headers.get('subject') ?? '');
  const named = subject !== '' && title !== subject;
  const heading: Block[] = named ? [{ kind: 'heading', level: 1, text: subject }] : [];
  const files = filesOf(mail);
  return {
    title: subject || title,
    pages: pages.map(({ page, blocks }, i) => ({ page, blocks: i === 0 ? [...heading, ...blocks] : blocks })),
    ...(files.length > 0 && {
      warnings: [{ code: 'attachments_ignored', message: `Attached files were left out: ${files.join(', ')}.` }],
    }),
  };
}
