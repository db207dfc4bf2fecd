import type { Logger } from '../../../config/logger.ts';
import type { ModelSettings } from '../../../config/model-settings.ts';
import type { Language } from '../../../stores/schema.ts';
import { fenced, systemPrompt } from '../../prompts/prompts.ts';
import { createCircuitBreaker } from '../circuit-breaker.ts';
import { createTurnBudget } from './budget.ts';
import { createEndpoints } from './endpoints.ts';
import { UpstreamError } from './errors.ts';
import { readAll, type UpstreamEvent } from './upstream.ts';

/** Translates with a model. Rejects when nothing whole came in time: a text is never shown in part. */
export interface Translator {
  readonly model: string;
  translate(text: string, to: Language): Promise<string>;
}

/** With its own breaker: a desk that translates does not take the model away from customers, nor they from it. */
export function createTranslator(options: {
  model: ModelSettings;
  logger: Logger;
  onUpstream?: (event: UpstreamEvent) => void;
}): Translator {
  const breaker = createCircuitBreaker();
  const upstream = createEndpoints({ ...options, breakerFor: () => breaker }).upstream('writer');
  const { timeoutMs } = options.model;
  return {
    model: upstream.model,
    async translate(text, language) {
      const answer = await readAll(
        upstream.stream({
          purpose: 'translate',
          messages: [
            ['system', systemPrompt('translate', { language })],
            ['user', fenced('text', text)],
          ],
          budget: createTurnBudget(timeoutMs, 1),
          signal: AbortSignal.timeout(timeoutMs * 2),
        }),
      );
      const translated = answer?.text.trim() ?? '';
      // Cut at the model's limit: half a sentence may say the opposite of the whole.
      if (translated === '' || answer?.response_metadata.finish_reason === 'length') throw new UpstreamError('cut');
      return translated;
    },
  };
}
