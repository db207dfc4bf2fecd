import type { Language } from '../../stores/schema.ts';
import type { ShopFiles } from '../../stores/shop-files/shop-files.ts';
import type { BenchAction } from './bench-action.ts';
import type { Goal } from './goal.ts';

/** One task of a public bench of actions, in the terms of our tools. */
export interface BenchTask {
  id: string;
  /** Undefined: the task tells of nobody. */
  customerId: string | undefined;
  /** Expected changes that our tools can do. */
  actions: BenchAction[];
  /** Expected calls; `missing` names what none of our tools does, and why. */
  calls: Array<{ name: string; missing?: string }>;
}

/** A public bench of actions imported as a shop. */
export interface Bench {
  name: string;
  language: Language;
  currency: string;
  timeZone: string;
  shop: ShopFiles;
  tasks: BenchTask[];
  /** What the customer has in mind about a change; undefined: it comes along with another one. */
  goalOf(action: BenchAction, customerId: string): Goal | undefined;
  /** The bench itself makes nothing of such a call. */
  changesNothing(action: BenchAction, customerId: string): boolean;
}
