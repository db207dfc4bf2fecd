import { allTexts, localText } from '../../../stores/local-text.ts';
import type { LocalText } from '../../../stores/schema.ts';
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
  const inWords = (reason: LocalText) => localText(reason, view.language);
  const given = reasons.find((one) => allTexts(one).some((text) => said.includes(plain(text))));
  if (given !== undefined) return { args: { reason: inWords(given) } };
  return { ask: orderPhrases(view.language).whichReason, slot: 'reason', choices: reasons.map(inWords), known };
}
