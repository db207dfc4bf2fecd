import type { Settings } from '../../config/env.ts';
import type { Logger } from '../../config/logger.ts';
import { type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.ts';
import type { Engine } from './engine.ts';
import { createOpenAiEngine } from './openai.ts';
import type { UpstreamEvent } from './openai-upstream.ts';
import { createResilientEngine } from './resilient.ts';

/** The engine that the settings ask for: the local one alone, or a model with it. One for each process. */
export function createEngine(
  settings: Pick<Settings, 'model'>,
  local: Engine,
  logger: Logger,
  options: { breaker?: CircuitBreaker; onUpstream?: (event: UpstreamEvent) => void } = {},
): Engine {
  const { model } = settings;
  if (!model) return local;
  const breaker =
    options.breaker ??
    createCircuitBreaker({ onChange: (state) => logger.warn({ state, model: model.model }, 'model circuit breaker') });
  const primary = createOpenAiEngine({ model, local, breaker, logger, onUpstream: options.onUpstream });
  return createResilientEngine({ primary, local, logger });
}
