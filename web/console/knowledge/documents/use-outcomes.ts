import { useEffect, useRef, useState } from 'react';
import type { DocumentBody } from '../../../api/types.ts';
import { useSurroundings } from '../../surroundings.ts';
import { isUnderway } from './document-facts.ts';

/** More than so many at once are not told by name. */
const BY_NAME = 3;

/** What became of documents that were processed or held, for whoever does not see the page change: "Care: Ready". */
export function useOutcomes(documents: DocumentBody[] | undefined): string {
  const { t } = useSurroundings();
  const [told, setTold] = useState('');
  const before = useRef(new Map<string, DocumentBody['status']>());
  useEffect(() => {
    if (!documents) return;
    const ended = documents.filter((document) => {
      const known = before.current.get(document.id);
      return known !== undefined && known !== document.status && !isUnderway(document);
    });
    before.current = new Map(documents.map(({ id, status }) => [id, status]));
    const words: Record<string, string> = { ready: t.statusReady, review: t.statusReview, failed: t.statusFailed };
    const named = ended.slice(0, BY_NAME).map(({ title, status }) => `${title}: ${words[status] ?? status}`);
    const rest = ended.length > BY_NAME ? [`+ ${ended.length - BY_NAME}`] : [];
    if (named.length > 0) setTold([...named, ...rest].join('; '));
  }, [documents, t]);
  return told;
}
