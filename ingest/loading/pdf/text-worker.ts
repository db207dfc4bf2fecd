import { registerHooks } from 'node:module';
import { inflateStream, makeRoom } from './unpacking.ts';
import { changedSource, HOOKS } from './worker-source.ts';

/** PDF.js' other half, which reads the file. */
type PdfWorker = typeof import('pdfjs-dist/legacy/build/pdf.worker.mjs');

/** Of the files opened from now on. A process that reads texts and draws pages does so one after the other. */
export function drawFonts(drawn: boolean): void {
  Object.assign(globalThis, { [Symbol.for(HOOKS.drawn)]: drawn });
}

/** Hears of each operator of a path in the pages whose text is read: its code, its numbers (valid during the call), and the matrix at that place. */
export type PathListener = (operator: number, numbers: ArrayLike<number>, matrix: ArrayLike<number>) => void;

/** Undefined ends it. There is one at a time. */
export function listenToPaths(listener: PathListener | undefined): void {
  Object.assign(globalThis, { [Symbol.for(HOOKS.path)]: listener });
}

async function importWorker(): Promise<PdfWorker> {
  Object.assign(globalThis, { [Symbol.for(HOOKS.room)]: makeRoom, [Symbol.for(HOOKS.inflate)]: inflateStream });
  const hooks = registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      if (!url.endsWith('/pdf.worker.mjs') || !loaded.source) return loaded;
      const source =
        typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Buffer).toString();
      return { ...loaded, source: changedSource(source) };
    },
  });
  try {
    return await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  } finally {
    hooks.deregister();
  }
}

let imported: Promise<PdfWorker> | undefined;

/**
 * PDF.js' worker for this thread. It has no options to leave what texts do not need (on Chinese PDFs a third of the
 * time), or to bound what a stream unpacks to: some lines of its source are changed as it is loaded.
 */
export const pdfWorker = (): Promise<PdfWorker> => {
  imported ??= importWorker();
  return imported;
};
