import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LoadFailure } from '../load-failure.ts';
import { canvasFactory } from './canvas-factory.ts';
import { createLoopback } from './loopback-port.ts';
import { getDocument, PDFWorker, provideCanvas } from './pdfjs.ts';
import { drawFonts, pdfWorker } from './text-worker.ts';
import { beginUnpacking, refuseBomb } from './unpacking.ts';

const SAFE = { verbosity: 0, isEvalSupported: false, useSystemFonts: false };

/** A font that PDF.js hands to whoever draws: nobody does. */
class UnusedFontFace {
  readonly loaded = Promise.resolve();
}
const UNUSED_DOCUMENT = { fonts: { add: () => undefined, delete: () => undefined } };

async function opened(task: { promise: Promise<PDFDocumentProxy> }): Promise<PDFDocumentProxy> {
  try {
    return await task.promise;
  } catch (error) {
    refuseBomb();
    const name = error instanceof Error ? error.name : '';
    throw new LoadFailure(name === 'PasswordException' ? 'encrypted' : 'damaged', { cause: error });
  }
}

/** In pixels: every picture is larger, so none is unpacked, which takes seconds for a photograph. */
const NO_PICTURES = { maxImageSize: 0 };

/**
 * Opens a PDF to read its text and lines. Its pictures and the shapes of its letters, which PDF.js would work out for a
 * canvas, are left alone. Who opens it destroys it. Throws LoadFailure `encrypted`, `damaged` or `too_large`.
 */
export async function openPdf(data: Uint8Array): Promise<PDFDocumentProxy> {
  const { WorkerMessageHandler } = await pdfWorker();
  drawFonts(false);
  beginUnpacking('text');
  const [port, far] = createLoopback();
  WorkerMessageHandler.initializeFromPort(far);
  // PDF.js asks for a Worker; it uses nothing of one but these four methods.
  const worker = PDFWorker.create({ port: port as unknown as Worker, verbosity: SAFE.verbosity });
  Object.assign(globalThis, { FontFace: globalThis.FontFace ?? UnusedFontFace });
  const ownerDocument = UNUSED_DOCUMENT as unknown as HTMLDocument;
  return opened(getDocument({ ...SAFE, ...NO_PICTURES, data, worker, ownerDocument, disableFontFace: false }));
}

/** Opens a PDF whose pages are to be drawn: slower, with pictures and the letters' shapes. As {@link openPdf} otherwise. */
export async function openPdfToDraw(data: Uint8Array): Promise<PDFDocumentProxy> {
  await pdfWorker();
  drawFonts(true);
  beginUnpacking('drawn');
  const canvases = await provideCanvas();
  const drawing = canvases && { CanvasFactory: canvasFactory(canvases) };
  return opened(getDocument({ ...SAFE, ...drawing, data, disableFontFace: true }));
}
