import type { Engine } from '../graph/engines/engine.ts';
import { EVIDENCE_THRESHOLD } from '../knowledge/retrieval/evidence.ts';
import type { BenchAnswer } from '../server/dependencies.ts';

const LIMIT_MS = 5_000;
const nowhere = { delta: () => undefined, reset: () => undefined };

/** What the local engine would reply from these passages, for the retrieval bench; nothing without evidence. */
export const createBenchAnswer =
  (engine: Engine): BenchAnswer =>
  async ({ question, hits, language }) => {
    const declined = { answered: false, text: '', citations: [], engine: engine.name };
    if (!hits.some((hit) => hit.evidence >= EVIDENCE_THRESHOLD)) return declined;
    const session = engine.open({ signal: AbortSignal.timeout(LIMIT_MS) });
    const { answered, text, citations } = await session.writeAnswer({ question, hits, language, history: [] }, nowhere);
    return answered ? { answered, text, citations, engine: engine.name } : declined;
  };
