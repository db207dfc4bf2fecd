import { AIMessage, HumanMessage } from '@langchain/core/messages';
import { say } from '../branch.ts';
import { readDialogue } from '../dialogue.ts';
import { shiftCitations, shiftMarkers } from '../markers.ts';
import { type Afterword, afterword, stillWaiting } from '../repair/afterword.ts';
import { nextDialogue } from '../repair/next-dialogue.ts';
import { type RuledPartDeps, ruledPart } from '../ruled-part.ts';
import type { ScopeConfig, ScopeOf, TurnScope } from '../scope.ts';
import { PARAGRAPH } from '../speaker.ts';
import type { Part, State, Update } from '../state.ts';
import type { Card, Citation, ConversationStatus, TurnResult } from '../turn-result.ts';
import { type Voice, voiceIn } from '../voice.ts';

/** Joins what the branches said into one reply, in the order asked. */
export const createReplyNode =
  (scopeOf: ScopeOf, deps: RuledPartDeps) =>
  async (state: State, config: ScopeConfig): Promise<Update> => {
    const scope = scopeOf(config, state);
    const dialogue = readDialogue(state.dialogue);
    const language = state.understanding?.language ?? dialogue.language ?? scope.fallbackLanguage;
    const voice = await voiceIn(state.understanding?.script ?? dialogue.script ?? 'hans');
    const byRule = await ruledPart(deps, state, scope);
    const ruled = byRule && voice.part(byRule);
    if (ruled) say(scope.speaker.channel(ruled.index), ruled.text);
    if (ruled) scope.speaker.close(ruled.index, 0);
    const parts = withoutRepetition([...state.parts, ...(ruled ? [ruled] : [])].sort((a, b) => a.index - b.index));
    const [first] = parts;
    if (!first) throw new Error('A turn ended without a reply.');
    const turn = { ...state, parts };
    const after = afterword(turn, scope, dialogue, language);
    const spoken = joined(parts);
    const { citations } = spoken;
    const closing = sayAfter(after, scope, parts.length, voice);
    const text = [spoken.text, closing.text].filter(Boolean).join(PARAGRAPH);
    const cards = distinctCards(parts.flatMap((part) => part.cards));
    const proposed = parts.find((part) => part.confirmation !== null)?.confirmation ?? null;
    const handoff = parts.some((part) => part.handoff !== null);
    const routes = [...new Set(parts.map((part) => part.route))];
    const status: ConversationStatus = handoff ? 'waiting' : 'bot';
    const result: TurnResult = {
      conversationId: scope.conversationId,
      messageId: scope.replyId,
      status,
      route: first.route,
      routes,
      intent: first.intent,
      confidence: state.understanding?.requests[first.index]?.confidence ?? 1,
      language,
      text,
      citations,
      cards,
      confirmation: proposed
        ? {
            id: proposed.id,
            action: proposed.action,
            summary: proposed.summary,
            changes: proposed.changes,
            expiresAt: proposed.expiresAt,
          }
        : after.confirmation,
      quickReplies: [...new Set([...parts.flatMap((part) => part.quickReplies), ...closing.quickReplies])],
      engine: scope.session.name,
      degraded: scope.session.degraded,
    };
    const { route, intent, confidence } = result;
    scope.emit({ type: 'route', route, routes, intent, confidence, language });
    for (const citation of citations) scope.emit({ type: 'citation', citation });
    for (const card of cards) scope.emit({ type: 'card', card });
    if (result.confirmation) scope.emit({ type: 'confirmation', confirmation: result.confirmation });
    if (result.quickReplies.length > 0) scope.emit({ type: 'quick-replies', texts: result.quickReplies });
    if (result.degraded) scope.emit({ type: 'status', status: 'degraded' });
    if (status !== 'bot') scope.emit({ type: 'status', status });
    const humanSeen = state.messages.some((message) => message.getType() === 'human' && message.text === state.text);
    return {
      parts: ruled ? [ruled] : [],
      result,
      dialogue: nextDialogue(dialogue, turn, { waiting: stillWaiting(turn, scope, dialogue, language), said: after }),
      settlement: null,
      messages: [
        ...(humanSeen || state.text === '' ? [] : [new HumanMessage(state.text)]),
        new AIMessage({ id: scope.replyId, content: text }),
      ],
    };
  };

/** A part that says what one before it said is not said again, as the speaker has it; its buttons and cards stay. */
const withoutRepetition = (parts: Part[]): Part[] =>
  parts.map((part, index) =>
    parts.slice(0, index).some(({ text }) => text !== '' && text === part.text)
      ? { ...part, text: '', citations: [] }
      : part,
  );

/** One text; the markers of later parts count on. */
function joined(parts: Part[]): { text: string; citations: Citation[] } {
  const citations: Citation[] = [];
  const texts = parts.map((part) => {
    const offset = citations.length;
    citations.push(...shiftCitations(part.citations, offset));
    return shiftMarkers(part.text, offset);
  });
  return { text: texts.filter(Boolean).join(PARAGRAPH), citations };
}

/** The same order asked for twice is shown once. */
function distinctCards(cards: Card[]): Card[] {
  const seen = new Set<string>();
  return cards.filter((card) => {
    const key = JSON.stringify(card);
    return !seen.has(key) && seen.add(key);
  });
}

/** Says what comes after the branches, as one more of them; what it adds to the reply. */
function sayAfter(
  after: Afterword,
  scope: TurnScope,
  index: number,
  voice: Voice,
): { text: string; quickReplies: string[] } {
  const text = say(scope.speaker.channel(index), voice.text(after.texts.join(PARAGRAPH)));
  scope.speaker.close(index, 0);
  return { text, quickReplies: after.quickReplies.map(voice.text) };
}
