import type { Language } from '../../../stores/schema.ts';
import { toSimplified } from '../../../text/traditional.ts';
import type { Script } from '../../../understanding/types.ts';
import type { OpenQuestion } from '../../dialogue.ts';
import { phrasesIn } from '../../phrases/phrases.ts';
import { actionIn, repairPhrases } from '../../phrases/repair.ts';

/** An open question in the customer's language of now: as it was put, or anew where they changed it since. */
export function questionIn(open: OpenQuestion, language: Language): { question: string; choices: string[] } {
  if (open.language === undefined || open.language === language)
    return { question: open.question, choices: open.choices };
  const phrases = phrasesIn(language);
  const [order] = open.orderIds;
  const ids = open.choices.filter((choice) => !/\p{Script=Han}|\s/u.test(choice));
  if (open.askedSlot === 'orderId') return { question: phrases.whichOrder, choices: ids };
  if (open.askedSlot === 'address' && order) return { question: phrases.askAddress(order), choices: [] };
  return { question: repairPhrases(language).unanswered, choices: ids };
}

/** What a change does in the customer's language of now; as it was put where they did not change it. */
export function summaryIn(
  pending: { action: string; summary: string },
  open: OpenQuestion | null,
  language: Language,
): string {
  const [order] = open?.orderIds ?? [];
  if (!open?.language || open.language === language || !order) return pending.summary;
  return actionIn(language, pending.action, order) ?? pending.summary;
}

/** In simplified characters where the customer writes them; traditional ones are made when it is said. */
export const asWritten = (text: string, script: Script | undefined): string =>
  script === 'hant' ? text : toSimplified(text);
