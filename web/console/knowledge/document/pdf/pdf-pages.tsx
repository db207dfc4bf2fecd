import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import type { ChunkBody } from '../../../../api/types.ts';
import { useSurroundings } from '../../../surroundings.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { paths } from '../../paths.ts';
import { openPdf } from './open-pdf.ts';
import { PdfPage } from './pdf-page.tsx';
import { type Box, textBoxes } from './text-boxes.ts';

/** Pages are drawn this far above and below the view. */
const MARGIN = '900px 0px';
/** A passage of which less than this stands on its page goes on overleaf. */
const WHOLE = 0.75;
const A4 = Math.SQRT2;

/** The PDF behind an address, once it is open. */
function usePdf(path: string) {
  const { http } = useSurroundings();
  const [state, setState] = useState<{ pdf: PDFDocumentProxy; ratio: number } | 'failed' | null>(null);
  useEffect(() => {
    const end = new AbortController();
    setState(null);
    void (async () => {
      try {
        const response = await http.fetch(path, { headers: { accept: 'application/pdf' }, signal: end.signal });
        const pdf = await openPdf(await response.arrayBuffer(), end.signal);
        const first = (await pdf.getPage(1)).getViewport({ scale: 1 });
        if (!end.signal.aborted) setState({ pdf, ratio: first.width > 0 ? first.height / first.width : A4 });
      } catch {
        if (!end.signal.aborted) setState('failed');
      }
    })();
    return () => end.abort();
  }, [http, path]);
  return state;
}

/** Numbers of the pages in and near the view. */
function useNearPages(frame: React.RefObject<HTMLElement | null>, pages: number) {
  const [near, setNear] = useState(new Set<number>());
  useEffect(() => {
    if (!frame.current || pages === 0) return;
    const observer = new IntersectionObserver(
      (entries) =>
        setNear((known) => {
          const next = new Set(known);
          for (const { target, isIntersecting } of entries) {
            const number = Number((target as HTMLElement).dataset.page);
            if (isIntersecting) next.add(number);
            else next.delete(number);
          }
          return next;
        }),
      { root: frame.current, rootMargin: MARGIN },
    );
    for (const sheet of frame.current.querySelectorAll('[data-page]')) observer.observe(sheet);
    return () => observer.disconnect();
  }, [frame, pages]);
  return near;
}

/** A document's pages as they look. The chosen passage's page comes into view, its text marked. */
export function PdfPages(props: {
  documentId: string;
  version: number | undefined;
  chunk: ChunkBody | null;
  page: number | null;
  onPage: (page: number) => void;
}) {
  const { t } = useSurroundings();
  const { chunk, page, onPage } = props;
  const state = usePdf(paths.documentFile(props.documentId, props.version));
  const frame = useRef<HTMLDivElement>(null);
  const open = state === 'failed' ? null : state;
  const near = useNearPages(frame, open?.pdf.numPages ?? 0);
  const [marked, setMarked] = useState<Record<number, Box[]>>({});

  useEffect(() => {
    if (!open) return;
    const number = chunk?.page ?? null;
    setMarked({});
    if (number === null || number > open.pdf.numPages) return;
    let left = false;
    const scroll = (below: number) => {
      const sheet = frame.current?.querySelector<HTMLElement>(`[data-page="${number}"]`);
      if (sheet) frame.current?.scrollTo({ top: sheet.offsetTop + below });
    };
    scroll(-12);
    void (async () => {
      const { boxes, share } = await textBoxes(await open.pdf.getPage(number), chunk?.text ?? '');
      const next = share < WHOLE && number < open.pdf.numPages;
      const overleaf = next ? await textBoxes(await open.pdf.getPage(number + 1), chunk?.text ?? '') : null;
      if (left) return;
      setMarked({ [number]: boxes, ...(overleaf ? { [number + 1]: overleaf.boxes } : {}) });
      const top = Math.min(...boxes.map((box) => box.top));
      const height = frame.current?.querySelector(`[data-page="${number}"] .paper`)?.clientHeight ?? 0;
      if (Number.isFinite(top)) scroll((top / 100) * height - (frame.current?.clientHeight ?? 0) * 0.25);
    })().catch(() => undefined);
    return () => {
      left = true;
    };
  }, [open, chunk]);

  useEffect(() => {
    if (page === null || !open) return;
    const sheet = frame.current?.querySelector<HTMLElement>(`[data-page="${page}"]`);
    const view = frame.current;
    if (!sheet || !view) return;
    const visible = sheet.offsetTop < view.scrollTop + view.clientHeight && sheet.offsetTop + 80 > view.scrollTop;
    if (!visible) view.scrollTo({ top: sheet.offsetTop - 12 });
  }, [page, open]);

  if (state === 'failed') return <p className="loading">{t.pdfFault}</p>;
  return (
    <div className="pdf" ref={frame}>
      {open ? (
        <ol>
          {Array.from({ length: open.pdf.numPages }, (_, index) => index + 1).map((number) => (
            <PdfPage
              key={number}
              {...open}
              number={number}
              near={near.has(number)}
              chosen={page === number}
              boxes={marked[number] ?? []}
              onChoose={() => onPage(number)}
            />
          ))}
        </ol>
      ) : (
        <Skeleton rows={3} />
      )}
    </div>
  );
}
