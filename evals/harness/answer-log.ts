import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const lineSchema = z.object({ key: z.string(), answer: z.unknown() });

/** Answers by what was asked of what: a cache, and what a stopped run had done. */
export interface AnswerLog {
  /** The key of an answer: equal for equal cases of equal engines. */
  keyOf(suite: string, asked: unknown): string;
  find(key: string): unknown;
  keep(key: string, answer: unknown): void;
}

/**
 * A log in files of JSON lines: reads and writes all of `files`. `stamp` names what answers (engine, target,
 * hash of the code), so that an answer of other code is never found. A line cut off by a kill is left out.
 */
export function openAnswerLog(input: { files: string[]; stamp: string }): AnswerLog {
  const known = new Map<string, unknown>();
  for (const file of input.files.filter((one) => existsSync(one)))
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const entry = readLine(line);
      if (entry) known.set(entry.key, entry.answer);
    }
  for (const file of input.files) mkdirSync(dirname(file), { recursive: true });
  return {
    keyOf: (suite, asked) =>
      createHash('sha256')
        .update(JSON.stringify([input.stamp, suite, asked]))
        .digest('hex'),
    find: (key) => known.get(key),
    keep(key, answer) {
      known.set(key, answer);
      for (const file of input.files) appendFileSync(file, `${JSON.stringify({ key, answer })}\n`);
    },
  };
}

function readLine(line: string): z.infer<typeof lineSchema> | undefined {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
