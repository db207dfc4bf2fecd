import type { Citation } from '../graph/turn-result.ts';
import type { Language } from '../stores/schema.ts';

const MARK = /\s?\[\d{1,2}\]/g;
const SOURCES: Record<Language, { title: string; page(n: number): string }> = {
  zh: { title: '来源：', page: (n) => `第 ${n} 页` },
  en: { title: 'Sources: ', page: (n) => `page ${n}` },
};

/** A reply for places without Markdown: no [n] marks, no emphasis signs; the sources stand at the end. */
export function plainText(text: string, citations: readonly Citation[], language: Language): string {
  const words = SOURCES[language];
  const plain = text
    .replace(MARK, '')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/^#{1,6} /gm, '')
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '$1 $2')
    .replace(/^\s*\|?\s*:?-{3,}.*$\n?/gm, '')
    .replace(/^\|(.*)\|\s*$/gm, (_row, cells: string) =>
      cells
        .split('|')
        .map((cell) => cell.trim())
        .join(' · '),
    )
    .trim();
  const names = new Set(citations.map(({ title, page }) => (page === null ? title : `${title} ${words.page(page)}`)));
  return names.size === 0 ? plain : `${plain}\n\n${words.title}${[...names].join(language === 'zh' ? '；' : '; ')}`;
}
