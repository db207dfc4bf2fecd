import type { Dialogue, OpenQuestion } from '../dialogue.ts';
import { intentOf } from '../orders/changes/change-intents.ts';
import { faultSaid } from '../orders/changes/fault-said.ts';
import type { Part, State } from '../state.ts';
import type { Card } from '../turn-result.ts';
import { type Afterword, asks } from './afterword.ts';
import type { Waiting } from './waiting/waiting-for.ts';

/** Orders that are kept in mind. */
const KNOWN = 12;
/** Changes that were carried out, likewise. */
const MOST_DONE = 5;

/** The dialogue state for the next turn: what was asked and offered lasts one turn, what is open and in view stays. */
export function nextDialogue(
  before: Dialogue,
  state: Pick<State, 'parts' | 'settlement' | 'text'> & Partial<Pick<State, 'understanding'>>,
  rest: { waiting: Waiting | undefined; said: Afterword },
): Record<string, unknown> {
  const parts = [...state.parts].sort((a, b) => a.index - b.index);
  const last = parts.at(-1);
  const lasting =
    last?.route === 'smalltalk'
      ? { lastIntent: before.lastIntent, lastRoute: before.lastRoute }
      : { lastIntent: last && intentOf(last.intent), lastRoute: last?.route };
  const listed = parts.findLast((part) => (part.dialogue.focusOrderIds?.length ?? 0) > 1)?.dialogue.focusOrderIds;
  const goods = parts.findLast((part) => (part.dialogue.focusProductIds?.length ?? 0) > 1)?.dialogue.focusProductIds;
  const spokenOf = parts.flatMap((part) => [...(part.dialogue.focusOrderIds ?? []), ...part.cards.flatMap(orderIn)]);
  const known = [...new Set([...spokenOf, ...before.knownOrderIds])];
  // An order that is named comes into view, whatever is asked of it.
  const named = [...new Set(state.understanding?.requests.flatMap(({ slots }) => slots.orderIds))];
  // "Do you sell rugs, and what is delivery?": the second part is of no goods, and the rugs stay in view.
  const ofGoods = parts.findLast(({ dialogue }) => changesView(dialogue.focusProductIds, before.focusProductIds))
    ?.dialogue.focusProductIds;
  const next = Object.assign(
    {
      lastQuestion: before.lastQuestion,
      learned: before.learned,
      focusOrderIds: named.length > 0 ? named : before.focusOrderIds,
      focusProductIds: before.focusProductIds,
      shownProductIds: goods ?? before.shownProductIds,
      shownOrderIds: listed ?? before.shownOrderIds,
      knownOrderIds: known.slice(0, KNOWN),
      language: before.language,
      script: before.script,
      draft: before.draft,
      upNext: before.upNext,
      ...troubleAfter(before, state, parts),
      ...(rest.waiting && before.wish !== undefined ? { wish: before.wish } : {}),
      insults: before.insults,
      refusedHuman: before.refusedHuman,
      clarifications: 0,
      ...lasting,
      offeredHuman: rest.said.offersHuman,
    },
    ...parts.map((part) => part.dialogue),
    ofGoods === undefined ? {} : { focusProductIds: ofGoods },
  );
  return {
    ...next,
    offeredHuman: next.offeredHuman || rest.said.offersHuman,
    open: openAfter(before, parts, rest),
    done: [...before.done, ...parts.flatMap(({ dialogue }) => dialogue.done ?? [])].slice(-MOST_DONE),
  };
}

const changesView = (ids: readonly string[] | undefined, before: readonly string[]): boolean =>
  ids !== undefined && ids.length > 0 && ids.join() !== before.join();

const LONGEST_TROUBLE = 300;

/** What is wrong with a thing is told once; it holds for what is asked to be done about it. */
function troubleAfter(
  before: Dialogue,
  { text, settlement }: Pick<State, 'settlement' | 'text'>,
  parts: readonly Part[],
): Pick<Dialogue, 'trouble'> {
  const { trouble } = before;
  const tells = faultSaid(text, false) === true || parts.some(({ intent }) => intent === 'damaged_or_wrong_item');
  // "It was the courier" says more of what was told just before.
  const all = trouble !== undefined && before.lastRoute !== 'order' ? `${trouble}; ${text}` : text;
  const told = tells ? all.slice(-LONGEST_TROUBLE) : settlement?.approve ? undefined : trouble;
  return told === undefined ? {} : { trouble: told };
}

/** The order that a card shows. */
const orderIn = (card: Card): string[] => (card.type === 'order' ? [card.id] : []);

/** What is open: what this reply asks, else what it did not answer. */
function openAfter(
  before: Dialogue,
  parts: Part[],
  { waiting, said }: { waiting: Waiting | undefined; said: Afterword },
): OpenQuestion | null {
  const asking = parts.findLast(asks);
  if (asking)
    return {
      intent: asking.intent,
      askedSlot: asking.confirmation ? undefined : asking.dialogue.askedSlot,
      question: lastLine(asking.text),
      choices: asking.quickReplies,
      orderIds: asking.dialogue.focusOrderIds ?? before.focusOrderIds,
      language: before.language,
      detours: 0,
      put: true,
    };
  if (!waiting || !before.open) return null;
  const repaired = parts.find((part) => part.dialogue.open !== undefined)?.dialogue.open;
  // What was put again is the change, whatever was asked beside it.
  const change = waiting.confirmation;
  const again = change ? { intent: intentOf(change.action), askedSlot: undefined, choices: waiting.choices } : {};
  if (repaired) return { ...repaired, ...again, put: true };
  const put = said.asksAgain;
  return { ...before.open, ...(put ? again : {}), detours: before.open.detours + 1, put };
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.trim() ?? '';
