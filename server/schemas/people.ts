import { z } from 'zod';
import { languageSchema } from '../../graph/turn-result.ts';
import { instantSchema, lineSchema } from './fields.ts';

export const staffRoleSchema = z.enum(['knowledge', 'agent', 'qa', 'admin']);

export const visitorTokenSchema = z
  .object({ token: z.string(), expiresAt: instantSchema })
  .meta({ id: 'VisitorToken' });

export const demoCustomerSchema = z
  .object({ id: z.string(), name: z.string(), locale: languageSchema, orders: z.array(z.string()) })
  .meta({ id: 'DemoCustomer' });

export const customerTokenSchema = z
  .object({ token: z.string(), expiresAt: instantSchema })
  .meta({ id: 'CustomerToken' });

export const loginSchema = z.object({ email: lineSchema(254), password: z.string().min(1).max(1_000) });

export const staffTokenSchema = z
  .object({
    token: z.string(),
    expiresAt: instantSchema,
    id: z.string(),
    role: staffRoleSchema,
    name: z.string(),
    email: z.string(),
  })
  .meta({ id: 'StaffToken' });

export type VisitorToken = z.infer<typeof visitorTokenSchema>;
export type DemoCustomerView = z.infer<typeof demoCustomerSchema>;
export type CustomerToken = z.infer<typeof customerTokenSchema>;
export type StaffToken = z.infer<typeof staffTokenSchema>;
