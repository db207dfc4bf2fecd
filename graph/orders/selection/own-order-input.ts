import type { FindOrdersTool } from '../../../tools/orders/find-orders.ts';
import type { ToolContext } from '../../../tools/tool.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import type { Dialogue } from '../../dialogue.ts';

/** What it takes to read the requests of a message by the customer's own orders. */
export interface OwnOrderInput {
  requests: UnderstoodRequest[];
  dialogue: Dialogue;
  tool: FindOrdersTool;
  context: ToolContext;
}

/** Routes on which an own order helps; the others see to it themselves or need none. */
export const HELPED: ReadonlySet<UnderstoodRequest['route']> = new Set(['knowledge', 'clarify', 'decline'] as const);
