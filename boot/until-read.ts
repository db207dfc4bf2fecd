import { setTimeout as wait } from 'node:timers/promises';

/** How far documents are: those that are neither ready nor failed, of how many, and the sum of all that moves when one goes on. */
export interface DocumentsRead {
  open: number;
  of: number;
  progress: number;
}

/**
 * Waits for documents as long as they go on: not beyond `limitMs`, and not for some that have not moved for `stillMs`.
 * `tell` hears how many are read of how many, every `tellMs` at most. Resolves with how many are left, read in the background.
 */
export async function untilRead(options: {
  look: () => Promise<DocumentsRead>;
  tell: (read: number, of: number) => void;
  ending: AbortSignal;
  lookMs: number;
  tellMs: number;
  stillMs: number;
  limitMs: number;
}): Promise<number> {
  const { look, tell, ending, lookMs, tellMs, stillMs, limitMs } = options;
  const began = performance.now();
  let told = { at: began, open: Number.NaN };
  let moved = { at: began, progress: Number.NaN };
  for (;;) {
    const { open, of, progress } = await look();
    const now = performance.now();
    if (progress !== moved.progress) moved = { at: now, progress };
    if (open === 0 || ending.aborted || now - began >= limitMs || now - moved.at >= stillMs) return open;
    if (now - told.at >= tellMs && open !== told.open) {
      tell(of - open, of);
      told = { at: now, open };
    }
    await wait(lookMs);
  }
}
