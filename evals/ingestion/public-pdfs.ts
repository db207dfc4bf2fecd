import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadBytes } from '../../ingest/loading/load-bytes.ts';
import { LoadFailure } from '../../ingest/loading/load-failure.ts';
import { split } from '../../ingest/steps/split.ts';
import type { CaseResult } from '../harness/suite.ts';

const FOLDER = join('pdfs', 'pypdf-sample-files');

/**
 * Files that cannot become knowledge, and why; each was looked at by hand. All others have text. The damaged one has
 * its page tree overwritten with zeros; the pictures hold no text layer.
 */
const FAILS: Record<string, string> = {
  'libreoffice-writer-password.pdf': 'encrypted',
  'imagemagick-ASCII85Decode.pdf': 'no_text',
  'imagemagick-CCITTFaxDecode.pdf': 'no_text',
  'imagemagick-images.pdf': 'no_text',
  'imagemagick-lzw.pdf': 'no_text',
  'unreadablemetadata.pdf': 'damaged',
  'grayscale-image.pdf': 'no_text',
  'cmyk-image.pdf': 'no_text',
};
/** Pages of the files that have more than one. */
const PAGES: Record<string, number> = {
  'pdflatex-4-pages.pdf': 4,
  'pdflatex-outline.pdf': 4,
  'GeoTopo-komprimiert.pdf': 117,
  'mistitled_outlines_example.pdf': 4,
  'habibi-rotated.pdf': 4,
  'multicolumn.pdf': 3,
};

async function outcomeOf(path: string, name: string): Promise<{ outcome: string; detail: string }> {
  try {
    const loaded = await loadBytes(new Uint8Array(await readFile(path)), name, 'application/pdf');
    const pieces = await split(loaded, null);
    const warnings = loaded.warnings?.map(({ message }) => message).join(' ') ?? '';
    return {
      outcome: `ready, ${loaded.pages.length} page(s)`,
      detail: `${pieces.length} pieces. ${warnings}`,
    };
  } catch (error) {
    if (error instanceof LoadFailure) return { outcome: `failed: ${error.code}`, detail: error.message };
    return { outcome: 'broke off', detail: String(error) };
  }
}

/** The sample files of pypdf: each is ready with its pages, or failed with the reason that is true of it. */
export async function runPublicPdfs(datasetsDir: string): Promise<CaseResult[]> {
  const folder = join(datasetsDir, FOLDER);
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  const cases: CaseResult[] = [];
  for (const path of entries.filter((entry) => entry.endsWith('.pdf')).sort()) {
    const name = path.split('/').at(-1) ?? path;
    const fails = FAILS[name];
    const expected = fails ? `failed: ${fails}` : `ready, ${PAGES[name] ?? 1} page(s)`;
    const began = performance.now();
    const { outcome, detail } = await outcomeOf(join(folder, path), name);
    const ms = Math.round(performance.now() - began);
    cases.push({ id: path, passed: outcome === expected, expected, actual: `${outcome}. ${detail}`, ms });
  }
  return cases;
}
