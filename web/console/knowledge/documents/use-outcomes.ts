import { useEffect, useRef, useState } from 'react';
import type { DocumentBody } from '../../../api/types.ts';
import { useSurroundings } from '../../surroundings.ts';
import { isUnderway } from './document-facts.ts';

/** More than so many at once are not told by name. */
const BY_NAME = 3;

/** What became of the documents that were being processed, for whoever does not see the list change: "Care: Ready". */
export function useOutcomes(documents: DocumentBody[] | undefined): string {
  const { t } = useSurroundings();
  const [told, setTold] = useState('');
  const underway = useRef(new Set<string>());
  useEffect(() => {
    if (!documents) return;
    const ended = documents.filter((document) => underway.current.has(document.id) && !isUnderway(document));
    underway.current = new Set(documents.filter(isUnderway).map(({ id }) => id));
    const words: Record<string, string> = { ready: t.statusReady, review: t.statusReview, failed: t.statusFailed };
    const named = ended.slice(0, BY_NAME).map(({ title, status }) => `${title}: ${words[status] ?? status}`);
    const rest = ended.length > BY_NAME ? [`+ ${ended.length - BY_NAME}`] : [];
    if (named.length > 0) setTold([...named, ...rest].join('; '));
  }, [documents, t]);
  return told;
}
