import type { IntentModel } from '../../understanding/model-file.ts';
import { createCatalogueIndex } from '../../understanding/slots/catalogue-index.ts';
import type { CatalogueEntry, DialogueContext } from '../../understanding/types.ts';
import { createUnderstanding } from '../../understanding/understand.ts';
import type { Verdict } from '../models/compare.ts';

/** A conversation that has just begun. */
export const FRESH: DialogueContext = {
  focusOrderIds: [],
  focusProductIds: [],
  pendingConfirmation: false,
  offeredHuman: false,
  fallbackLanguage: 'en',
};

/** What a model makes of single messages in this shop: rules, slots and catalogue included, as customers get it. */
export function verdictsOf(
  model: IntentModel,
  texts: readonly string[],
  shop: { catalogue: CatalogueEntry[]; timeZone: string },
): Verdict[] {
  const { understand } = createUnderstanding({
    model,
    catalogue: createCatalogueIndex(shop.catalogue),
    timeZone: shop.timeZone,
  });
  return texts.map((text) => {
    const [first] = understand(text, FRESH).requests;
    return { intent: first?.intent ?? 'unclear', confidence: first?.confidence ?? 0 };
  });
}
