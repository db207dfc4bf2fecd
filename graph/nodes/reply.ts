import { AIMessage, HumanMessage } from '@langchain/core/messages';
import { say } from '../branch.ts';
import { type Dialogue, readDialogue } from '../dialogue.ts';
import { shiftCitations, shiftMarkers } from '../markers.ts';
import { type RuledPartDeps, ruledPart } from '../ruled-part.ts';
import type { ScopeConfig, ScopeOf } from '../scope.ts';
import { PARAGRAPH } from '../speaker.ts';
import type { Part, State, Update } from '../state.ts';
import type { Card, Citation, ConversationStatus, TurnResult } from '../turn-result.ts';

/** Joins what the branches said into one reply, in the order asked. */
export const createReplyNode =
  (scopeOf: ScopeOf, deps: RuledPartDeps) =>
  async (state: State, config: ScopeConfig): Promise<Update> => {
    const scope = scopeOf(config, state);
    const ruled = await ruledPart(deps, state, scope);
    if (ruled) say(scope.speaker.channel(ruled.index), ruled.text);
    if (ruled) scope.speaker.close(ruled.index, 0);
    const parts = [...state.parts, ...(ruled ? [ruled] : [])].sort((a, b) => a.index - b.index);
    const [first] = parts;
    if (!first) throw new Error('A turn ended without a reply.');
    const { text, citations } = joined(parts);
    const cards = distinctCards(parts.flatMap((part) => part.cards));
    const proposed = parts.find((part) => part.confirmation !== null)?.confirmation ?? null;
    const handoff = parts.some((part) => part.handoff !== null);
    const language = state.understanding?.language ?? scope.fallbackLanguage;
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
      confirmation: proposed && {
        id: proposed.id,
        action: proposed.action,
        summary: proposed.summary,
        changes: proposed.changes,
        expiresAt: proposed.expiresAt,
      },
      quickReplies: [...new Set(parts.flatMap((part) => part.quickReplies))],
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
      dialogue: nextDialogue(readDialogue(state.dialogue), parts),
      settlement: null,
      messages: [
        ...(humanSeen || state.text === '' ? [] : [new HumanMessage(state.text)]),
        new AIMessage({ id: scope.replyId, content: text }),
      ],
    };
  };

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

/** The dialogue state for the next turn: what was asked and offered lasts one turn, what is in view stays. */
function nextDialogue(before: Dialogue, parts: Part[]): Record<string, unknown> {
  const last = parts.at(-1);
  const lasting =
    last?.route === 'smalltalk'
      ? { lastIntent: before.lastIntent, lastRoute: before.lastRoute }
      : { lastIntent: last?.intent, lastRoute: last?.route };
  return Object.assign(
    {
      lastQuestion: before.lastQuestion,
      learned: before.learned,
      focusOrderIds: before.focusOrderIds,
      focusProductIds: before.focusProductIds,
      offeredHuman: false,
      clarifications: 0,
      ...lasting,
    },
    ...parts.map((part) => part.dialogue),
  );
}
