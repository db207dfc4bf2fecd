import { useEffect, useRef, useState } from 'react';
import type { FaqBody, GapDraftBody } from '../../../api/types.ts';
import type { Locale } from '../../../i18n/dictionary.ts';
import { navigate, useQuery } from '../../router.tsx';
import { useSurroundings } from '../../surroundings.ts';
import { paths } from '../paths.ts';
import { emptyDraft, type FaqDraft, readDraft } from './faq-draft.ts';
import { languagesOf } from './local-text.ts';

interface Editing {
  id: string | null;
  draft: FaqDraft;
  first: Locale;
  sources: GapDraftBody['sources'] | null;
}

/** What the form edits: an FAQ, a new one, or the draft for a gap. The address may name it: ?id=… of an FAQ,
 * ?gap=… of an unanswered question, with &question= and &language= for when its draft can't be read. */
export function useFaqEditor(faqs: FaqBody[] | undefined) {
  const { http, locale } = useSurroundings();
  const asked = useQuery();
  const [editing, setEditing] = useState<Editing | null>(null);
  const opened = useRef('');

  const edit = (faq: FaqBody | null) => {
    if (!faq) return setEditing({ id: null, draft: emptyDraft(), first: locale, sources: null });
    const written = languagesOf(faq);
    const first = written.includes(locale) ? locale : (written[0] ?? locale);
    setEditing({ id: faq.id, draft: readDraft(faq), first, sources: null });
  };
  const close = () => {
    setEditing(null);
    if (location.search) navigate('knowledge/faqs', { replace: true });
  };

  const key = asked.toString();
  const latest = useRef(edit);
  latest.current = edit;
  const id = asked.get('id');
  const named = faqs?.find((faq) => faq.id === id);
  useEffect(() => {
    if (key === opened.current) return;
    const wanted = new URLSearchParams(key);
    if (wanted.has('id')) {
      if (!named) return;
      opened.current = key;
      return latest.current(named);
    }
    opened.current = key;
    const gap = wanted.get('gap');
    const question = wanted.get('question') ?? '';
    if (!gap && !question) return;
    const first: Locale = wanted.get('language') === 'en' ? 'en' : 'zh';
    const plain = { ...emptyDraft(), [first]: { question, answer: '', variants: [] } };
    const end = new AbortController();
    void (async () => {
      try {
        if (!gap) throw new Error('no gap');
        const made = await http.json<GapDraftBody>(`${paths.gap(gap)}/draft`, { signal: end.signal });
        const { variants, answer, sources, language } = made;
        const draft = { ...emptyDraft(), [language]: { question: made.question, answer, variants } };
        if (!end.signal.aborted) setEditing({ id: null, draft, first: language, sources });
      } catch {
        if (!end.signal.aborted) setEditing({ id: null, draft: plain, first, sources: [] });
      }
    })();
    return () => {
      end.abort();
      opened.current = '';
    };
  }, [key, named, http]);
  return { editing, edit, close };
}
