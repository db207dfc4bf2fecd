import type { Logger } from '../../config/logger.ts';
import type { ModelSettings } from '../../config/model-settings.ts';
import type { Engine } from '../../graph/engines/engine.ts';
import { createModelRouter } from '../../graph/engines/openai/model-router.ts';
import type { Predictor } from '../models/predictor.ts';

/** The router that the settings name: what a fine-tuned one is compared with while none is promoted. */
export const settingsRouter = (settings: ModelSettings): string => settings.router?.model ?? settings.model;

/** A model of the OpenAI-compatible server as router, by the model engine's own prompt and checks. Rejects when the server fails. */
export function createModelPredictor(options: {
  settings: ModelSettings;
  /** By its name at the server. */
  name: string;
  local: Engine;
  logger: Logger;
  signal?: AbortSignal;
}): Predictor {
  const { settings, name: model, local, logger, signal = new AbortController().signal } = options;
  const route = createModelRouter({ model: settings, local, logger });
  return async ({ text, dialogue }) => {
    const [first] = (await route({ text, dialogue }, { model, signal })).requests;
    return { intent: first?.intent ?? 'unclear', confidence: first?.confidence ?? 0 };
  };
}
