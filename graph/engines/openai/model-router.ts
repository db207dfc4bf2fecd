import type { Logger } from '../../../config/logger.ts';
import type { ModelSettings } from '../../../config/model-settings.ts';
import { loadIntents } from '../../../understanding/intents.ts';
import type { DialogueContext, Understanding } from '../../../understanding/types.ts';
import { createCircuitBreaker } from '../circuit-breaker.ts';
import type { Engine } from '../engine.ts';
import { createTurnBudget } from './budget.ts';
import { createEndpoints } from './endpoints.ts';
import { createRouter, routeByModel } from './route.ts';

/** Routes one text by a model that is named, outside any turn. */
export type ModelRouter = (
  input: { text: string; dialogue: DialogueContext },
  options: { model: string; signal: AbortSignal },
) => Promise<Understanding>;

/** For trying a router on labelled texts: always asks the model, also where a turn would not. Throws UpstreamError. */
export function createModelRouter(deps: { model: ModelSettings; local: Engine; logger: Logger }): ModelRouter {
  const router = createRouter(loadIntents());
  // A server that fails must not keep customers' turns from theirs, nor the other way round.
  const breaker = createCircuitBreaker();
  return async ({ text, dialogue }, { model, signal }) => {
    const { upstream } = createEndpoints({ ...deps, breakerFor: () => breaker, modelFor: () => model });
    const local = deps.local.open({ signal });
    const input = { text, dialogue, history: [] };
    const budget = createTurnBudget(deps.model.timeoutMs);
    return routeByModel(
      { upstream: upstream('router'), router, local, budget, signal },
      input,
      await local.understand(input),
    );
  };
}
