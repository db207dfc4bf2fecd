import type { Language } from '../../../stores/schema.ts';
import type { Dialogue } from '../../dialogue.ts';
import { confirmQuestion } from '../../orders/confirm-question.ts';
import { phrasesIn } from '../../phrases/phrases.ts';
import type { TurnScope } from '../../scope.ts';
import type { ConfirmationView } from '../../turn-result.ts';
import { asWritten, questionIn, summaryIn } from './open-question.ts';

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
  const { open, script } = dialogue;
  if (pending) {
    const { customerId: _customerId, ...confirmation } = pending;
    const summary = asWritten(summaryIn(pending, open, language), script);
    return {
      question: confirmQuestion({ ...pending, summary }, language),
      choices: [phrases.confirmYes, phrases.confirmNo],
      confirmation: { ...confirmation, summary },
    };
  }
  if (open?.askedSlot === undefined) return undefined;
  const { question, choices } = questionIn(open, language);
  return {
    question: asWritten(question, script),
    choices: choices.map((choice) => asWritten(choice, script)),
    confirmation: null,
  };
}
