import { readFileSync } from 'node:fs';
import { z } from 'zod';

const words = z.object({ zh: z.array(z.string()), en: z.array(z.string()) });

/** Generic words of shops: fillers of the examples' slots, frames around an utterance, and concepts shared by both languages. */
const lexiconSchema = z.object({
  slots: z.record(z.string(), words),
  frames: z.object({
    zh: z.object({ prefix: z.array(z.string()), suffix: z.array(z.string()) }),
    en: z.object({ prefix: z.array(z.string()), suffix: z.array(z.string()), intensifier: z.array(z.string()) }),
  }),
  /** `shop` marks concepts that make a text shop talk. */
  concepts: z.record(z.string(), words.extend({ shop: z.boolean() })),
});
export type Lexicon = z.infer<typeof lexiconSchema>;

export const INTENTS_DIR = new URL('../data/intents/', import.meta.url);

/** Reads and checks data/intents/lexicon.json; throws a ZodError when it doesn't fit. */
export function loadLexicon(dir: URL = INTENTS_DIR): Lexicon {
  return lexiconSchema.parse(JSON.parse(readFileSync(new URL('lexicon.json', dir), 'utf8')));
}
