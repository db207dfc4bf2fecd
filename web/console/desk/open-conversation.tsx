import { useEffect, useRef, useState } from 'react';
import type { DeskConversation } from '../../api/types.ts';
import { useSurroundings } from '../surroundings.ts';
import { useLoad } from '../use-load.ts';
import { ConversationPane } from './conversation-pane.tsx';

/** What an open conversation hears from the desk's stream. */
export interface OpenListener {
  reload(): void;
  typing(): void;
}

/** "Is writing" is told every few seconds; after this long in silence it is over. */
const TYPING_MS = 5_000;

/** Reads one open conversation, and reads it again whenever it changed. */
export function OpenConversation(props: {
  id: string;
  alone: boolean;
  listeners: Map<string, OpenListener>;
  onClose: () => void;
}) {
  const { http } = useSurroundings();
  const { id, listeners } = props;
  const loaded = useLoad(id, (signal) =>
    http.json<DeskConversation>(`/api/desk/conversations/${encodeURIComponent(id)}`, { signal }),
  );
  const { reload, data } = loaded;
  const [typing, setTyping] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    listeners.set(id, {
      reload,
      typing() {
        clearTimeout(timer.current);
        setTyping(true);
        timer.current = setTimeout(() => setTyping(false), TYPING_MS);
      },
    });
    return () => {
      listeners.delete(id);
      clearTimeout(timer.current);
    };
  }, [id, listeners, reload]);
  const last = data?.messages.at(-1);
  const lastId = last?.author === 'customer' ? last.id : undefined;
  // What they were writing has arrived.
  useEffect(() => setTyping(false), [lastId]);
  return <ConversationPane id={id} loaded={loaded} typing={typing} alone={props.alone} onClose={props.onClose} />;
}
