import { normaliseText } from '../../understanding/normalise.ts';
import { readPinyin } from '../../understanding/pinyin/read-pinyin.ts';
import { wishesForGoods } from '../../understanding/rules/wishes-for-goods.ts';
import type { AnswerDeps } from '../answering/question.ts';
import { type BranchWork, say } from '../branch.ts';
import { ifDocumentsAnswer } from '../knowledge/if-documents-answer.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { createRecommend, type RecommendDeps } from './recommend.ts';

/** Clarifying questions in a row before a person is offered. */
const MOST = 2;

/** Asks back, one question at a time; unless bare words of the shop's documents ("Hochberg winter hours") or a description that its goods meet say what is wanted. */
export function createClarify(deps: AnswerDeps & RecommendDeps, answer: BranchWork): BranchWork {
  const recommend = createRecommend(deps, answer, askBack);
  const fromDocuments = ifDocumentsAnswer(deps, (task, scope, writer) =>
    (wishesForGoods(normaliseText(task.request.text)) ? recommend : askBack)(task, scope, writer),
  );
  return (task, scope, writer) =>
    (task.request.intent !== 'unclear' ? askBack : readPinyin(task.request.text) ? askForCharacters : fromDocuments)(
      task,
      scope,
      writer,
    );
}

/** Pinyin that says nothing known. */
const askForCharacters: BranchWork = async ({ language }, _scope, writer) => {
  const phrases = phrasesIn(language);
  return { text: say(writer, phrases.writeCharacters), quickReplies: [phrases.talkToHuman] };
};

const askBack: BranchWork = async ({ language, dialogue }, _scope, writer) => {
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
