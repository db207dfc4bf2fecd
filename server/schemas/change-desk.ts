import { z } from 'zod';

export const approvalSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  orderId: z.string().nullable(),
  action: z.string(),
  summary: z.string(),
  changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  amount: z.number().nullable().describe('What goes back to the customer, in the shop’s currency'),
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

export const ledgerRowSchema = z.object({
  id: z.number(),
  at: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  conversationId: z.string(),
  orderId: z.string().nullable(),
  action: z.string(),
  summary: z.string().describe('What the customer agreed to'),
  changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
  actor: z.string().describe('`customer`, or the id of the member of staff who approved it'),
  approvedBy: z.string().nullable().describe('Name of who approved it; null: nobody had to'),
  proposedBy: z.string().nullable().describe('Name of the agent at the desk who proposed it; null: the customer asked'),
  reason: z.string().nullable(),
  turnId: z.string().nullable(),
  undoes: z.number().nullable(),
  undoneBy: z.number().nullable().describe('The change that took it back'),
});

export const ledgerQuerySchema = z.object({
  customerId: z.string().max(200).optional(),
  orderId: z.string().max(200).optional(),
  action: z.string().max(100).optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional().describe('Not in it'),
  before: z.coerce.number().int().positive().optional().describe('Older than this row'),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  language: z.enum(['zh', 'en']).optional(),
});

export type LedgerRowBody = z.infer<typeof ledgerRowSchema>;

export type ApprovalBody = z.infer<typeof approvalSchema>;
