import { z } from 'zod';
import { fieldChangeSchema, languageSchema } from '../../graph/turn-result.ts';

export const approvalSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  orderId: z.string().nullable(),
  order: z
    .object({
      status: z.string(),
      label: z.object({ zh: z.string(), en: z.string() }),
      total: z.number(),
      placedAt: z.string(),
    })
    .nullable()
    .describe('As it stands now'),
  action: z.string(),
  summary: z.string(),
  changes: z.array(fieldChangeSchema),
  amount: z.number().nullable().describe('What goes back to the customer, in the shop’s currency'),
  currency: z.string(),
  reason: z.string().nullable().describe('The customer’s'),
  fault: z.boolean().describe('The customer says that the goods are at fault'),
  rule: z
    .object({
      above: z.number().nullable().describe('A refund above it needs a person; null: a person always looks at it'),
      text: z.object({ zh: z.string(), en: z.string() }).nullable().describe('In the shop’s words, with the source'),
    })
    .nullable()
    .describe('Why it needs a person; null: the shop’s rules ask for none any more'),
  proposedBy: z.string().nullable().describe('Name of the agent who proposed it'),
  byDesk: z.boolean().describe('Nobody but that agent asked for it'),
  requestedAt: z.string(),
  decided: z
    .object({ by: z.string().nullable().describe('Name of the member of staff'), approve: z.boolean() })
    .nullable()
    .describe('Decided and being carried out; null: it waits'),
});

export const decisionSchema = z.object({
  approve: z.boolean(),
  note: z.string().trim().max(500).optional().describe('Told to the customer when it is refused'),
});

export const changeParamsSchema = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });

export const undoSchema = z.object({
  note: z.string().trim().min(1).max(500).optional().describe('Told to the customer, and kept as the reason'),
  language: languageSchema.default('zh').describe('The agent’s: a refusal is told in it'),
});

export const ledgerRowSchema = z.object({
  id: z.number(),
  at: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  conversationId: z.string(),
  orderId: z.string().nullable(),
  action: z.string(),
  summary: z.string().describe('What the customer agreed to'),
  changes: z.array(fieldChangeSchema),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
  actor: z.string().describe('`customer`, or the id of the member of staff who approved it'),
  approvedBy: z.string().nullable().describe('Name of who approved it; null: nobody had to'),
  proposedBy: z.string().nullable().describe('Name of the agent at the desk who proposed it; null: the customer asked'),
  byDesk: z.boolean().describe('Nobody but the agent who proposed it asked for it'),
  reason: z.string().nullable(),
  turnId: z.string().nullable(),
  undoes: z.number().nullable(),
  undoneBy: z.number().nullable().describe('The change that took it back'),
  undoable: z.boolean().describe('Whether the desk may take it back now'),
  notUndoable: z.string().nullable().describe('Why not, where it stands'),
});

export const ledgerQuerySchema = z.object({
  customerId: z.string().max(200).optional(),
  orderId: z.string().max(200).optional(),
  action: z.string().max(100).optional(),
  state: z.enum(['done', 'undone']).optional().describe('done: it stands; undone: it was taken back'),
  q: z
    .string()
    .max(200)
    .optional()
    .describe('In what was agreed to, the reason, the order’s number or the names of customer and agents'),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional().describe('Not in it'),
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().describe('Older than this row'),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  language: z.enum(['zh', 'en']).optional(),
});

export type LedgerRowBody = z.infer<typeof ledgerRowSchema>;

export type ApprovalBody = z.infer<typeof approvalSchema>;
