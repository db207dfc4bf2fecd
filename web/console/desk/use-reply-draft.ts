import { useRef, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import type { Citation } from '../../api/types.ts';
import { useTranslatedReply } from './translated-reply.tsx';

export interface Draft {
  text: string;
  citations: Citation[];
}

/** Where what is written goes, and what helps to write it. */
export interface ReplyActions {
  onTyping: () => void;
  /** Null: it could not be translated now. */
  onTranslate: (text: string) => Promise<string | null>;
  /** Each resolves to false when the server refused; then the text stays in the box. */
  onReply: (text: string, messageId: string, original: string | undefined) => Promise<boolean>;
  onNote: (text: string, noteId: string) => Promise<boolean>;
  onSuggest: () => Promise<Draft | null>;
}

/** The customer hears at most so often that somebody writes. */
const TYPING_MS = 3_000;
/** [n] marks: they mean something to whoever sees the sources, which the customer of a person does not. */
const MARKS = /\s?\[\d{1,2}\]/g;

/** What is being written at the desk: a reply or, always where `mayReply` is false, a note. */
export function useReplyDraft(mayReply: boolean, actions: ReplyActions) {
  const [text, setText] = useState('');
  const [wanted, setMode] = useState<'reply' | 'note'>('reply');
  const [sources, setSources] = useState<Citation[]>([]);
  const [busy, setBusy] = useState<'send' | 'suggest' | 'translate' | null>(null);
  const translated = useTranslatedReply();
  const told = useRef(0);
  /** The same until the text changes: what the network swallowed may be sent again and stands there once. */
  const messageId = useRef(newId());
  const mode = mayReply ? wanted : 'note';

  const put = (next: string) => {
    messageId.current = newId();
    setText(next);
  };
  return {
    text,
    mode,
    setMode,
    sources,
    busy,
    translated,
    /** Whether there is something that could be sent or translated now. */
    isReady: busy === null && text.trim() !== '',
    /** In the place of what was written. */
    put,
    write(next: string) {
      put(next);
      // Other words than those that were translated.
      if (next.trim() === '') translated.forget();
      if (mode !== 'reply' || next === '' || Date.now() - told.current < TYPING_MS) return;
      told.current = Date.now();
      actions.onTyping();
    },
    async submit() {
      const words = text.trim();
      if (words === '' || busy) return;
      setBusy('send');
      const done = await (mode === 'reply'
        ? actions.onReply(words, messageId.current, translated.original)
        : actions.onNote(words, messageId.current));
      setBusy(null);
      if (!done) return;
      put('');
      setSources([]);
      translated.forget();
    },
    /** False when there is no translation: the words stay. */
    async translate(): Promise<boolean> {
      setBusy('translate');
      const words = await translated.make(text.trim(), actions.onTranslate);
      setBusy(null);
      if (words !== null) put(words);
      return words !== null;
    },
    async suggest() {
      setBusy('suggest');
      const draft = await actions.onSuggest();
      setBusy(null);
      if (!draft) return;
      setMode('reply');
      translated.forget();
      put(draft.text.replace(MARKS, ''));
      setSources(draft.citations);
    },
  };
}
