/** What an operator would do about a store of vectors that does not answer as it should. */
export type Remedy = 'wait' | 'restart' | 'renew';

/** Faults in a row after which a server is restarted, and after which it gets an empty folder: then, and each tenth time. */
const RESTART_AT = 2;
const RENEW_AT = 3;
const RENEW_EACH = 10;
/** So often in a row a server that lives may be too slow: one that reads 100,000 vectors from a cold disk is. */
const PATIENCE = 6;

/** Counts faults in a row: of a store that is lost or damaged, and of one that is slow. */
export interface StoreFaults {
  /** Of a lost or damaged store. */
  count(): number;
  isSlow(): boolean;
  add(fault: 'lost' | 'slow'): Remedy;
  clear(): void;
}

export function createStoreFaults(): StoreFaults {
  let lost = 0;
  let slow = 0;
  return {
    count: () => lost,
    isSlow: () => slow > 0,
    add(fault) {
      if (fault === 'slow') slow += 1;
      if (fault === 'slow' && slow <= PATIENCE) return 'wait';
      lost += 1;
      if (lost === RESTART_AT) return 'restart';
      return lost >= RENEW_AT && (lost - RENEW_AT) % RENEW_EACH === 0 ? 'renew' : 'wait';
    },
    clear() {
      lost = 0;
      slow = 0;
    },
  };
}
