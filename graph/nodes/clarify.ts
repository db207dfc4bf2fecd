import { type BranchWork, say } from '../branch.ts';
import { phrasesIn } from '../phrases/phrases.ts';

/** Clarifying questions in a row before a person is offered. */
const MOST = 2;

/** Asks back, one question at a time. */
export const createClarify =
  (): BranchWork =>
  async ({ language, dialogue }, _scope, writer) => {
    const phrases = phrasesIn(language);
    const { order, product, returns, human } = phrases.topics;
    if (dialogue.clarifications >= MOST) {
      return {
        text: say(writer, phrases.stuck),
        quickReplies: [human],
        dialogue: { clarifications: dialogue.clarifications + 1, offeredHuman: true },
      };
    }
    const text = dialogue.clarifications === 0 ? phrases.clarifyTopic : phrases.clarifyTopicAgain;
    return {
      text: say(writer, text),
      quickReplies: [order, product, returns, human],
      dialogue: { clarifications: dialogue.clarifications + 1 },
    };
  };
