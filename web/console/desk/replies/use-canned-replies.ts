import { type KeyboardEvent, useState } from 'react';
import type { CannedReplyBody } from '../../../api/types.ts';
import type { Locale } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { useLoad } from '../../use-load.ts';
import { cannedText, matchCanned, shortcutIn } from './match-canned.ts';

export interface CannedChoice {
  /** What was typed after the slash; null: nothing is to be chosen. */
  query: string | null;
  found: CannedReplyBody[];
  /** The place of the one that Enter takes. */
  at: number;
  /** True: the key chose among the replies and means nothing else. */
  onKey(event: KeyboardEvent, language: Locale, choose: (text: string) => void): boolean;
}

/** Replies that fit the shortcut being typed; arrows move, Enter or Tab takes one. */
export function useCannedReplies(text: string, on: boolean): CannedChoice {
  const { http } = useSurroundings();
  const { data = [] } = useLoad('canned-replies', (signal) =>
    http.json<CannedReplyBody[]>('/api/desk/canned-replies', { signal }),
  );
  const [place, setPlace] = useState(0);
  const query = on ? shortcutIn(text) : null;
  const found = query === null ? [] : matchCanned(data, query);
  const at = Math.min(place, Math.max(0, found.length - 1));
  return {
    query,
    found,
    at,
    onKey(event, language, choose) {
      const chosen = found[at];
      if (!chosen || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return false;
      if (event.key === 'ArrowDown') setPlace((at + 1) % found.length);
      else if (event.key === 'ArrowUp') setPlace((at + found.length - 1) % found.length);
      else if (event.key === 'Enter' || event.key === 'Tab') choose(cannedText(chosen, language));
      else return false;
      event.preventDefault();
      return true;
    },
  };
}
