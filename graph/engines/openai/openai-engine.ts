import type { Logger } from '../../../config/logger.ts';
import type { ModelSettings } from '../../../config/model-settings.ts';
import { tradeWords } from '../../../knowledge/text/trade-words.ts';
import { loadIntents } from '../../../understanding/intents.ts';
import type { CircuitBreaker } from '../circuit-breaker.ts';
import type { Engine, EngineSession, SessionOptions } from '../engine.ts';
import { answerByModel } from './answer.ts';
import { createTurnBudget } from './budget.ts';
import { createEndpoints, type ModelFor } from './endpoints.ts';
import { phraseByModel, summariseByModel } from './phrase.ts';
import { isSettled, planByModel } from './plan.ts';
import { createRouter, needsNoModel, routeByModel } from './route.ts';
import type { UpstreamEvent } from './upstream.ts';
import { watchUpstream } from './watched-upstream.ts';

/** What the model gave to a turn's reply: its way (route, tools) or its very words. */
export type Contribution = 'nothing' | 'decisions' | 'words';

export interface ModelSession extends EngineSession {
  readonly contribution: Contribution;
}

export interface ModelEngine extends Engine {
  open(options: SessionOptions): ModelSession;
}

/**
 * The model engine on any OpenAI-compatible server, with the local engine before it (confident routes), beside it
 * (slots, suggestions) and after it (nothing left of an answer, budget spent). Its methods throw `UpstreamError`
 * when the upstream fails; `createResilientEngine` goes on from there.
 */
export function createOpenAiEngine(options: {
  model: ModelSettings;
  local: Engine;
  breakerFor: (baseUrl: string | undefined) => CircuitBreaker;
  logger: Logger;
  onUpstream?: ((event: UpstreamEvent) => void) | undefined;
  modelFor?: ModelFor | undefined;
}): ModelEngine {
  const endpoints = createEndpoints(options);
  const { analyzer } = tradeWords();
  const router = createRouter(loadIntents());

  return {
    get name() {
      return endpoints.upstream('writer').model;
    },
    open({ signal, onModelCall }) {
      const upstreamOf = (task: 'router' | 'writer') => {
        const upstream = endpoints.upstream(task);
        return onModelCall ? watchUpstream(upstream, onModelCall) : upstream;
      };
      const [routing, writing] = [upstreamOf('router'), upstreamOf('writer')];
      const local = options.local.open({ signal });
      const budget = createTurnBudget(options.model.timeoutMs);
      const common = { analyzer, router, local, budget, signal };
      const routes = { ...common, upstream: routing };
      const writes = { ...common, upstream: writing };
      let contribution: Contribution = 'nothing';
      const decided = () => {
        if (contribution === 'nothing') contribution = 'decisions';
      };
      return {
        get name() {
          if (contribution === 'nothing') return local.name;
          return contribution === 'words' ? writing.model : routing.model;
        },
        degraded: false,
        get usage() {
          return budget.usage();
        },
        get contribution() {
          return contribution;
        },
        async understand(input) {
          const guess = await local.understand(input);
          if (needsNoModel(guess)) {
            routing.spared('route');
            budget.spare();
            return guess;
          }
          const understanding = await routeByModel(routes, input, guess);
          decided();
          return understanding;
        },
        async planTools(input) {
          if (isSettled(input) || budget.left() === 0) return local.planTools(input);
          const { calls, adopted } = await planByModel(routes, input);
          if (adopted) decided();
          return calls;
        },
        async writeAnswer(input, writer) {
          if (input.hits.length === 0 || budget.left() === 0) return local.writeAnswer(input, writer);
          const answer = await answerByModel(writes, input, writer);
          if (!answer) return local.writeAnswer(input, writer);
          contribution = 'words';
          return answer;
        },
        async phrase(input, writer) {
          const text = budget.left() === 0 ? undefined : await phraseByModel(writes, input);
          if (text === undefined) return local.phrase(input, writer);
          contribution = 'words';
          writer.delta(text);
          return text;
        },
        async summarise(input) {
          const text = budget.left() === 0 ? undefined : await summariseByModel(writes, input);
          return text ?? local.summarise(input);
        },
      };
    },
  };
}
