import type { Settings } from '../config/env.ts';
import type { Logger } from '../config/logger.ts';
import { loadOwnCases } from '../evals/intent/cases.ts';
import type { Engine } from '../graph/engines/engine.ts';
import { createCaseService } from '../quality/cases/case-service.ts';
import { createDatasetService } from '../quality/datasets/dataset-service.ts';
import { createModelPredictor } from '../quality/finetune/model-predictor.ts';
import { createLabelFiles } from '../quality/labels/label-files.ts';
import { labelIntents } from '../quality/labels/label-intents.ts';
import { createLabelService } from '../quality/labels/label-service.ts';
import { createModelFollower, type ModelFollower } from '../quality/models/model-follower.ts';
import { createModelStore } from '../quality/models/model-store.ts';
import type { Quality } from '../quality/ports.ts';
import { createShadow, type Shadow } from '../quality/shadow/shadow.ts';
import { createShadowRows } from '../quality/shadow/shadow-rows.ts';
import { createTurnTraces } from '../quality/traces/turn-traces.ts';
import { createRunRows } from '../quality/training/run-rows.ts';
import { createTrainingService } from '../quality/training/training-service.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import type { Notifications } from '../stores/notifications.ts';
import { loadIntents } from '../understanding/intents.ts';
import { type IntentModel, loadModel } from '../understanding/model-file.ts';
import type { CatalogueEntry, Understander } from '../understanding/types.ts';
import type { Owned } from './owned.ts';

/** What the data loop needs to know of the shop. */
export interface QualityShop {
  catalogue: CatalogueEntry[];
  timeZone: string;
}

/** QA's services on a database; the web process and `npm run models` are made of the same. */
export function createQuality(options: {
  db: DatabaseHandle['db'];
  logger: Logger;
  shop: () => Promise<QualityShop>;
}): Quality {
  const { db, logger } = options;
  const catalogue = loadIntents();
  const intents = labelIntents(catalogue);
  const runs = createRunRows(db);
  const datasets = createDatasetService({ db, catalogue });
  const models = createModelStore({ db, shipped: loadModel() });
  const shippedCases = () =>
    loadOwnCases().map(({ text, intent, language }) => ({ text, intent, language, origin: 'shipped' as const }));
  return {
    catalogue,
    intents,
    labels: createLabelService({ db, intents: new Set(intents.map(({ id }) => id)) }),
    files: createLabelFiles({ db, catalogue }),
    datasets,
    models,
    runs,
    training: createTrainingService({ runs, datasets, models, shippedCases, shop: options.shop, logger }),
    shadows: createShadowRows(db),
    cases: createCaseService(db),
    traces: createTurnTraces(db),
    shippedCases,
  };
}

/** The data loop of a web process: services, the model at work, and the shadow of a candidate. */
export async function openQuality(options: {
  settings: Pick<Settings, 'model'>;
  logger: Logger;
  database: DatabaseHandle;
  notifications: Notifications;
  shop: QualityShop;
  understanderOf: (model: IntentModel) => Understander;
  /** Makes customers' turns go by this model. */
  use: (understander: Understander) => void;
  localEngine: Engine;
  owned: Owned;
}): Promise<{ quality: Quality; follower: ModelFollower; shadow: Shadow }> {
  const { settings, logger, database, notifications, understanderOf, owned } = options;
  const quality = createQuality({ db: database.db, logger, shop: async () => options.shop });
  owned.add('training', quality.training.close);
  const { models, shadows } = quality;
  const follower = await createModelFollower({
    models,
    notifications,
    use: (model) => options.use(understanderOf(model)),
    logger,
  });
  owned.add('model follower', async () => follower.close());

  const shadow = createShadow({
    rows: shadows,
    async load(version) {
      const { kind, name } = await models.get(version);
      if (kind === 'model' && name && settings.model)
        return createModelPredictor({ settings: settings.model, name, local: options.localEngine, logger });
      const understander = understanderOf(await models.load(version));
      return ({ text, dialogue }) => {
        const [first] = understander.understand(text, dialogue).requests;
        return { intent: first?.intent ?? 'unclear', confidence: first?.confidence ?? 0 };
      };
    },
    notifications,
    logger,
  });
  owned.add('shadow', shadow.close);
  return { quality, follower, shadow };
}
