import { createIntentClassifier } from '../../../understanding/classifier.ts';
import { createConceptFinder } from '../../../understanding/concepts.ts';
import { loadLexicon } from '../../../understanding/lexicon.ts';
import { loadModel } from '../../../understanding/model-file.ts';
import { createCatalogueIndex } from '../../../understanding/slots/catalogue-index.ts';
import type { CatalogueEntry, DialogueContext } from '../../../understanding/types.ts';
import { createUnderstanding } from '../../../understanding/understand.ts';
import { loadHeldBackCases, loadRequestsCases } from '../../intent/cases.ts';
import { loadSlotCases, loadSlotShops } from '../../slots/cases.ts';
import type { Bench } from '../bench.ts';
import { quantile } from '../quantile.ts';

const FRESH: DialogueContext = {
  focusOrderIds: [],
  focusProductIds: [],
  pendingConfirmation: false,
  offeredHuman: false,
  fallbackLanguage: 'zh',
};
const ROUNDS = 20;
const PRODUCTS = 1000;

/** One message from its letters to routes and slots, as the local engine does it for every turn. */
export const understandingBench: Bench = {
  name: 'understanding',
  description: 'Milliseconds to understand a message, of one request and of two, in a shop of 1,000 products',
  run({ scale }) {
    const started = performance.now();
    const model = loadModel();
    const loaded = performance.now() - started;
    const { understand } = createUnderstanding({
      model,
      catalogue: createCatalogueIndex(products()),
      timeZone: 'Asia/Shanghai',
    });
    const classifier = createIntentClassifier(model, createConceptFinder(loadLexicon().concepts));
    const languages = ['zh', 'en'] as const;
    const single = languages.flatMap((language) => [
      ...loadHeldBackCases(language).map(({ text }) => text),
      ...loadSlotCases(language).map(({ text }) => text),
    ]);
    const double = languages.flatMap((language) => loadRequestsCases(language).map(({ text }) => text));
    const rounds = Math.max(1, Math.round(ROUNDS * scale));
    const time = (texts: readonly string[], work: (text: string) => unknown): number[] => {
      for (const text of texts) work(text);
      const times: number[] = [];
      for (let round = 0; round < rounds; round++) {
        for (const text of texts) {
          const from = performance.now();
          work(text);
          times.push(performance.now() - from);
        }
      }
      return times;
    };
    const one = time(single, (text) => understand(text, FRESH));
    const two = time(double, (text) => understand(text, FRESH));
    const classified = time(single, (text) => classifier.classify(text));
    return Promise.resolve({
      rows: [
        { name: 'one request, p50', value: quantile(one, 0.5), unit: 'ms', aim: { atMost: 1 } },
        { name: 'one request, p99', value: quantile(one, 0.99), unit: 'ms', aim: { atMost: 5 } },
        { name: 'two requests, p50', value: quantile(two, 0.5), unit: 'ms', aim: { atMost: 1 } },
        { name: 'two requests, p99', value: quantile(two, 0.99), unit: 'ms', aim: { atMost: 5 } },
        { name: 'classifier alone, p50', value: quantile(classified, 0.5), unit: 'ms' },
        { name: 'model loaded', value: loaded, unit: 'ms', aim: { atMost: 50 } },
      ],
      notes: [`${single.length} messages of one request, ${double.length} of two, ${rounds} rounds`],
    });
  },
};

/** The eval shops' products, numbered until there are enough. */
function products(): CatalogueEntry[] {
  const known = Object.values(loadSlotShops()).flatMap((shop) => shop.products);
  return Array.from({ length: PRODUCTS }, (_, i) => {
    const one = known[i % known.length] ?? { id: '', names: [], category: [] };
    const series = Math.floor(i / known.length);
    return series === 0
      ? one
      : { ...one, id: `${one.id}-${series}`, names: one.names.map((name) => `${name} S${series}`) };
  });
}
