/** @jsxImportSource preact */
import { type Dictionary, fill } from '../../i18n/dictionary.ts';
import type { ChatState } from '../chat-state.ts';
import { Icon } from './icon.tsx';
import { useSurroundings } from './surroundings.ts';

function subtitle(t: Dictionary, { status, agentName }: ChatState): string {
  if (status === 'waiting') return t.subtitleWaiting;
  if (status === 'human') return fill(t.subtitleHuman, { name: agentName ?? t.someone });
  return status === 'closed' ? t.subtitleClosed : t.subtitleBot;
}

/** Who answers, and the ways out that are always in sight: a person, closing. */
export function Header(props: {
  state: ChatState;
  title: string | null;
  titleId: string;
  onClose: (() => void) | null;
}) {
  const { t, chat } = useSurroundings();
  const { state, onClose } = props;
  const person = state.status === 'waiting' || state.status === 'human';
  return (
    <header class="header">
      <span class={person ? 'avatar person' : 'avatar'}>
        <Icon name={person ? 'headset' : 'spark'} />
      </span>
      <div class="heading">
        <h1 id={props.titleId}>{props.title ?? t.title}</h1>
        <p>{subtitle(t, state)}</p>
      </div>
      {!person && (
        <button type="button" class="person-button" onClick={() => chat?.askForPerson(t.person)}>
          <Icon name="headset" />
          {t.person}
        </button>
      )}
      {onClose && (
        <button type="button" class="ghost" aria-label={t.close} title={t.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      )}
    </header>
  );
}

/** Tells plainly when no machine is speaking any more, or none is listening. */
export function Banner({ state }: { state: ChatState }) {
  const { t, chat } = useSurroundings();
  const { status, connected, offline, fault } = state;
  return (
    <div class="banners" role="status">
      {status === 'waiting' && <p class="banner waiting">{t.bannerWaiting}</p>}
      {status === 'human' && (
        <p class="banner human">
          {state.agentName === null ? t.bannerSomeone : fill(t.bannerHuman, { name: state.agentName })}
        </p>
      )}
      {status === 'closed' && (
        <p class="banner">
          {t.bannerClosed}
          <button type="button" class="link" onClick={() => chat?.startNew()}>
            {t.startNew}
          </button>
        </p>
      )}
      {offline ? <p class="banner fault">{t.offline}</p> : !connected && <p class="banner fault">{t.reconnecting}</p>}
      {fault && <p class="banner fault">{fault}</p>}
    </div>
  );
}
