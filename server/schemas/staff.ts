import { z } from 'zod';
import { lineSchema } from './fields.ts';
import { staffRoleSchema } from './people.ts';

/** Long enough against guessing (NIST SP 800-63B); no rules of what must be in it. */
const PASSWORD_LENGTH = 12;
const newPasswordSchema = z.string().min(PASSWORD_LENGTH, `must have ${PASSWORD_LENGTH} characters or more`).max(1_000);

const nameSchema = lineSchema(100);

export const teamMemberSchema = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: staffRoleSchema,
    disabled: z.boolean(),
    createdAt: z.string(),
    lastLoginAt: z.string().nullable(),
    linkUntil: z.string().nullable().describe('A link for a password is open until then'),
  })
  .meta({ id: 'TeamMember' });

export const newMemberSchema = z.object({
  email: z.email().max(254).toLowerCase(),
  name: nameSchema,
  role: staffRoleSchema,
});
export const memberChangeSchema = z.object({ name: nameSchema, role: staffRoleSchema, disabled: z.boolean() });

export const staffLinkSchema = z
  .object({
    token: z.string().describe('Opens /console/welcome#… once, to set a password; shown only now'),
    expiresAt: z.string(),
  })
  .meta({ id: 'StaffLink' });
export const addedMemberSchema = z.object({ member: teamMemberSchema, link: staffLinkSchema });

export const redeemSchema = z.object({ token: z.string().min(1).max(200), password: newPasswordSchema });
export const passwordChangeSchema = z.object({
  current: z.string().min(1).max(1_000),
  password: newPasswordSchema,
});

export const auditQuerySchema = z.object({
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  actor: z.guid().optional().describe('Id of a member of staff'),
  action: lineSchema(100).optional().describe('An action such as `document.publish`, or its topic: `document`'),
  before: z.coerce.number().int().positive().optional().describe('Entries with a smaller id: the next page'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const auditEntrySchema = z
  .object({
    id: z.number(),
    at: z.string(),
    actorId: z.string().nullable(),
    actor: z.string().nullable(),
    role: z.string().nullable(),
    action: z.string(),
    subjectKind: z.string().nullable(),
    subjectId: z.string().nullable(),
    subject: z.string().nullable(),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  })
  .meta({ id: 'AuditEntry' });

export type TeamMemberBody = z.infer<typeof teamMemberSchema>;
export type NewMemberBody = z.infer<typeof newMemberSchema>;
export type AddedMemberBody = z.infer<typeof addedMemberSchema>;
export type StaffLinkBody = z.infer<typeof staffLinkSchema>;
export type AuditEntryBody = z.infer<typeof auditEntrySchema>;
