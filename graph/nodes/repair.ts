import { bestSentences } from '../../knowledge/retrieval/quote.ts';
import { localText } from '../../stores/local-text.ts';
import { termsOf } from '../../tools/products/product-words.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import type { AnswerDeps } from '../answering/question.ts';
import { type BranchReply, type BranchTask, type BranchWork, say } from '../branch.ts';
import type { ReplyWriter } from '../engines/engine.ts';
import { forCaller } from '../knowledge/hits/for-caller.ts';
import { writtenSearch } from '../knowledge/written-search.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { repairPhrases } from '../phrases/repair.ts';
import { plainWords } from '../repair/consists-of.ts';
import { gistOf, lastReply } from '../repair/last-reply.ts';
import { PRESENCE } from '../repair/read-repair.ts';
import { repairOf } from '../repair/repair-intents.ts';
import { wantsItDone } from '../repair/waiting/nod.ts';
import { waitingFor } from '../repair/waiting/waiting-for.ts';
import type { TurnScope } from '../scope.ts';
import { createAnswer } from './answer.ts';

const READS = new Set(['track_order', 'list_orders', 'urge_delivery', 'refund_status', 'delivery_not_received']);
/** Times that a question is put again before a person is offered with it. */
const MOST = 2;

/** Talk about the conversation itself: again, simpler, what did you mean, never mind, skip, silence. */
export function createRepair(deps: AnswerDeps & { orders: BranchWork }): BranchWork {
  const answer = createAnswer(deps);
  return async (task, scope, writer) => {
    const { language, dialogue, request } = task;
    const phrases = phrasesIn(language);
    const said = repairPhrases(language);
    const waiting = waitingFor(scope, dialogue, language);
    const last = lastReply(scope.history, task);
    const keeps = {
      lastIntent: dialogue.lastIntent,
      lastRoute: dialogue.lastRoute,
      lastQuestion: dialogue.lastQuestion,
    };
    const repair = repairOf(request.intent);
    switch (repair) {
      case 'cancel':
      case 'skip': {
        const text =
          repair === 'skip' && waiting
            ? said.skipped
            : waiting
              ? said.dropped
              : wantsItDone(normaliseText(request.text))
                ? said.nothingWaits
                : dialogue.refusedHuman && dialogue.open === null && !dialogue.offeredHuman && last !== undefined
                  ? said.noPerson
                  : phrases.nothingToDecide;
        return { text: say(writer, text), dialogue: { ...keeps, open: null, upNext: [], clarifications: 0 } };
      }
      case 'abilities': {
        const { order, product, returns, human } = phrases.topics;
        return {
          text: say(writer, said.abilities(localText(deps.shop.name, language))),
          quickReplies: [order, product, returns, human],
          dialogue: keeps,
        };
      }
      case 'done':
        return { text: say(writer, said.doneSoFar(dialogue.done)), dialogue: keeps };
      case 'hurry':
        return impatient(task, scope, writer, keeps);
      case 'silence':
        return silence(task, scope, writer);
      case 'repeat':
        if (waiting)
          return {
            text: say(writer, waiting.question),
            quickReplies: waiting.choices,
            dialogue: { ...keeps, open: dialogue.open },
          };
        if (dialogue.lastRoute === 'knowledge' && dialogue.lastQuestion !== undefined)
          return kept(await answer(asked(task), scope, writer), keeps);
        if (
          dialogue.lastRoute === 'order' &&
          dialogue.focusOrderIds.length === 1 &&
          READS.has(dialogue.lastIntent ?? '')
        )
          return kept(await deps.orders(lookedUp(task), scope, writer), keeps);
        return { text: say(writer, last ?? said.listening), dialogue: keeps };
      default:
        return simpler(task, scope, writer, deps);
    }
  };
}

/** Said again, what is talked about stays what it was. */
const kept = (reply: BranchReply, keeps: BranchReply['dialogue']): BranchReply => ({
  ...reply,
  dialogue: { ...keeps, ...reply.dialogue },
});

/** The question that the last answer was to, asked anew. */
const asked = (task: BranchTask): BranchTask => ({
  ...task,
  request: {
    ...task.request,
    text: task.dialogue.lastQuestion ?? task.request.text,
    intent: task.dialogue.lastIntent ?? task.request.intent,
    route: 'knowledge',
    isQuestion: true,
  },
});

/** The look-up that the last reply was from, done anew. */
const lookedUp = (task: BranchTask): BranchTask => ({
  ...task,
  request: {
    ...task.request,
    intent: task.dialogue.lastIntent ?? 'list_orders',
    route: 'order',
    slots: { ...task.request.slots, orderIds: task.dialogue.focusOrderIds },
  },
});

/** Impatience with no order as the subject: sorry, the open question again, or what is to be hurried. */
function impatient(
  { language, dialogue }: BranchTask,
  scope: TurnScope,
  writer: ReplyWriter,
  keeps: BranchReply['dialogue'],
): BranchReply {
  const said = repairPhrases(language);
  const waiting = waitingFor(scope, dialogue, language);
  if (waiting)
    return {
      text: say(writer, said.hurriedWhile(waiting.question)),
      quickReplies: waiting.choices,
      dialogue: { ...keeps, open: dialogue.open },
    };
  return {
    text: say(writer, said.hurried),
    quickReplies: [said.urgeMyOrder, phrasesIn(language).talkToHuman],
    dialogue: keeps,
  };
}

/** Nothing but signs: the open question again, or an ear; a person after two of them. */
function silence(
  { language, dialogue, mood, request }: BranchTask,
  scope: TurnScope,
  writer: ReplyWriter,
): BranchReply {
  const phrases = phrasesIn(language);
  const said = repairPhrases(language);
  const waiting = waitingFor(scope, dialogue, language);
  const clarifications = dialogue.clarifications + 1;
  const stuck = dialogue.clarifications >= MOST;
  const greets = PRESENCE.test(plainWords(normaliseText(request.text)));
  const keeps = { lastIntent: dialogue.lastIntent, lastRoute: dialogue.lastRoute, clarifications };
  if (waiting)
    return {
      text: say(writer, said.askAgain(waiting.question)),
      quickReplies: [...waiting.choices, ...(stuck ? [phrases.talkToHuman] : [])],
      dialogue: { ...keeps, open: dialogue.open },
    };
  const { order, product, returns, human } = phrases.topics;
  if (stuck)
    return { text: say(writer, phrases.stuck), quickReplies: [human], dialogue: { ...keeps, offeredHuman: true } };
  const text = mood === 'angry' ? said.angryOffer : said.listening;
  return {
    text: say(writer, text),
    route: greets ? 'smalltalk' : 'clarify',
    quickReplies: mood === 'angry' ? [human] : [order, product, returns, human],
    dialogue: { ...keeps, offeredHuman: mood === 'angry' },
  };
}

/** The last reply in fewer and plainer words, or what it asks for. */
async function simpler(
  task: BranchTask,
  scope: TurnScope,
  writer: ReplyWriter,
  deps: AnswerDeps,
): Promise<BranchReply> {
  const { language, dialogue } = task;
  const said = repairPhrases(language);
  const keeps = { lastIntent: dialogue.lastIntent, lastRoute: dialogue.lastRoute, lastQuestion: dialogue.lastQuestion };
  const waiting = waitingFor(scope, dialogue, language);
  if (waiting) {
    const text = waiting.confirmation
      ? said.confirmMeans(waiting.confirmation.summary)
      : said.questionMeans(waiting.question);
    return { text: say(writer, text), quickReplies: waiting.choices, dialogue: { ...keeps, open: dialogue.open } };
  }
  const last = lastReply(scope.history, task);
  const { order, product, returns, human } = phrasesIn(language).topics;
  if (last === undefined)
    return { text: say(writer, said.listening), route: 'clarify', quickReplies: [order, product, returns, human] };
  if (dialogue.lastRoute === 'clarify' || dialogue.lastRoute === undefined)
    return {
      text: say(writer, said.topicsMean),
      route: 'clarify',
      quickReplies: [order, product, returns, human],
      dialogue: keeps,
    };
  if (dialogue.lastRoute === 'knowledge' && dialogue.lastQuestion !== undefined) {
    const short = await shortAnswer(task, scope, deps);
    if (short && retells(short.text, last) && !last.includes(said.simply('').trim()))
      return { ...short, text: say(writer, said.simply(short.text)), route: 'knowledge', dialogue: keeps };
  }
  const gist = gistOf(last.replace(said.simply('').trim(), '').trim());
  const told = last.startsWith(said.simply('').trim()) || gist === last;
  return {
    text: say(writer, told ? said.asSimpleAsItGets(gist) : said.simply(gist)),
    quickReplies: told ? [human] : [],
    dialogue: { ...keeps, offeredHuman: told },
  };
}

const OF_THE_SAME = 0.5;

/** Whether a sentence says what the last reply said, and not something that is only near to the question. */
function retells(sentence: string, last: string): boolean {
  const terms = [...termsOf(sentence)];
  const before = termsOf(last);
  return terms.filter((term) => before.has(term)).length >= terms.length * OF_THE_SAME;
}

/** The one sentence of the sources that answers the last question best, cited. */
async function shortAnswer(
  { language, dialogue }: BranchTask,
  scope: TurnScope,
  deps: AnswerDeps,
): Promise<{ text: string; citations: BranchReply['citations'] } | undefined> {
  const question = dialogue.lastQuestion ?? '';
  const { hits } = await forCaller(deps.retriever, scope.caller).search(
    writtenSearch(question, language),
    scope.signal,
  );
  const [best] = bestSentences({ question, hits, language, max: 1 });
  if (!best) return undefined;
  const { documentId, title, page } = best.hit;
  return {
    text: `${best.text}[1]`,
    citations: [{ marker: 1, documentId, title, page, quote: best.quote.slice(0, 300) }],
  };
}
