import type { ConversationView } from '../../api/types.ts';
import { type Dictionary, fill } from '../../i18n/dictionary.ts';
import type { Format } from '../../i18n/format.ts';

export type Outcome = ConversationView['outcomes'][string];

/** What became of a change, and by whom: settled here, in another window, at the desk, by its time or by the shop. */
export function outcomeWords(outcome: Outcome | undefined, t: Dictionary, format: Format): string {
  if (!outcome) return t.confirmSettled;
  const time = outcome.at === null ? '' : format.recent(outcome.at);
  const said = sentence(outcome, t);
  return [fill(said, { time }), outcome.note].filter(Boolean).join(' · ');
}

/** Why an answer did not settle it. */
export const shopWords = (shop: NonNullable<Outcome['shop']>, t: Dictionary): string =>
  ({ refused: t.confirmShopRefused, unavailable: t.confirmShopSilent, in_doubt: t.confirmShopInDoubt })[shop];

function sentence({ status, by, ended, shop }: Outcome, t: Dictionary): string {
  if (shop === 'in_doubt') return t.confirmShopInDoubt;
  switch (status) {
    case 'done':
      return by === 'colleague' ? t.outcomeApproved : t.outcomeDone;
    case 'rejected':
      return by === 'colleague' ? t.outcomeNotApproved : t.outcomeDeclined;
    case 'failed':
      return t.outcomeFailed;
    case 'approved':
      return t.outcomeUnderWay;
    case 'awaiting_approval':
      return t.outcomeApproval;
    case 'expired':
      return {
        time: t.outcomeExpired,
        replaced: t.outcomeReplaced,
        person: t.outcomePerson,
        closed: t.outcomeClosed,
        withdrawn: t.outcomeWithdrawn,
      }[ended ?? 'time'];
    case 'pending':
      return t.confirmSettled;
  }
}
