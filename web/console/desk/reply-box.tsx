import { type KeyboardEvent, useRef, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import type { Citation } from '../../api/types.ts';
import { fill, type Locale } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { Icon } from '../ui/icon.tsx';
import { CannedList } from './replies/canned-list.tsx';
import { useCannedReplies } from './replies/use-canned-replies.ts';
import { Translated, useTranslatedReply } from './translated-reply.tsx';

export interface Draft {
  text: string;
  citations: Citation[];
}

/** The customer hears at most so often that somebody writes. */
const TYPING_MS = 3_000;
/** [n] marks: they mean something to whoever sees the sources, which the customer of a person does not. */
const MARKS = /\s?\[\d{1,2}\]/g;

interface Props {
  language: Locale;
  /** Only whoever has the conversation writes to the customer; colleagues leave notes. */
  mayReply: boolean;
  onTyping: () => void;
  /** What is written can be translated for the customer. */
  translates: boolean;
  /** Null: it could not be translated now. */
  onTranslate: (text: string) => Promise<string | null>;
  /** Each resolves to false when the server refused; then the text stays in the box. */
  onReply: (text: string, messageId: string, original: string | undefined) => Promise<boolean>;
  onNote: (text: string, noteId: string) => Promise<boolean>;
  onSuggest: () => Promise<Draft | null>;
}

/** Writes to the customer or, in another colour, a note to colleagues. */
export function ReplyBox(props: Props) {
  const { language, mayReply, onTyping, onReply, onNote, onSuggest } = props;
  const { t } = useSurroundings();
  const [text, setText] = useState('');
  const [wanted, setMode] = useState<'reply' | 'note'>('reply');
  const mode = mayReply ? wanted : 'note';
  const told = useRef(0);
  /** The same until the text changes: what the network swallowed may be sent again and stands there once. */
  const messageId = useRef(newId());
  const box = useRef<HTMLTextAreaElement>(null);
  const canned = useCannedReplies(text, mode === 'reply');
  const [sources, setSources] = useState<Citation[]>([]);
  const [busy, setBusy] = useState<'send' | 'suggest' | 'translate' | null>(null);
  const translated = useTranslatedReply();

  async function submit() {
    if (text.trim() === '' || busy) return;
    setBusy('send');
    const words = text.trim();
    const done = await (mode === 'reply'
      ? onReply(words, messageId.current, translated.original)
      : onNote(words, messageId.current));
    setBusy(null);
    if (!done) return;
    messageId.current = newId();
    setText('');
    setSources([]);
    translated.forget();
  }
  async function translate() {
    setBusy('translate');
    const words = await translated.make(text.trim(), props.onTranslate);
    setBusy(null);
    if (words === null) return;
    messageId.current = newId();
    setText(words);
    box.current?.focus();
  }
  async function suggest() {
    setBusy('suggest');
    const draft = await onSuggest();
    setBusy(null);
    if (!draft) return;
    setMode('reply');
    translated.forget();
    setText(draft.text.replace(MARKS, ''));
    setSources(draft.citations);
  }
  const insert = (chosen: string) => {
    setText(chosen);
    box.current?.focus();
  };
  const write = (next: string) => {
    setText(next);
    // Other words than those that were translated.
    if (next.trim() === '') translated.forget();
    messageId.current = newId();
    if (mode !== 'reply' || next === '' || Date.now() - told.current < TYPING_MS) return;
    told.current = Date.now();
    onTyping();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (canned.onKey(event, language, insert)) return;
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void submit();
  };
  return (
    <form
      className={`reply-box ${mode}`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="reply-modes">
        {mayReply && (
          <button type="button" aria-pressed={mode === 'reply'} onClick={() => setMode('reply')}>
            {t.reply}
          </button>
        )}
        <button type="button" aria-pressed={mode === 'note'} onClick={() => setMode('note')}>
          <Icon name="note" />
          {t.note}
        </button>
        {mode === 'reply' && props.translates && translated.original === undefined && (
          <button
            type="button"
            className="aside"
            disabled={busy !== null || text.trim() === ''}
            onClick={() => void translate()}
          >
            <Icon name="globe" />
            {busy === 'translate' ? t.translating : fill(t.translateReply, { language: t[language] })}
          </button>
        )}
        {mayReply && (
          <button type="button" className="suggest" disabled={busy !== null} onClick={() => void suggest()}>
            <Icon name="spark" />
            {busy === 'suggest' ? t.suggesting : t.suggest}
          </button>
        )}
      </div>
      {mode === 'reply' && (
        <Translated
          reply={translated}
          onBack={(original) => {
            messageId.current = newId();
            setText(original);
            box.current?.focus();
          }}
        />
      )}
      <CannedList canned={canned} language={language} onChoose={insert} />
      <textarea
        ref={box}
        rows={3}
        value={text}
        readOnly={busy === 'translate'}
        placeholder={mode === 'reply' ? t.replyPlaceholder : t.notePlaceholder}
        aria-label={mode === 'reply' ? t.replyPlaceholder : t.note}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="reply-foot">
        <span className="quiet small">
          {sources.length > 0
            ? `${t.draftFrom} ${sources.map(({ title, page }) => (page === null ? title : `${title}, ${fill(t.page, { n: page })}`)).join(' · ')}`
            : `${t.hintSend} · ${t.cannedHint}`}
        </span>
        <button type="submit" className="button primary" disabled={busy !== null || text.trim() === ''}>
          {mode === 'reply' ? t.send : t.addNote}
        </button>
      </div>
    </form>
  );
}
