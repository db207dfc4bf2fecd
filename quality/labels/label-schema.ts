import { z } from 'zod';
import { languageSchema, slotsSchema } from '../../understanding/types.ts';

/** What a slot of a label may be called. */
export const SLOT_NAMES = slotsSchema.keyof().exclude(['offerOnly', 'answer']).options;

const line = (max: number) => z.string().trim().min(1).max(max);
const blankIsNull = (text: string | null | undefined) => text?.trim() || null;

export const labelSlotSchema = z.object({
  name: z.enum(SLOT_NAMES),
  value: line(300).describe('As the customer wrote it, or the product’s id'),
});

/** One request of a message. Several of them: the message wants several things. */
export const labelRequestSchema = z.object({
  text: line(4_000).describe('The words of the message that make this request'),
  intent: line(60),
  slots: z.array(labelSlotSchema).max(30).default([]),
  inContext: z
    .boolean()
    .default(false)
    .describe('Only understood from what came before: kept and exported, but no model is trained on it'),
});
export type LabelRequest = z.infer<typeof labelRequestSchema>;

export const labelInputSchema = z.object({
  requests: z.array(labelRequestSchema).min(1).max(6),
  reply: z.string().max(6_000).nullish().transform(blankIsNull).describe('What a good reply would have been'),
  note: z.string().max(1_000).nullish().transform(blankIsNull),
});
export type LabelInput = z.infer<typeof labelInputSchema>;

/** A line of the own JSONL format. */
export const labelLineSchema = labelInputSchema.extend({
  id: line(200).optional().describe('A line taken in twice under one id counts once'),
  text: line(8_000),
  language: languageSchema.optional(),
  labeller: z.string().max(200).optional(),
  labelledAt: z.iso.datetime().optional(),
  passages: z
    .array(
      z.object({
        title: z.string().max(500),
        heading: z.string().max(500).nullable(),
        page: z.number().int().nullable(),
        text: z.string().max(20_000),
      }),
    )
    .max(20)
    .optional()
    .describe('What was found for the message: what a good reply is to be written from'),
  history: z
    .array(z.object({ author: z.enum(['customer', 'bot', 'agent']), text: z.string().max(8_000) }))
    .max(50)
    .optional(),
});
export type LabelLine = z.infer<typeof labelLineSchema>;
