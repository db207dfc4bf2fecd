import type { PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** Opens a PDF with PDF.js, which is fetched when the first one is opened; its work is done in a worker. Whoever opens
 * a PDF ends it with `loadingTask.destroy()`. */
export async function openPdf(bytes: ArrayBuffer, signal: AbortSignal): Promise<PDFDocumentProxy> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  // What PDF.js fetches for old Chinese encodings, for fonts that are not embedded, and for rare pictures.
  const files = `/assets/pdfjs-${pdfjs.version}`;
  const task = pdfjs.getDocument({
    data: bytes,
    cMapUrl: `${files}/cmaps/`,
    standardFontDataUrl: `${files}/standard_fonts/`,
    wasmUrl: `${files}/wasm/`,
    // The page's Content-Security-Policy allows no WebAssembly.
    useWasm: false,
  });
  signal.addEventListener('abort', () => void task.destroy(), { once: true });
  return task.promise;
}
