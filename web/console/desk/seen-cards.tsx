import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ConversationView, MessageView } from '../../api/types.ts';
import { drawSeen, eraseSeen } from '../../widget/view/seen.tsx';
import { seenWords } from '../i18n/seen-words.ts';
import { useSurroundings } from '../surroundings.ts';

/** The cards and the change to be confirmed that a message put before the customer, as the widget draws them. */
export function SeenCards(props: { message: MessageView; outcomes: ConversationView['outcomes'] }) {
  const { locale } = useSurroundings();
  const host = useRef<HTMLDivElement>(null);
  const { message, outcomes } = props;
  const { result } = message;
  const confirmation = message.confirmation ?? result?.confirmation ?? null;
  const outcome = confirmation ? outcomes[confirmation.id] : undefined;
  const cards = result?.cards;
  const shown = confirmation !== null || (cards !== undefined && cards.length > 0);
  // Before the paint: the transcript scrolls to its end by what stands in it.
  useLayoutEffect(() => {
    if (host.current)
      drawSeen(host.current, { locale, words: seenWords[locale] }, { cards: cards ?? [], confirmation, outcome });
  }, [locale, cards, confirmation, outcome]);
  useEffect(() => {
    const { current } = host;
    return () => {
      if (current) eraseSeen(current);
    };
  }, []);
  return shown && <div className="seen" ref={host} />;
}
