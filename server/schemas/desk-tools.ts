import { z } from 'zod';
import { lineSchema } from './fields.ts';

const wordSchema = lineSchema(100);

/** Every condition that is given must hold; at least one must be given. */
const handoffConditionsSchema = z
  .strictObject({
    intents: z.array(wordSchema).min(1).max(100).optional(),
    words: z.array(wordSchema).min(1).max(200).optional(),
    customers: z.array(lineSchema(200)).min(1).max(1_000).optional(),
    minAmount: z.number().min(0).optional().describe('In the shop’s currency; of an order that the reply is about'),
    mood: z.enum(['angry']).optional(),
    hours: z.enum(['open', 'closed']).optional(),
  })
  .refine((conditions) => Object.keys(conditions).length > 0, 'needs at least one condition');

export const handoffRuleInputSchema = z
  .object({
    name: lineSchema(120),
    enabled: z.boolean().default(true),
    action: z.enum(['handoff', 'offer']),
    conditions: handoffConditionsSchema,
  })
  .meta({ id: 'NewHandoffRule' });

export const handoffRuleSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    enabled: z.boolean(),
    action: z.enum(['handoff', 'offer']),
    conditions: z.object({
      intents: z.array(z.string()).optional(),
      words: z.array(z.string()).optional(),
      customers: z.array(z.string()).optional(),
      minAmount: z.number().optional(),
      mood: z.enum(['angry']).optional(),
      hours: z.enum(['open', 'closed']).optional(),
    }),
  })
  .meta({ id: 'HandoffRule' });

export const ruleOrderSchema = z.object({ ids: z.array(z.guid()).max(200) });

export const cannedReplyInputSchema = z
  .object({
    shortcut: z
      .string()
      .trim()
      .regex(/^[\p{L}\p{N}_-]{1,40}$/u, 'has 1 to 40 letters, digits, _ or -, without the slash'),
    title: lineSchema(120),
    text: z
      .object({ zh: lineSchema(4_000).optional(), en: lineSchema(4_000).optional() })
      .refine((text) => text.zh ?? text.en, 'needs a text in zh or en'),
  })
  .meta({ id: 'NewCannedReply' });

export const cannedReplySchema = z
  .object({
    id: z.string(),
    shortcut: z.string(),
    title: z.string(),
    text: z.object({ zh: z.string().optional(), en: z.string().optional() }),
  })
  .meta({ id: 'CannedReply' });

export const labelsSchema = z.object({ labels: z.array(lineSchema(40)).max(20) });
export const labelsGivenSchema = z.object({ labels: z.array(z.string()) });
export const knownLabelsSchema = z.array(z.object({ label: z.string(), count: z.number() }));
export const transferSchema = z.object({ staffId: z.guid() });
export const returnSchema = z
  .object({ learned: lineSchema(2_000).optional().describe('For the bot; the customer does not read it') })
  .nullish();

export const colleagueSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    presence: z.enum(['available', 'busy', 'away']),
    conversations: z.number(),
  })
  .meta({ id: 'Colleague' });
export const presenceSchema = z.object({ available: z.boolean().optional() }).nullish();

export type HandoffRuleInputBody = z.infer<typeof handoffRuleInputSchema>;
export type HandoffRuleBody = z.infer<typeof handoffRuleSchema>;
export type CannedReplyInputBody = z.infer<typeof cannedReplyInputSchema>;
export type CannedReplyBody = z.infer<typeof cannedReplySchema>;
export type ColleagueBody = z.infer<typeof colleagueSchema>;
