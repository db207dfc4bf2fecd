import type { DeskServiceOptions } from '../conversations/desk/desk-service.ts';
import type { Engine } from '../graph/engines/engine.ts';
import { forCaller } from '../graph/knowledge/hits/for-caller.ts';
import { EVIDENCE_THRESHOLD } from '../knowledge/retrieval/evidence.ts';
import type { Retriever } from '../knowledge/types.ts';
import type { Language } from '../stores/schema.ts';

const LIMIT_MS = 20_000;
const PASSAGES = 6;
const NOTHING_FOUND: Record<Language, string> = {
  zh: '您好，您的问题我已经了解，我先核实一下，稍后回复您。',
  en: 'Hello, thank you for your patience. Let me check this for you and get back to you in a moment.',
};

const nowhere = { delta: () => undefined, reset: () => undefined };

/** A draft for the agent, from the shop's documents: answers the customer's last line, or says that one will check. */
export const createReplyDraft =
  (deps: { engine: Engine; retriever: Retriever }): DeskServiceOptions['suggest'] =>
  async ({ history, language, reader }) => {
    const signal = AbortSignal.timeout(LIMIT_MS);
    const question = history.findLast((line) => line.author === 'customer')?.text ?? '';
    const found = await forCaller(deps.retriever, { kind: reader }).search(
      { query: question, language, k: PASSAGES },
      signal,
    );
    if (found.evidence < EVIDENCE_THRESHOLD) return { text: NOTHING_FOUND[language], citations: [] };
    const session = deps.engine.open({ signal });
    const answer = await session.writeAnswer({ question, hits: found.hits, language, history }, nowhere);
    return answer.answered
      ? { text: answer.text, citations: answer.citations }
      : { text: NOTHING_FOUND[language], citations: [] };
  };
