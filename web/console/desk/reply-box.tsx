import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Citation } from '../../api/types.ts';
import { fill, type Locale } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { Icon } from '../ui/icon.tsx';
import { CannedList } from './replies/canned-list.tsx';
import { useCannedReplies } from './replies/use-canned-replies.ts';
import { Translated } from './translated-reply.tsx';
import { type ReplyActions, useReplyDraft } from './use-reply-draft.ts';

interface Props extends ReplyActions {
  language: Locale;
  /** Only whoever has the conversation writes to the customer; colleagues leave notes. */
  mayReply: boolean;
  /** What is written can be translated for the customer. */
  translates: boolean;
  /** Whoever has just taken the conversation goes on here. */
  begins: boolean;
}

/** Writes to the customer or, in another colour, a note to colleagues. */
export function ReplyBox({ language, mayReply, translates, begins, ...actions }: Props) {
  const { t } = useSurroundings();
  const draft = useReplyDraft(mayReply, actions);
  const { text, mode, busy } = draft;
  const box = useRef<HTMLTextAreaElement>(null);
  const canned = useCannedReplies(text, mode === 'reply');

  const insert = (chosen: string) => {
    draft.put(chosen);
    box.current?.focus();
  };
  const translate = async () => {
    if (await draft.translate()) box.current?.focus();
  };
  const submit = async () => {
    await draft.submit();
    box.current?.focus();
  };
  useEffect(() => {
    if (begins) box.current?.focus();
  }, [begins]);
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
          <button type="button" aria-pressed={mode === 'reply'} onClick={() => draft.setMode('reply')}>
            {t.reply}
          </button>
        )}
        <button type="button" aria-pressed={mode === 'note'} onClick={() => draft.setMode('note')}>
          <Icon name="note" />
          {t.note}
        </button>
        {mode === 'reply' && translates && draft.translated.original === undefined && (
          <button type="button" className="aside" disabled={!draft.isReady} onClick={() => void translate()}>
            <Icon name="globe" />
            {busy === 'translate' ? t.translating : fill(t.translateReply, { language: t[language] })}
          </button>
        )}
        {mayReply && (
          <button type="button" className="suggest" disabled={busy !== null} onClick={() => void draft.suggest()}>
            <Icon name="spark" />
            {busy === 'suggest' ? t.suggesting : t.suggest}
          </button>
        )}
      </div>
      {mode === 'reply' && <Translated reply={draft.translated} onBack={insert} />}
      <CannedList canned={canned} language={language} onChoose={insert} />
      <textarea
        ref={box}
        rows={3}
        value={text}
        readOnly={busy === 'translate'}
        placeholder={mode === 'reply' ? t.replyPlaceholder : t.notePlaceholder}
        aria-label={mode === 'reply' ? t.replyPlaceholder : t.note}
        onChange={(event) => draft.write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="reply-foot">
        <span className="quiet small">
          {draft.sources.length > 0 ? <Sources of={draft.sources} /> : `${t.hintSend} · ${t.cannedHint}`}
        </span>
        <button type="submit" className="button primary" disabled={!draft.isReady}>
          {mode === 'reply' ? t.send : t.addNote}
        </button>
      </div>
    </form>
  );
}

function Sources({ of }: { of: Citation[] }) {
  const { t } = useSurroundings();
  const places = of.map(({ title, page }) => (page === null ? title : `${title}, ${fill(t.page, { n: page })}`));
  return `${t.draftFrom} ${places.join(' · ')}`;
}
