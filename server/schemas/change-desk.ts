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
});

export const decisionSchema = z.object({
  approve: z.boolean(),
  note: z.string().trim().max(500).optional().describe('Told to the customer when it is refused'),
});

export const ledgerRowSchema = z.object({
  id: z.number(),
  at: z.string(),
  customerId: z.string(),
  orderId: z.string().nullable(),
  action: z.string(),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
  actor: z.string().describe('`customer`, or the id of the member of staff who approved it'),
  proposedBy: z.string().nullable().describe('Name of the agent at the desk who proposed it; null: the customer asked'),
  reason: z.string().nullable(),
  turnId: z.string().nullable(),
  undoes: z.number().nullable(),
});

export type ApprovalBody = z.infer<typeof approvalSchema>;
