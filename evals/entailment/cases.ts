/** A passage, and pairs of what it bears out and what it does not. */
export interface EntailmentCase {
  source: string;
  pairs: Array<[supported: string, unsupported: string]>;
}
