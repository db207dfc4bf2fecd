import { z } from 'zod';
import { idSchema } from './fields.ts';

export const cardEventSchema = z
  .object({
    messageId: idSchema.describe('The reply that shows the cards'),
    kind: z.enum(['shown', 'clicked', 'added']),
    productIds: z.array(idSchema).min(1).max(20),
  })
  .meta({ id: 'CardEvent' });

export const keptCardEventsSchema = z.object({ kept: z.number().int().describe('How many were not known before') });
