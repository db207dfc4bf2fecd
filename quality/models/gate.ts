import { z } from 'zod';
import type { Comparison } from './compare.ts';

/** What a candidate must hold to be promoted. Shares are 0 to 1. */
export const gateBarsSchema = z.object({
  intentFall: z.number().min(0).max(1).default(0.05).describe('No intent’s F1 may fall by more than this'),
  totalFall: z.number().min(0).max(1).default(0).describe('Nor the accuracy over all texts'),
  ignoreTexts: z
    .number()
    .int()
    .min(0)
    .max(1_000)
    .default(1)
    .describe('An intent that lost so few texts net has not fallen: with five texts, one is a fifth'),
  leastTexts: z.number().int().min(1).max(100_000).default(30).describe('Fewer texts prove nothing'),
});
export type GateBars = z.infer<typeof gateBarsSchema>;

export const gateVerdictSchema = z.object({
  passed: z.boolean(),
  bars: gateBarsSchema,
  reasons: z.array(
    z.object({
      code: z.enum(['intent_fell', 'total_fell', 'too_few_texts']),
      intent: z.string().nullable(),
      from: z.number(),
      to: z.number(),
      /** Texts that were right and are wrong now, net. */
      lost: z.number().int(),
    }),
  ),
});
export type GateVerdict = z.infer<typeof gateVerdictSchema>;

/** Floating-point dust is no fall. */
const DUST = 1e-9;

/** Whether the candidate may follow the current model, with every reason against it. */
export function judge({ accuracy, intents, count }: Comparison, bars: GateBars): GateVerdict {
  const reasons: GateVerdict['reasons'] = [];
  const { current, candidate } = accuracy;
  if (count.all < bars.leastTexts)
    reasons.push({ code: 'too_few_texts', intent: null, from: bars.leastTexts, to: count.all, lost: 0 });
  if (current.all - candidate.all > bars.totalFall + DUST) {
    const lost = Math.round((current.all - candidate.all) * count.all);
    reasons.push({ code: 'total_fell', intent: null, from: current.all, to: candidate.all, lost });
  }
  for (const [intent, score] of Object.entries(intents).sort(([a], [b]) => a.localeCompare(b))) {
    const lost = score.current.right - score.candidate.right;
    if (score.current.f1 - score.candidate.f1 <= bars.intentFall + DUST || lost <= bars.ignoreTexts) continue;
    reasons.push({ code: 'intent_fell', intent, from: score.current.f1, to: score.candidate.f1, lost });
  }
  return { passed: reasons.length === 0, bars, reasons };
}
