import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { languageSchema, routeSchema } from '../../understanding/types.ts';

const caseSchema = z.object({ text: z.string(), language: languageSchema, route: routeSchema, intent: z.string() });
export type IntentCase = z.infer<typeof caseSchema>;

/**
 * Own utterances that the model is never trained on. Utterances near to some of them were added to the training data after
 * their mistakes were read: they guard against regressions, and are no blind test any more.
 */
export function loadOwnCases(): IntentCase[] {
  return z.array(caseSchema).parse(JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8')));
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
