import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { INTENTS_DIR } from './lexicon.ts';
import { type Route, routeSchema } from './types.ts';

const perLanguage = <T extends z.ZodType>(item: T) => z.object({ zh: z.array(item), en: z.array(item) });

/** One file of data/intents. A counter-example looks like this intent and is an example of the one it names. */
const intentSchema = z.object({
  id: z.string().regex(/^[a-z_]+$/),
  route: routeSchema,
  definition: z.object({ zh: z.string().min(1), en: z.string().min(1) }),
  slots: z.array(z.string()),
  examples: perLanguage(z.string().min(1)),
  counterExamples: perLanguage(z.object({ text: z.string().min(1), intent: z.string() })),
});
export type Intent = z.infer<typeof intentSchema>;

export interface IntentCatalogue {
  intents: Intent[];
  routeOf: ReadonlyMap<string, Route>;
}

/** Reads and checks every intent, sorted by id; throws when a file doesn't fit or a counter-example names no intent. */
export function loadIntents(dir: URL = INTENTS_DIR): IntentCatalogue {
  const intents = dataFiles(dir)
    .filter((name) => name !== 'lexicon.json')
    .map((name) => intentSchema.parse(JSON.parse(readFileSync(new URL(name, dir), 'utf8'))));
  const routeOf = new Map(intents.map((intent) => [intent.id, intent.route]));
  for (const intent of intents) {
    for (const { text, intent: other } of [...intent.counterExamples.zh, ...intent.counterExamples.en]) {
      if (!routeOf.has(other))
        throw new Error(`data/intents/${intent.id}.json: "${text}" names the unknown intent ${other}`);
    }
  }
  return { intents, routeOf };
}

/** SHA-256 of data/intents, names and bytes: the model remembers what it was trained on. */
export function hashIntentData(dir: URL = INTENTS_DIR): string {
  const hash = createHash('sha256');
  for (const name of dataFiles(dir))
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(new URL(name, dir)))
      .update('\0');
  return hash.digest('hex');
}

function dataFiles(dir: URL): string[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .sort();
}
