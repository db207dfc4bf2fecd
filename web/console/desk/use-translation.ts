import { useEffect, useRef, useState } from 'react';
import type { DeskConversation, TranslatedBody, TranslationModelBody } from '../../api/types.ts';
import { useSurroundings } from '../surroundings.ts';
import { useLoad } from '../use-load.ts';

const KEY = 'kefu-console-translate';
/** Messages that are asked for at once: the newest. */
const AT_ONCE = 20;

export interface Translation {
  /** A model is set. */
  model: boolean;
  /** A model is set, and something is written in another language than the agent's. */
  possible: boolean;
  on: boolean;
  toggle(): void;
  /** By the message's id; null: it could not be translated, and the original has to do. */
  texts: ReadonlyMap<string, string | null>;
}

/** What customer and bot wrote, in the language of the console, where the agent wants it. */
export function useTranslation(path: string, conversation: DeskConversation | undefined): Translation {
  const { http, locale } = useSurroundings();
  const [on, setOn] = useState(localStorage.getItem(KEY) === 'on');
  const [texts, setTexts] = useState<ReadonlyMap<string, string | null>>(new Map());
  const asked = useRef(new Set<string>());
  const model = useLoad('desk-translation', (signal) =>
    http.json<TranslationModelBody>('/api/desk/translation', { signal }),
  ).data?.model;
  const foreign = (conversation?.messages ?? []).filter(
    ({ author, language }) => (author === 'customer' || author === 'bot') && language !== null && language !== locale,
  );
  const possible = Boolean(model) && foreign.length > 0;
  const wanted = possible && on ? foreign.slice(-AT_ONCE).map(({ id }) => `${id} ${locale}`) : [];
  const key = wanted.filter((one) => !asked.current.has(one)).join('\n');

  useEffect(() => {
    if (key === '') return;
    const fresh = key.split('\n');
    for (const one of fresh) asked.current.add(one);
    const messageIds = fresh.map((one) => one.slice(0, one.lastIndexOf(' ')));
    http
      .json<TranslatedBody[]>(`${path}/translations`, { method: 'POST', body: { messageIds, language: locale } })
      .catch(() => messageIds.map((messageId) => ({ messageId, text: null })))
      .then((found) =>
        setTexts(
          (before) => new Map([...before, ...found.map((one) => [`${one.messageId} ${locale}`, one.text] as const)]),
        ),
      );
  }, [key, path, locale, http]);

  const shown = new Map(
    foreign.flatMap(({ id }) => {
      const text = texts.get(`${id} ${locale}`);
      return text === undefined ? [] : [[id, text] as const];
    }),
  );
  return {
    model: Boolean(model),
    possible,
    on,
    toggle() {
      localStorage.setItem(KEY, on ? 'off' : 'on');
      setOn(!on);
    },
    texts: on ? shown : new Map(),
  };
}
