import { normaliseText } from '../../../understanding/normalise.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import type { Dialogue, WaitingWish } from '../../dialogue.ts';
import { isChangeIntent } from '../../orders/changes/change-intents.ts';
import { lineWish } from '../../orders/line-wish.ts';
import { HELPED } from '../../orders/selection/own-order-input.ts';

/** Wishes that wait at most. */
const MOST = 4;

const isChange = ({ intent, route }: UnderstoodRequest): boolean => route === 'order' && isChangeIntent(intent);

/** "Drop the calendar and make the scarf black": what is wished of a second thing is a change as well. */
export const besideAChange = (requests: UnderstoodRequest[]): UnderstoodRequest[] =>
  requests.some(isChange)
    ? requests.map((one) =>
        HELPED.has(one.route) && lineWish(normaliseText(one.text))
          ? { ...one, intent: 'change_items', route: 'order' }
          : one,
      )
    : requests;

/** Of several changes in one message the first is worked on; the others wait until it is settled. */
export function oneChangeAtATime(requests: UnderstoodRequest[]): {
  requests: UnderstoodRequest[];
  upNext: WaitingWish[];
} {
  const [first, ...others] = requests.filter(isChange);
  if (!first || others.length === 0) return { requests, upNext: [] };
  return {
    requests: requests.filter((request) => !others.includes(request)),
    upNext: others.slice(0, MOST).map(({ intent, text, slots }) => ({ intent, text, orderIds: slots.orderIds })),
  };
}

/** The request of a wish that waited, from what its words are understood as now. */
export const taken = (wish: WaitingWish, understood: UnderstoodRequest): UnderstoodRequest => ({
  ...understood,
  text: wish.text,
  intent: wish.intent,
  route: 'order',
  slots: {
    ...understood.slots,
    ...(wish.orderIds.length > 0 ? { orderIds: wish.orderIds, ordinal: undefined } : {}),
    answer: undefined,
  },
});

/** What still waits after a turn's requests were read: with nothing open, what is wished again does not wait as well. */
export const stillUpNext = (dialogue: Dialogue, requests: readonly UnderstoodRequest[]): WaitingWish[] =>
  dialogue.open === null
    ? dialogue.upNext.filter((wish) => !requests.some((one) => isChange(one) && one.intent === wish.intent))
    : dialogue.upNext;
