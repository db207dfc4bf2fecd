import type { Logger } from '../../../config/logger.ts';
import type { ModelSettings } from '../../../config/model-settings.ts';
import type { CircuitBreaker } from '../circuit-breaker.ts';
import { createUpstream, type Upstream, type UpstreamEvent } from './upstream.ts';

/** Deciding (routes, tools) and writing may go to different models, on different servers. */
export type ModelTask = 'router' | 'writer';

/** The name of a model that was promoted for a task since the start; undefined: the setting's. */
export type ModelFor = (task: ModelTask) => string | undefined;

/** The models in use at the moment, asked for at the start of each turn. */
export interface Endpoints {
  upstream(task: ModelTask): Upstream;
}

/** A model that nobody asks any more is forgotten beyond this many. */
const MOST_MODELS = 16;

/** One client for each task and model name, made at first use; turns under way keep theirs. */
export function createEndpoints(options: {
  model: ModelSettings;
  /** One for each server: where one is down the other may be up. */
  breakerFor: (baseUrl: string | undefined) => CircuitBreaker;
  logger: Logger;
  onUpstream?: ((event: UpstreamEvent) => void) | undefined;
  modelFor?: ModelFor | undefined;
}): Endpoints {
  const { model, logger, onUpstream } = options;
  const known = new Map<string, Upstream>();
  return {
    upstream(task) {
      const endpoint = model[task] ?? model;
      const name = options.modelFor?.(task) ?? endpoint.model;
      const key = `${task} ${name}`;
      const found = known.get(key);
      if (found) return found;
      const settings = { ...endpoint, model: name, timeoutMs: model.timeoutMs };
      const made = createUpstream({ settings, breaker: options.breakerFor(endpoint.baseUrl), logger, onUpstream });
      const [oldest] = known.keys();
      if (known.size >= MOST_MODELS && oldest !== undefined) known.delete(oldest);
      known.set(key, made);
      return made;
    },
  };
}
