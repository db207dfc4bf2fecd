import { isQuestion } from './question.ts';
import type { DialogueContext } from './types.ts';

const POINTS = /\b(?:it|its|this|that|they|them|these|those)\b|它|[这那](?:个|款|单|笔|件|台|把|双|副|本)/;

/** What a question without a name of its own points at ("when was it placed?", 它是给谁用的): the one thing that is talked about. */
export function pointsAtView(normalised: string, context: DialogueContext): 'order' | 'product' | undefined {
  if (!POINTS.test(normalised) || !isQuestion(normalised)) return undefined;
  if (context.lastRoute === 'order') return context.focusOrderIds.length === 1 ? 'order' : undefined;
  return context.focusProductIds.length === 1 ? 'product' : undefined;
}
