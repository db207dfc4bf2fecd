const BASE = '/api/knowledge';
const one = (list: string) => (id: string) => `${BASE}/${list}/${encodeURIComponent(id)}`;

/** Addresses of the knowledge API. */
export const paths = {
  documents: `${BASE}/documents`,
  document: one('documents'),
  /** The file as it was handed in: of the version that answers, unless another is named. */
  documentFile: (id: string, version?: number) => `${one('documents')(id)}/file${version ? `?version=${version}` : ''}`,
  documentSentences: (id: string) => `${one('documents')(id)}/sentences`,
  documentVersions: (id: string) => `${one('documents')(id)}/versions`,
  urls: `${BASE}/urls`,
  faqs: `${BASE}/faqs`,
  faq: one('faqs'),
  faqSentences: (id: string) => `${one('faqs')(id)}/sentences`,
  products: `${BASE}/products`,
  productSentences: (id: string) => `${one('products')(id)}/sentences`,
  terms: `${BASE}/terms`,
  term: one('terms'),
  search: `${BASE}/search`,
  gaps: `${BASE}/gaps`,
  gap: one('gaps'),
  conflicts: `${BASE}/conflicts`,
  conflict: one('conflicts'),
  preview: `${BASE}/preview`,
  changes: `${BASE}/changes`,
  purge: `${BASE}/purge`,
};
