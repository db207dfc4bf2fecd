import { copyFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { handbookPdf } from '../../../testing/handbook-pdf.ts';

/** Text PDFs of the public sample set, of several producers; what both sides can read. */
const PUBLIC = [
  '002-trivial-libre-office-writer/002-trivial-libre-office-writer.pdf',
  '004-pdflatex-4-pages/pdflatex-4-pages.pdf',
  '006-pdflatex-outline/pdflatex-outline.pdf',
  '009-pdflatex-geotopo/GeoTopo-komprimiert.pdf',
  '011-google-doc-document/google-doc-document.pdf',
  '014-outlines/mistitled_outlines_example.pdf',
  '021-pdfa/crazyones-pdfa.pdf',
  '026-latex-multicolumn/multicolumn.pdf',
];
const PAGES = [2, 6, 12, 20];

/** Puts the files of the comparison into a folder and returns their paths: half of the made ones Chinese, half English. */
export async function writeCorpus(options: {
  folder: string;
  files: number;
  datasetsDir: string | undefined;
}): Promise<string[]> {
  const paths: string[] = [];
  for (let i = 0; i < options.files; i++) {
    const language = i % 2 === 0 ? 'en' : 'zh';
    const path = join(options.folder, `handbook-${i}.${language}.pdf`);
    await writeFile(path, await handbookPdf({ language, pages: PAGES[(i >> 1) % PAGES.length] ?? 6, seed: i + 1 }));
    paths.push(path);
  }
  for (const name of options.datasetsDir ? PUBLIC : []) {
    const path = join(options.folder, basename(name));
    await copyFile(join(options.datasetsDir ?? '', 'pdfs', 'pypdf-sample-files', name), path);
    paths.push(path);
  }
  return paths;
}
