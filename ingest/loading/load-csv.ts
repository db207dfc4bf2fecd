import { gridBlocks } from './grid-blocks.ts';
import type { LoadedDocument } from './loaded-document.ts';
import { parseCsv } from './parse-csv.ts';

/** A table with its head, or FAQs. Not the community's CSVLoader: it makes a passage of each row and knows no head but the first line. */
export const loadCsv = (source: string): LoadedDocument => ({
  title: null,
  pages: [{ page: null, blocks: gridBlocks(parseCsv(source)) }],
});
