/** @jsxImportSource preact */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fill } from '../../i18n/dictionary.ts';
import type { ChatState } from '../chat-state.ts';
import type { ChatMessage } from '../message.ts';
import { Icon } from './icon.tsx';
import { Message } from './message.tsx';
import { useSurroundings } from './surroundings.ts';
import { TalkRating } from './talk-rating.tsx';

const NEAR_END = 80;

/** A message is drawn again only when it, or the confirmation in it, changed. */
function Line({ message, state }: { message: ChatMessage; state: ChatState }) {
  const confirmation = message.confirmation?.id;
  const asked = state.pendingConfirmation;
  const endsAt = asked && asked.id === confirmation ? Date.parse(asked.expiresAt) + state.clockAheadMs : null;
  const settling = confirmation !== undefined && state.settling === confirmation;
  const outcome = confirmation === undefined ? undefined : state.outcomes[confirmation];
  return useMemo(
    () => <Message message={message} endsAt={endsAt} settling={settling} outcome={outcome} />,
    [message, endsAt, settling, outcome],
  );
}

const toEnd = (box: HTMLElement | null) => box?.scrollTo({ top: box.scrollHeight });

function Welcome({ starters }: { starters: string[] }) {
  const { t, chat } = useSurroundings();
  return (
    <div class="welcome">
      <h2>{t.greeting}</h2>
      <p>{t.greetingText}</p>
      <ul class="starters">
        {starters.map((text) => (
          <li key={text}>
            <button type="button" class="starter" onClick={() => chat?.send(text)}>
              {text}
              <Icon name="right" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The talk so far. It stays at its end while the reader is there, and leaves the reader alone otherwise. */
export function Transcript({ state, starters }: { state: ChatState; starters: string[] }) {
  const { t, chat } = useSurroundings();
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [away, setAway] = useState(false);
  const { messages, status } = state;
  const person = status === 'waiting' || status === 'human';
  const last = messages.at(-1);
  const ownCount = messages.filter(({ author }) => author === 'customer').length;

  useEffect(() => {
    atEnd.current = true;
    toEnd(box.current);
  }, [ownCount]);
  useLayoutEffect(() => {
    if (atEnd.current) toEnd(box.current);
  });
  const onScroll = () => {
    const { current } = box;
    if (!current) return;
    atEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < NEAR_END;
    setAway(!atEnd.current);
  };

  return (
    <div class="transcript-frame">
      <div
        class="transcript"
        ref={box}
        onScroll={onScroll}
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={t.history}
      >
        <p class="notice">
          <Icon name="spark" />
          {t.notice}
        </p>
        {state.loading && messages.length === 0 && <p class="loading">{t.loading}</p>}
        {!state.loading && messages.length === 0 && <Welcome starters={starters} />}
        <ol class="messages">
          {messages
            .filter((message) => !(person && message.state === 'thinking'))
            .map((message) => (
              <Line key={message.key} message={message} state={state} />
            ))}
        </ol>
        {state.agentTyping && status === 'human' && (
          <p class="bubble thinking agent-typing" role="status">
            <span class="dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {fill(t.isTyping, { name: state.agentName ?? t.someone })}
          </p>
        )}
        <TalkRating state={state} />
        {last?.author === 'bot' && !last.confirmation && last.quickReplies.length > 0 && !state.busy && (
          <ul class="quick">
            {last.quickReplies.map((text) => (
              <li key={text}>
                <button type="button" class="chip" onClick={() => chat?.send(text)}>
                  {text}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {away && (
        <button type="button" class="jump" aria-label={t.jump} onClick={() => toEnd(box.current)}>
          <Icon name="down" />
        </button>
      )}
    </div>
  );
}
