import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadBytes } from '../../ingest/loading/load-bytes.ts';
import { split } from '../../ingest/steps/split.ts';
import { faqPassages } from '../../knowledge/faqs/faq-passages.ts';
import type { FaqInput } from '../../knowledge/ports.ts';
import { productPassages } from '../../knowledge/sources/product-passages.ts';
import { catalogueConcepts } from '../../knowledge/text/catalogue-concepts.ts';
import { type Concept, createLexicon, loadTradeLexicon } from '../../knowledge/text/lexicon.ts';
import type { Product } from '../../stores/products.ts';
import type { MemoryPassage } from './memory-knowledge.ts';

type Row = ReturnType<typeof faqPassages>[number];

const fromRow = (row: Row): MemoryPassage => ({
  id: row.id,
  kind: row.source_kind,
  documentId: row.source_id,
  title: row.title,
  page: null,
  heading: row.heading ?? null,
  text: row.text,
  language: row.language,
  audience: 'public',
  keywords: row.keywords ?? '',
});

const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8').catch(() => '[]'));

interface ShopPassages {
  passages: MemoryPassage[];
  concepts: Concept[];
}
const read = new Map<string, Promise<ShopPassages>>();

/** A shop directory as passages, made by the same steps as in production and read once a process. A document's id is
 * its file name. */
export function shopPassages(shopDir: string): Promise<ShopPassages> {
  const known = read.get(shopDir) ?? readPassages(shopDir);
  read.set(shopDir, known);
  return known;
}

async function readPassages(shopDir: string): Promise<ShopPassages> {
  const folder = join(shopDir, 'knowledge');
  const products = ((await json(join(shopDir, 'products.json'))) as Product[]).map((product) => ({
    ...product,
    variants: product.variants ?? [],
    attributes: product.attributes ?? {},
  }));
  const concepts = catalogueConcepts(products);
  const lexicon = createLexicon([...loadTradeLexicon(), ...concepts]);
  const passages = products.flatMap((product) => productPassages(product, { currency: 'CNY', lexicon })).map(fromRow);
  const faqs = (await json(join(folder, 'faqs.json'))) as FaqInput[];
  faqs.forEach((faq, i) => {
    passages.push(...faqPassages(`faq-${i + 1}`, faq).map(fromRow));
  });
  for (const fileName of (await readdir(folder)).sort().filter((name) => name !== 'faqs.json')) {
    const loaded = await loadBytes(new Uint8Array(await readFile(join(folder, fileName))), fileName, null);
    const title = loaded.title ?? fileName;
    for (const [i, piece] of (await split(loaded, null)).entries())
      passages.push({
        ...piece,
        id: `${fileName}-${i}`,
        kind: 'document',
        documentId: fileName,
        title,
        audience: 'public',
        keywords: '',
      });
  }
  return { passages, concepts };
}
