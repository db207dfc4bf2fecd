import { registerHooks } from 'node:module';

const CANVAS = '@napi-rs/canvas';
/** The canvas' matrices: of all that PDF.js wants of it while it is loaded, what it uses at once. */
const GEOMETRY = '@napi-rs/canvas/geometry.js';

/** Where the canvas' own would stand. */
class NotDrawn {}

/**
 * PDF.js' half that a program talks to. It loads a canvas with itself, 30 MB of machine code that take five times as
 * long, and that only pages which are drawn need: {@link provideCanvas}.
 */
async function importPdfjs() {
  const hooks = registerHooks({
    resolve: (name, context, next) => next(name === CANVAS ? GEOMETRY : name, context),
  });
  Object.assign(globalThis, { ImageData: NotDrawn, Path2D: NotDrawn });
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    hooks.deregister();
  }
}

export const { getDocument, OPS, PDFWorker } = await importPdfjs();

/** What draws pages, which PDF.js can draw on from now on; undefined where there is no build of it. */
export async function provideCanvas(): Promise<typeof import('@napi-rs/canvas') | undefined> {
  const canvas = await import(CANVAS).catch(() => undefined);
  if (canvas) Object.assign(globalThis, { ImageData: canvas.ImageData, Path2D: canvas.Path2D });
  return canvas;
}
