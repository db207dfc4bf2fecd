import type { DialogueContext, Understanding } from '../../understanding/types.ts';
import type { Engine, EngineSession, HistoryLine } from './engine.ts';

/** What a turn's message was taken for. */
export interface Understood {
  turnId: string;
  text: string;
  dialogue: DialogueContext;
  history: HistoryLine[];
  understanding: Understanding;
}

/** The same engine; `observe` is told what each turn was taken for. It must return at once and not throw. */
export const createObservedEngine = (engine: Engine, observe: (understood: Understood) => void): Engine => ({
  name: engine.name,
  open(options) {
    const session = engine.open(options);
    const { turnId } = options;
    if (turnId === undefined) return session;
    const understand: EngineSession['understand'] = async (input) => {
      const understanding = await session.understand(input);
      observe({ turnId, ...input, understanding });
      return understanding;
    };
    // Name and degradation change while the session works: they are read from it.
    return Object.create(session, { understand: { value: understand } }) as EngineSession;
  },
});
