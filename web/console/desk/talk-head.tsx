import { useEffect, useRef, useState } from 'react';
import type { DeskConversation } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { Link } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { Icon } from '../ui/icon.tsx';
import type { DeskStep } from './desk-step.ts';
import { PassOn } from './pass-on.tsx';
import { ReturnToBot } from './return-to-bot.tsx';
import type { Translation } from './use-translation.ts';

/** Who the talk is with, and how it goes on: back to the bot, to a colleague, to the queue, or to its end. */
export function TalkHead(props: {
  conversation: DeskConversation;
  act: DeskStep;
  mine: boolean;
  alone: boolean;
  details: boolean;
  translation: Translation;
  onDetails: () => void;
  onClose: () => void;
}) {
  const { t } = useSurroundings();
  const { conversation, act, details, translation } = props;
  const [open, setOpen] = useState<'pass' | 'return' | null>(null);
  const close = () => setOpen(null);
  const name = useRef<HTMLHeadingElement>(null);
  // Whoever opened it from the inbox goes on here, not behind the inbox's further entries.
  useEffect(() => {
    if (document.activeElement?.closest('.entries')) name.current?.focus();
  }, []);
  const leave = async (step: string, body?: unknown) => {
    close();
    if ((await act(step, body)) !== undefined) props.onClose();
  };
  return (
    <header className="talk-head">
      <Link to="desk" className="icon-button only-narrow" aria-label={t.back}>
        <Icon name="left" />
      </Link>
      <div className="talk-name">
        <h1 tabIndex={-1} ref={name}>
          {conversation.customer.name ?? t.visitor}
        </h1>
        {conversation.claimedBy && (
          <p className="quiet small">{fill(t.withAgent, { name: conversation.claimedBy.name })}</p>
        )}
      </div>
      {translation.possible && (
        <button
          type="button"
          className="icon-button"
          aria-label={t.translate}
          title={t.translate}
          aria-pressed={translation.on}
          onClick={translation.toggle}
        >
          <Icon name="globe" />
        </button>
      )}
      {conversation.status === 'human' && props.mine && (
        <>
          <button
            type="button"
            className="icon-button"
            aria-label={t.passOn}
            title={t.passOn}
            onClick={() => setOpen('pass')}
          >
            <Icon name="pass" />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={t.putBack}
            title={t.putBack}
            onClick={() => void leave('release')}
          >
            <Icon name="queue" />
          </button>
          <button type="button" className="button small" title={t.returnToBot} onClick={() => setOpen('return')}>
            <Icon name="back" />
            {t.returnToBot}
          </button>
          <button type="button" className="button small" title={t.resolve} onClick={() => void leave('resolve')}>
            <Icon name="check" />
            {t.resolve}
          </button>
        </>
      )}
      <button
        type="button"
        className={props.alone ? 'icon-button only-medium' : 'icon-button'}
        aria-label={t.details}
        aria-expanded={details}
        onClick={props.onDetails}
      >
        <Icon name={details ? 'right' : 'person'} />
      </button>
      {!props.alone && (
        <button type="button" className="icon-button" aria-label={t.closePane} onClick={props.onClose}>
          <Icon name="close" />
        </button>
      )}
      {open === 'pass' && <PassOn onClose={close} onChoose={(staffId) => void leave('transfer', { staffId })} />}
      {open === 'return' && (
        <ReturnToBot onClose={close} onReturn={(learned) => void leave('return', learned ? { learned } : {})} />
      )}
    </header>
  );
}
