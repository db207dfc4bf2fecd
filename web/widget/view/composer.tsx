/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks';
import type { ChatState } from '../chat-state.ts';
import { Icon } from './icon.tsx';
import { useSurroundings } from './surroundings.ts';

/** Under the message box: what is wanted seldom. */
export function Footer(props: { state: ChatState; onLanguage: () => void }) {
  const { t, chat } = useSurroundings();
  const { messages, status } = props.state;
  const bot = status === 'bot' || status === 'closed';
  return (
    <footer class="footer">
      <span>{bot && t.aiMayErr}</span>
      {messages.length > 0 && bot && (
        <button type="button" onClick={() => chat?.startNew()}>
          {t.startNew}
        </button>
      )}
      <button type="button" title={t.languageHint} onClick={props.onLanguage}>
        {t.language}
      </button>
    </footer>
  );
}

/** The message box: Enter sends, Shift+Enter makes a new line, an open input method keeps its Enter. */
export function Composer(props: { state: ChatState; draft: string; onDraft: (text: string) => void; focus: number }) {
  const { t, chat } = useSurroundings();
  const { draft, onDraft, state } = props;
  const box = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const { current } = box;
    if (props.focus === 0 || !current) return;
    current.focus();
    current.setSelectionRange(current.value.length, current.value.length);
  }, [props.focus]);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = `${Math.min(current.scrollHeight, 140)}px`;
  }, [draft]);

  const send = () => {
    // The box itself: its text may be a frame ahead of the draft.
    const text = box.current?.value.trim() ?? '';
    if (text === '') return;
    chat?.send(text);
    onDraft('');
    box.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  };
  const person = state.status === 'waiting' || state.status === 'human';
  const stoppable = state.busy && !person && draft.trim() === '';
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={box}
        rows={1}
        dir="auto"
        maxLength={4000}
        value={draft}
        placeholder={person ? t.placeholderPerson : t.placeholder}
        aria-label={t.placeholder}
        title={t.hint}
        onInput={(event) => {
          onDraft(event.currentTarget.value);
          chat?.typing();
        }}
        onKeyDown={onKeyDown}
      />
      {stoppable ? (
        <button type="button" class="send" aria-label={t.stop} title={t.stop} onClick={() => chat?.stop()}>
          <Icon name="stop" />
        </button>
      ) : (
        <button type="submit" class="send" aria-label={t.send} title={t.send} disabled={draft.trim() === ''}>
          <Icon name="send" />
        </button>
      )}
    </form>
  );
}
