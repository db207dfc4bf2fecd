import type { Block, LoadedDocument } from './loaded-document.ts';

/** Paragraphs between blank lines; a form feed begins a new page, as in text made from PDF. */
export function loadText(source: string): LoadedDocument {
  const pages = source
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\f');
  return {
    title: null,
    pages: pages.map((text, i) => ({
      page: pages.length > 1 ? i + 1 : null,
      blocks: text
        .split(/\n\s*\n/)
        .map((part) => part.trim())
        .filter(Boolean)
        .map((part): Block => ({ kind: 'text', text: part })),
    })),
  };
}
