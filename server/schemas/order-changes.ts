import { z } from 'zod';
import { confirmationSchema, languageSchema } from '../../graph/turn-result.ts';
import { idSchema, messageIdSchema } from './fields.ts';

const argsSchema = z.record(z.string().max(100), z.unknown());

export const proposalSchema = z
  .object({
    id: z.string(),
    action: z.string(),
    orderId: z.string().nullable(),
    summary: z.string(),
    changes: confirmationSchema.shape.changes,
    status: z.enum(['pending', 'approved', 'awaiting_approval', 'done', 'failed', 'rejected', 'expired']),
    proposedBy: z.string().describe('Name of the agent'),
    createdAt: z.string(),
    expiresAt: z.string(),
  })
  .meta({ id: 'ChangeProposal' });

const named = { name: z.string(), required: z.boolean() };
export const changeFormSchema = z
  .object({
    action: z.string(),
    allowed: z.boolean(),
    why: z.string().nullable().describe('The rule that forbids it, with its source'),
    fields: z.array(
      z.union([
        z.object({ ...named, kind: z.enum(['text', 'check']), value: z.string().optional() }),
        z.object({
          ...named,
          kind: z.literal('address'),
          parts: z
            .array(z.object({ name: z.string(), value: z.string() }))
            .describe('As they are now; the argument is an object of them'),
        }),
        z.object({
          ...named,
          kind: z.literal('lines'),
          lines: z
            .array(
              z.object({
                line: z.number().int(),
                label: z.string(),
                quantity: z.number().int(),
                variantId: z.string().nullable(),
                variants: z.array(z.object({ id: z.string(), label: z.string() })),
              }),
            )
            .describe(
              'The argument lists those that change: `{line, toVariantId?, quantity?}`; quantity 0 takes one out',
            ),
        }),
        z.object({
          ...named,
          kind: z.literal('choice'),
          choices: z.array(z.object({ label: z.string(), args: argsSchema.describe('What it adds to the arguments') })),
        }),
      ]),
    ),
  })
  .meta({ id: 'ChangeForm' });

export const wantedChangeSchema = z.object({
  orderId: idSchema,
  action: idSchema,
  args: argsSchema.default({}).describe('The change’s arguments: text fields and checks by name, a choice’s own'),
  language: languageSchema.default('zh').describe('The agent’s: a refusal is told in it'),
  messageId: messageIdSchema.optional().describe('Makes a resend idempotent: same id, one proposal'),
});

export const proposalOutcomeSchema = z.union([
  z.object({ outcome: z.literal('proposed'), confirmation: confirmationSchema }),
  z.object({
    outcome: z.literal('refused'),
    because: z.string(),
    text: z.string().describe('The rule, with its source'),
  }),
]);

export const changeFormsQuerySchema = z.object({ language: languageSchema.default('zh') });
export const orderParamsSchema = z.object({ id: idSchema, orderId: idSchema });
export const proposalParamsSchema = z.object({ id: idSchema, changeId: idSchema });

export type ChangeFormBody = z.infer<typeof changeFormSchema>;
export type ChangeProposalBody = z.infer<typeof proposalSchema>;
export type ProposalOutcomeBody = z.infer<typeof proposalOutcomeSchema>;
