import type { DeskEntry, DeskSettingsBody } from '../../api/types.ts';

/** Since when the customer waits for an agent's words, and whether that is longer than the desk aims for. */
export function dueOf(
  entry: Pick<DeskEntry, 'status' | 'waitingSince' | 'firstReplyAt' | 'unansweredSince'>,
  times: Pick<DeskSettingsBody, 'firstReplyWithin' | 'replyWithin'> | undefined,
  now: number,
): { since: string; late: boolean } | null {
  const { status, waitingSince, firstReplyAt, unansweredSince } = entry;
  const since = status === 'waiting' || (status === 'human' && !firstReplyAt) ? waitingSince : unansweredSince;
  if (since === null || status === 'closed' || status === 'bot') return null;
  const limit = firstReplyAt ? times?.replyWithin : times?.firstReplyWithin;
  return { since, late: limit !== undefined && now - Date.parse(since) > limit * 60_000 };
}
