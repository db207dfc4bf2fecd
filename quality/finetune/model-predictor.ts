import type { ModelSettings } from '../../config/env.ts';
import type { Logger } from '../../config/logger.ts';
import { createCircuitBreaker } from '../../graph/engines/circuit-breaker.ts';
import type { Engine, EngineSession } from '../../graph/engines/engine.ts';
import { createOpenAiEngine } from '../../graph/engines/openai.ts';
import type { Predictor } from '../models/predictor.ts';

/** Just below what spares a turn the router. */
const DOUBTFUL = 0.79;

/** A local engine that is never sure, so that the router is asked about every message but a wish for a person. */
const doubting = (local: Engine): Engine => ({
  name: local.name,
  open(options) {
    const session = local.open(options);
    const understand: EngineSession['understand'] = async (input) => {
      const guess = await session.understand(input);
      const requests = guess.requests.map((one) => ({ ...one, confidence: Math.min(one.confidence, DOUBTFUL) }));
      return { ...guess, requests };
    };
    return Object.create(session, { understand: { value: understand } }) as EngineSession;
  },
});

/**
 * A model of the OpenAI-compatible server as router, by the model engine's own prompt and checks. Rejects when the
 * server fails.
 */
export function createModelPredictor(options: {
  settings: ModelSettings;
  /** The model that is to judge, by its name at the server; undefined: the one that the settings name. */
  name: string | undefined;
  local: Engine;
  logger: Logger;
  signal?: AbortSignal;
}): Predictor {
  const { settings, name, logger, signal = new AbortController().signal } = options;
  const breaker = createCircuitBreaker({});
  const engine = createOpenAiEngine({
    model: settings,
    local: doubting(options.local),
    breakerFor: () => breaker,
    modelFor: () => name,
    logger,
  });
  return async (input) => {
    const [first] = (await engine.open({ signal }).understand(input)).requests;
    return { intent: first?.intent ?? 'unclear', confidence: first?.confidence ?? 0 };
  };
}
