import { registerHooks } from 'node:module';

/** PDF.js' other half, which reads the file. */
type PdfWorker = typeof import('pdfjs-dist/legacy/build/pdf.worker.mjs');

const DRAWN = Symbol.for('kefu.fontsAreDrawn');
/** Where PDF.js writes a font's program anew, as a list of numbers, for the browser or the canvas that will draw it. */
const WRITES_PROGRAM = /class CFFCompiler \{\s+constructor\(\w+\) \{[^}]*\}\s+compile\(\) \{/;

/** The worker's source with programs of fonts written only when they are drawn; as it is when it has no such place. */
export const writingFewerFonts = (source: string): string =>
  source.replace(WRITES_PROGRAM, (begin) => `${begin} if (!globalThis[Symbol.for('kefu.fontsAreDrawn')]) return [0];`);

/** Of the files opened from now on. A process that reads texts and draws pages does so one after the other. */
export function drawFonts(drawn: boolean): void {
  Object.assign(globalThis, { [DRAWN]: drawn });
}

async function importWorker(): Promise<PdfWorker> {
  const hooks = registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      if (!url.endsWith('/pdf.worker.mjs') || !loaded.source) return loaded;
      const source =
        typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Buffer).toString();
      return { ...loaded, source: writingFewerFonts(source) };
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
 * PDF.js' worker for this thread. Writing the programs of fonts, of which text needs nothing, is a third of the time
 * of reading a Chinese PDF, and PDF.js has no option to leave it: a line of its source is changed as it is loaded.
 */
export const pdfWorker = (): Promise<PdfWorker> => {
  imported ??= importWorker();
  return imported;
};
