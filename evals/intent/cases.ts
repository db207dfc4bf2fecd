import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Language, languageSchema, routeSchema } from '../../understanding/types.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

const caseSchema = z.object({ text: z.string(), language: languageSchema, route: routeSchema, intent: z.string() });
export type IntentCase = z.infer<typeof caseSchema>;

/**
 * Own utterances that the model is never trained on. Utterances near to some of them were added to the training data after
 * their mistakes were read: they guard against regressions, and are no blind test any more.
 */
export function loadOwnCases(): IntentCase[] {
  return z.array(caseSchema).parse(read('cases.json'));
}

/** Written after training was frozen; messy in a third. How it was made, and what was changed since: docs/understanding.md. */
export function loadHeldBackCases(language: Language): IntentCase[] {
  return z.array(caseSchema).parse(read(`cases/held-back-${language}.json`));
}

const requestsSchema = z.object({
  text: z.string(),
  language: languageSchema,
  /** In the order written; empty for a message that is one request, whichever. */
  intents: z.array(z.string()),
});
export type RequestsCase = z.infer<typeof requestsSchema>;

/** Messages with two requests in them, and ones that look so and are one. */
export function loadRequestsCases(language: Language): RequestsCase[] {
  return z.array(requestsSchema).parse(read(`cases/requests-${language}.json`));
}

const labelledSchema = z.object({ text: z.string(), intent: z.string() });
export type LabelledText = z.infer<typeof labelledSchema>;

/** Reads a `.jsonl` of a public set with the fields text and intent. */
export function loadLabelled(file: URL): LabelledText[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => labelledSchema.parse(JSON.parse(line)));
}
