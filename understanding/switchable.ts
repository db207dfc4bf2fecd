import type { Understander } from './types.ts';

/** An understander whose model can be changed while it works: each message is understood by one model alone. */
export interface SwitchableUnderstander extends Understander {
  use(next: Understander): void;
}

/** Starts with `first`. */
export function createSwitchableUnderstander(first: Understander): SwitchableUnderstander {
  let current = first;
  return {
    understand: (text, context) => current.understand(text, context),
    use(next) {
      current = next;
    },
  };
}
