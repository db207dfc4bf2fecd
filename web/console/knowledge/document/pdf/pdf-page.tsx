import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { fill } from '../../../../i18n/dictionary.ts';
import { useSurroundings } from '../../../surroundings.ts';
import type { Box } from './text-boxes.ts';

/** Sharper than this costs memory and shows nothing. */
const MOST_PIXELS = 2;

/** One page: drawn while it is near the view, a sheet of its size before and after. */
export function PdfPage(props: {
  pdf: PDFDocumentProxy;
  number: number;
  /** Height by width of the sheet until the page itself is known. */
  ratio: number;
  near: boolean;
  chosen: boolean;
  boxes: Box[];
  onChoose: () => void;
}) {
  const { t } = useSurroundings();
  const { pdf, number, near, chosen, boxes, onChoose } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [page, setPage] = useState<PDFPageProxy | null>(null);

  useEffect(() => {
    if (!near) return;
    let left = false;
    pdf.getPage(number).then(
      (found) => !left && setPage(found),
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [pdf, number, near]);

  useEffect(() => {
    const { current } = canvas;
    if (!near || !page || !current) return;
    const base = page.getViewport({ scale: 1 });
    const pixels = current.clientWidth * Math.min(MOST_PIXELS, devicePixelRatio);
    const viewport = page.getViewport({ scale: pixels / base.width });
    current.width = Math.round(viewport.width);
    current.height = Math.round(viewport.height);
    const task = page.render({ canvas: current, viewport });
    // A page that is left before it is drawn ends with an error of its own.
    task.promise.catch(() => undefined);
    return () => {
      task.cancel();
      // Gives the memory back: browsers keep the pixels of a canvas that is only hidden.
      current.width = 0;
      current.height = 0;
    };
  }, [page, near]);

  const size = page?.getViewport({ scale: 1 });
  const ratio = size ? size.height / size.width : props.ratio;
  return (
    <li className={chosen ? 'sheet chosen' : 'sheet'} data-page={number}>
      <div className="paper" style={{ aspectRatio: `1 / ${ratio}` }}>
        <canvas ref={canvas} role="img" aria-label={fill(t.pageOf, { n: number, all: pdf.numPages })} />
        {boxes.map((box) => (
          <span
            key={`${box.left} ${box.top}`}
            className="text-box"
            style={{ left: `${box.left}%`, top: `${box.top}%`, width: `${box.width}%`, height: `${box.height}%` }}
          />
        ))}
      </div>
      <button
        type="button"
        className="sheet-number"
        aria-pressed={chosen}
        aria-label={fill(t.showPagePassages, { n: number })}
        onClick={onChoose}
      >
        {number}
      </button>
    </li>
  );
}
