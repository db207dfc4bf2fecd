import type { Order } from '../../../stores/orders.ts';
import type { WriteTool, WriteView } from '../../../tools/changes/write-tool.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';

/** What a change's arguments are read from. */
export interface Said {
  request: UnderstoodRequest;
  /** The slot that was asked for in the last reply. */
  askedSlot: string | undefined;
  order: Order;
  view: WriteView;
  /** Arguments that earlier messages gave. */
  known: Record<string, unknown>;
  /** What is said comes to the change that was put before, and does not take its place. */
  adds?: boolean;
}

/** All that is needed; or a question, its answers as buttons; or why it can't be. */
export type Collected =
  | { args: Record<string, unknown> }
  | { ask: string; slot: ChangeSlot | 'address'; choices: string[]; known: Record<string, unknown> }
  | { tell: string; choices: string[]; known: Record<string, unknown> };

const CHANGE_SLOTS = [
  'item',
  'variant',
  'quantity',
  'fault',
  'paymentMethod',
  'title',
  'reason',
  'recipient',
  'contact',
  'code',
] as const;
export type ChangeSlot = (typeof CHANGE_SLOTS)[number];

export const isChangeSlot = (slot: string | undefined): boolean => CHANGE_SLOTS.some((one) => one === slot);

const SWAPS: ReadonlySet<string> = new Set(['exchange_request', 'change_items']);
/** "Exchange" and "change" are one wish in two words: other goods for those of an order. */
export const isSwap = (intent: string): boolean => SWAPS.has(intent);

/** Whether two intents want the same done. */
export const isSameWish = (a: string, b: string): boolean => a === b || (isSwap(a) && isSwap(b));

/** A change that a customer may ask for, and how its arguments are found in what is said. */
export interface Change {
  tool: WriteTool;
  collect(said: Said): Collected;
}
