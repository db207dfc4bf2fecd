import { type KeyboardEvent, useState } from 'react';
import type { Citation } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { Icon } from '../ui/icon.tsx';

export interface Draft {
  text: string;
  citations: Citation[];
}

/** [n] marks: they mean something to whoever sees the sources, which the customer of a person does not. */
const MARKS = /\s?\[\d{1,2}\]/g;

interface Props {
  /** Each resolves to false when the server refused; then the text stays in the box. */
  onReply: (text: string) => Promise<boolean>;
  onNote: (text: string) => Promise<boolean>;
  onSuggest: () => Promise<Draft | null>;
}

/** Writes to the customer or, in another colour, a note to colleagues. */
export function ReplyBox({ onReply, onNote, onSuggest }: Props) {
  const { t } = useSurroundings();
  const [text, setText] = useState('');
  const [mode, setMode] = useState<'reply' | 'note'>('reply');
  const [sources, setSources] = useState<Citation[]>([]);
  const [busy, setBusy] = useState<'send' | 'suggest' | null>(null);

  async function submit() {
    if (text.trim() === '' || busy) return;
    setBusy('send');
    const done = await (mode === 'reply' ? onReply : onNote)(text.trim());
    setBusy(null);
    if (!done) return;
    setText('');
    setSources([]);
  }
  async function suggest() {
    setBusy('suggest');
    const draft = await onSuggest();
    setBusy(null);
    if (!draft) return;
    setMode('reply');
    setText(draft.text.replace(MARKS, ''));
    setSources(draft.citations);
  }
  const onKeyDown = (event: KeyboardEvent) => {
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
        <button type="button" aria-pressed={mode === 'reply'} onClick={() => setMode('reply')}>
          {t.reply}
        </button>
        <button type="button" aria-pressed={mode === 'note'} onClick={() => setMode('note')}>
          <Icon name="note" />
          {t.note}
        </button>
        <button type="button" className="suggest" disabled={busy !== null} onClick={() => void suggest()}>
          <Icon name="spark" />
          {busy === 'suggest' ? t.suggesting : t.suggest}
        </button>
      </div>
      <textarea
        rows={3}
        value={text}
        placeholder={mode === 'reply' ? t.replyPlaceholder : t.notePlaceholder}
        aria-label={mode === 'reply' ? t.replyPlaceholder : t.note}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="reply-foot">
        <span className="quiet small">
          {sources.length > 0
            ? `${t.draftFrom} ${sources.map(({ title, page }) => (page === null ? title : `${title}, ${fill(t.page, { n: page })}`)).join(' · ')}`
            : t.hintSend}
        </span>
        <button type="submit" className="button primary" disabled={busy !== null || text.trim() === ''}>
          {mode === 'reply' ? t.send : t.addNote}
        </button>
      </div>
    </form>
  );
}
