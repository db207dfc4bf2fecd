import { z } from 'zod';

/** An id that a client names or that stands in an address: no control characters, PostgreSQL refuses some of them. */
export const idSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u, 'must not contain control characters');

/** What a client may call a conversation that begins with its message. */
export const conversationIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_.:-]{1,128}$/, 'must have 1 to 128 letters, digits, dots, colons, dashes or underscores');

/** What a client may call its message. */
export const messageIdSchema = z.string().regex(/^[^\s\p{C}]{1,200}$/u, 'must have 1 to 200 characters without spaces');

/** Longest text that is taken for a message. */
const MESSAGE_LENGTH = 8_000;

/** What a person wrote, trimmed. */
export const messageTextSchema = z
  .string()
  .max(MESSAGE_LENGTH)
  .transform((text) => text.trim())
  .refine((text) => text !== '', 'must not be empty');

/** A short text with a longest length, trimmed. */
export const lineSchema = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => text.trim())
    .refine((text) => text !== '', 'must not be empty');

/** As {@link lineSchema}; null and blank count as not given. */
export const optionalLineSchema = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform((text) => text?.trim() || undefined)
    .optional();

/** A field that may be left out; clients that send null mean the same. */
export const mayBeAbsent = <T extends z.ZodType>(schema: T) =>
  schema
    .nullish()
    .transform((value) => value ?? undefined)
    .optional();

/** A BCP 47 tag; what is neither Chinese nor English counts as not given. */
export const localeTagSchema = z.string().max(35).describe('BCP 47 tag such as zh, en, zh-CN');

export const instantSchema = z.iso.datetime().describe('ISO 8601, UTC');

export const idParamsSchema = z.object({ id: idSchema });
