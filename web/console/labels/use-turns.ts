import { useCallback, useEffect, useRef, useState } from 'react';
import type { IntentsBody, LabelSummaryBody, TurnToLabelBody } from '../../api/types.ts';
import { useSurroundings } from '../surroundings.ts';
import { useLoad } from '../use-load.ts';
import { paths } from './paths.ts';

export interface TurnFilter {
  queue: 'doubt' | 'feedback' | 'unanswered' | 'newest';
  state: 'open' | 'second' | 'labelled' | 'skipped' | 'disputed' | 'all';
  intent: string;
  language: '' | 'zh' | 'en';
  q: string;
}

const PAGE = 50;

/** The turns that a filter shows, which of them is in hand, and how far labelling is. */
export function useTurns(filter: TurnFilter) {
  const { http } = useSurroundings();
  const given = Object.entries(filter).filter(([, value]) => value !== '');
  const query = new URLSearchParams([...given, ['limit', String(PAGE)]]).toString();
  const turns = useLoad(query, (signal) => http.json<TurnToLabelBody[]>(`${paths.turns}?${query}`, { signal }));
  const summary = useLoad('summary', (signal) => http.json<LabelSummaryBody>(paths.summary, { signal }));
  const intents = useLoad('intents', (signal) => http.json<IntentsBody>(paths.intents, { signal }));
  const [place, setPlace] = useState(0);
  const count = turns.data?.length ?? 0;
  const at = Math.min(place, Math.max(0, count - 1));
  // Another filter begins at its first turn.
  const shown = useRef(query);
  useEffect(() => {
    if (shown.current !== query) setPlace(0);
    shown.current = query;
  }, [query]);

  const move = useCallback((by: number) => setPlace((now) => Math.max(0, Math.min(count - 1, now + by))), [count]);
  const { setData } = turns;
  /** The list with one turn as the server has it now. */
  const put = useCallback(
    (turn: TurnToLabelBody) => setData((list) => list?.map((one) => (one.turnId === turn.turnId ? turn : one))),
    [setData],
  );
  return { turns, summary, intents, at, current: turns.data?.[at], move, setPlace, put };
}
