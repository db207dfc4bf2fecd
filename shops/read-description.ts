import { readFile } from 'node:fs/promises';
import type { z } from 'zod';

/** Makes an error of what is wrong with a description, all of it in one message. */
export type DescriptionError = new (message: string) => Error;

/** The error for a description of this name with these faults. */
export const doesNotFit = (Fault: DescriptionError, name: string, faults: string[]): Error =>
  new Fault(`${name} does not fit:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);

/** A description of a shop's system as its schema has it. Throws `Fault` with every fault named. */
export function parseDescription<Schema extends z.ZodType>(
  schema: Schema,
  Fault: DescriptionError,
  { name, text }: { name: string; text: string },
): z.output<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw doesNotFit(Fault, name, [`is not JSON: ${error instanceof Error ? error.message : ''}`]);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`);
  throw doesNotFit(Fault, name, faults);
}

/** The text of a description's file. Throws `Fault` when it can't be read. */
export const readDescription = (file: string, Fault: DescriptionError): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    throw new Fault(`${file} can't be read: ${error instanceof Error ? error.message : ''}`);
  });
