import type { Language } from '../../stores/schema.ts';
import type { Dialogue } from '../dialogue.ts';
import { summaryWithChanges } from '../orders/summary-with-changes.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import type { TurnScope } from '../scope.ts';
import type { ConfirmationView } from '../turn-result.ts';

/** The question that waits for the customer, with what its buttons say. */
export interface Waiting {
  question: string;
  choices: string[];
  /** Set for a change that is to be confirmed. */
  confirmation: ConfirmationView | null;
}

/** What waits for the customer's answer: the change to be confirmed first, then what was asked. */
export function waitingFor(
  scope: Pick<TurnScope, 'pendingConfirmation'>,
  dialogue: Dialogue,
  language: Language,
): Waiting | undefined {
  const phrases = phrasesIn(language);
  const pending = scope.pendingConfirmation;
  if (pending) {
    const { customerId: _customerId, ...confirmation } = pending;
    return {
      question: phrases.confirmAsk(summaryWithChanges(pending)),
      choices: [phrases.confirmYes, phrases.confirmNo],
      confirmation,
    };
  }
  const { open } = dialogue;
  return open?.askedSlot === undefined
    ? undefined
    : { question: open.question, choices: open.choices, confirmation: null };
}
