/** What the model was used for, in turns and tokens. */
export interface ModelUse {
  /** Turns that asked it. */
  turns: number;
  /** Turns that could have asked it and needed nothing of it: the local tier was sure. */
  sparedTurns: number;
  input: number;
  output: number;
  /** What the spared turns would have cost at the average of those that asked; 0 while none did. */
  savedInput: number;
  savedOutput: number;
}

/** Money, in a currency of ISO 4217. */
export interface Cost {
  currency: string;
  spent: number;
  saved: number;
}

const MILLION = 1_000_000;

export function modelUse(counted: Pick<ModelUse, 'turns' | 'sparedTurns' | 'input' | 'output'>): ModelUse {
  const { turns, sparedTurns } = counted;
  const saved = (tokens: number) => (turns === 0 ? 0 : Math.round((tokens / turns) * sparedTurns));
  return { ...counted, savedInput: saved(counted.input), savedOutput: saved(counted.output) };
}

/** Null: no price is set. */
export function costOf(
  use: ModelUse,
  prices: { currency: string; input: number | null; output: number | null },
): Cost | null {
  const { currency, input, output } = prices;
  if (input === null && output === null) return null;
  const price = (read: number, written: number) => (read * (input ?? 0) + written * (output ?? 0)) / MILLION;
  return { currency, spent: price(use.input, use.output), saved: price(use.savedInput, use.savedOutput) };
}
