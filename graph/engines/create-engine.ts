import type { Settings } from '../../config/env.ts';
import type { Logger } from '../../config/logger.ts';
import { type BreakerState, type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.ts';
import type { Engine } from './engine.ts';
import type { ModelFor } from './openai/endpoints.ts';
import { createOpenAiEngine } from './openai/openai-engine.ts';
import type { UpstreamEvent } from './openai/upstream.ts';
import { createResilientEngine } from './resilient.ts';

export interface EngineOptions {
  /** One for every server, for tests; else each server has its own. */
  breaker?: CircuitBreaker;
  onUpstream?: (event: UpstreamEvent) => void;
  onBreaker?: (state: BreakerState) => void;
  /** Models that were promoted at run time. */
  modelFor?: ModelFor;
}

/** The engine that the settings ask for: the local one alone, or a model with it. One for each process. */
export function createEngine(
  settings: Pick<Settings, 'model'>,
  local: Engine,
  logger: Logger,
  options: EngineOptions = {},
): Engine {
  const { model } = settings;
  if (!model) return local;
  const breakers = new Map<string, CircuitBreaker>();
  const breakerFor = (baseUrl = ''): CircuitBreaker => {
    if (options.breaker) return options.breaker;
    const known = breakers.get(baseUrl);
    if (known) return known;
    const onChange = (state: BreakerState) => {
      logger.warn({ state, server: hostOf(baseUrl) }, 'model circuit breaker');
      options.onBreaker?.(state);
    };
    const made = createCircuitBreaker({ onChange });
    breakers.set(baseUrl, made);
    return made;
  };
  const primary = createOpenAiEngine({ ...options, model, local, breakerFor, logger });
  return createResilientEngine({ primary, local, logger });
}

/** Without user and password, which a URL may hold. */
const hostOf = (baseUrl: string): string => (URL.canParse(baseUrl) ? new URL(baseUrl).host : 'api.openai.com');
