/** `npm run make:pdfs`: writes the sample shop's PDF and Word documents into data/shop/knowledge. */
import { mkdir, writeFile } from 'node:fs/promises';
import { sampleDocx, samplePdfs } from './sample-pdfs/content/index.ts';
import type { SampleDocument } from './sample-pdfs/document.ts';
import { renderDocx } from './sample-pdfs/render-docx.ts';
import { renderPdf } from './sample-pdfs/render-pdf.ts';

const folder = new URL('../data/shop/knowledge/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const content of samplePdfs) await write(content, 'pdf', await renderPdf(content));
for (const content of sampleDocx) await write(content, 'docx', await renderDocx(content));

async function write(content: SampleDocument, ending: string, bytes: Buffer): Promise<void> {
  const file = `${content.name}.${content.locale}.${ending}`;
  await writeFile(new URL(file, folder), bytes);
  console.log(`${file}  ${Math.round(bytes.length / 1024)} kB`);
}
