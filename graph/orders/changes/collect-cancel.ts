import { orderPhrases } from '../../phrases/orders.ts';
import type { Collected, Said } from './change.ts';

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The reason that a shop wants to know, one of its own; nothing where it wants none. */
export function collectCancel({ request, view, known }: Said): Collected {
  const { reasons } = view.policy.rules.cancel;
  if (reasons.length === 0) return { args: {} };
  const said = plain(request.text);
  const reason = reasons.find((one) => said.includes(plain(one)));
  if (reason !== undefined) return { args: { reason } };
  return { ask: orderPhrases(view.language).whichReason, slot: 'reason', choices: reasons, known };
}
