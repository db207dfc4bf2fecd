import type { DeskEntry, DocumentBody, FaqBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { deskPath } from '../desk/open-ids.ts';
import { inWords } from '../knowledge/faqs/local-text.ts';
import { paths } from '../knowledge/paths.ts';
import { pagesFor } from '../pages.ts';
import { navigate } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useLoad } from '../use-load.ts';
import type { PaletteItem } from './match-items.ts';

/** Documents and FAQs are looked for by the server once so many letters are typed. */
const LETTERS = 2;
const FOUND = 8;
const TALKS = 30;

/** What a role may find: its pages, what can be done everywhere, and the titles that the server knows. */
export function useItems(
  typed: string,
  actions: ReadonlyArray<Pick<PaletteItem, 'key' | 'icon' | 'title' | 'run'>>,
): PaletteItem[] {
  const { t, http, locale, staff } = useSurroundings();
  const may = (role: typeof staff.role) => staff.role === role || staff.role === 'admin';
  const wanted = typed.trim();
  const look = may('knowledge') && wanted.length >= LETTERS;
  const query = new URLSearchParams({ q: wanted, limit: String(FOUND) });
  const documents = useLoad(look ? `documents ${wanted}` : '', async (signal) =>
    look ? http.json<DocumentBody[]>(`${paths.documents}?${query}`, { signal }) : [],
  );
  const faqs = useLoad(look ? `faqs ${wanted}` : '', async (signal) =>
    look ? http.json<FaqBody[]>(`${paths.faqs}?${query}`, { signal }) : [],
  );
  const talks = useLoad('talks', async (signal) =>
    may('agent')
      ? http.json<DeskEntry[]>(`/api/desk/conversations?status=waiting,human,closed&limit=${TALKS}`, { signal })
      : [],
  );
  const names = { waiting: t.filterWaiting, human: t.filterHuman, closed: t.closed, bot: t.assistant };
  return [
    ...pagesFor(staff.role).map(
      ({ path, title, section, icon }): PaletteItem => ({
        key: `page ${path}`,
        group: t.palettePages,
        icon,
        title: t[title],
        detail: t[section],
        run: () => navigate(path),
      }),
    ),
    ...(talks.data ?? []).map(
      ({ conversationId, customer, status, lastMessage }): PaletteItem => ({
        key: `talk ${conversationId}`,
        group: t.paletteTalks,
        icon: 'chat',
        title: `${customer.name ?? t.visitor}${lastMessage ? `: ${lastMessage.text}` : ''}`,
        detail: names[status],
        run: () => navigate(deskPath([conversationId])),
      }),
    ),
    ...(documents.data ?? []).map(
      ({ id, title }): PaletteItem => ({
        key: `document ${id}`,
        group: t.documents,
        icon: 'file',
        title,
        fits: true,
        run: () => navigate(`knowledge/documents/${encodeURIComponent(id)}`),
      }),
    ),
    ...(faqs.data ?? []).map(
      ({ id, question }): PaletteItem => ({
        key: `faq ${id}`,
        group: t.faqs,
        icon: 'question',
        title: inWords(question, locale),
        fits: true,
        run: () => navigate(`knowledge/faqs?id=${encodeURIComponent(id)}`),
      }),
    ),
    ...actions.map((action): PaletteItem => ({ ...action, group: t.paletteActions })),
    ...(look
      ? [
          {
            key: 'bench',
            group: t.paletteActions,
            icon: 'search' as const,
            fits: true,
            title: fill(t.paletteLookFor, { text: wanted }),
            run: () => navigate(`knowledge/search?q=${encodeURIComponent(wanted)}`),
          },
        ]
      : []),
  ];
}
