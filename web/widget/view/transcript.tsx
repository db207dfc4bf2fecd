/** @jsxImportSource preact */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fill } from '../../i18n/dictionary.ts';
import type { ChatState } from '../chat-state.ts';
import type { ChatMessage } from '../message.ts';
import { Icon } from './icon.tsx';
import { Message } from './message.tsx';
import { useSurroundings } from './surroundings.ts';
import { TalkRating } from './talk-rating.tsx';

const NEAR = 80;
/** Left above a message that is read from its beginning. */
const ABOVE = 14;

/** Who follows is taken along: to the end, or to where an answer begins. */
type Follows = 'reading' | 'end' | 'not';

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

/** Where who follows the talk reads on: its end, but a long answer from its beginning, with the question if it fits. */
function placeToRead(box: HTMLElement): number {
  const [last, before] = [...box.querySelectorAll<HTMLElement>('.message')].slice(-2).reverse();
  const first = before?.matches('.customer') && !last?.matches('.customer') ? before : last;
  const end = box.scrollHeight - box.clientHeight;
  return first ? Math.min(end, first.offsetTop - ABOVE) : end;
}

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

/** The talk so far. It goes along with a reader who follows it, and leaves one alone who has gone back. */
export function Transcript({ state, starters }: { state: ChatState; starters: string[] }) {
  const { t, chat } = useSurroundings();
  const box = useRef<HTMLDivElement>(null);
  const follows = useRef<Follows>('reading');
  const [away, setAway] = useState(false);
  const { messages, status } = state;
  const person = status === 'waiting' || status === 'human';
  const last = messages.at(-1);
  const ownCount = messages.filter(({ author }) => author === 'customer').length;

  // What waits for an answer stands at the end.
  const asksSomething = state.pendingConfirmation !== null || (last?.quickReplies.length ?? 0) > 0;

  useEffect(() => {
    follows.current = 'reading';
    toEnd(box.current);
  }, [ownCount]);
  useLayoutEffect(() => {
    const { current } = box;
    if (!current || follows.current === 'not') return;
    if (follows.current === 'end' || asksSomething) toEnd(current);
    else current.scrollTo({ top: placeToRead(current) });
    setAway(current.scrollHeight - current.clientHeight - current.scrollTop >= NEAR);
  });
  const onScroll = () => {
    const { current } = box;
    if (!current) return;
    const isNear = (place: number) => Math.abs(current.scrollTop - place) < NEAR;
    const atEnd = isNear(current.scrollHeight - current.clientHeight);
    if (isNear(placeToRead(current))) follows.current = 'reading';
    else follows.current = atEnd ? 'end' : 'not';
    setAway(!atEnd);
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
