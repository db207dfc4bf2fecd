const BASE = '/api/knowledge';
const one = (list: string) => (id: string) => `${BASE}/${list}/${encodeURIComponent(id)}`;

/** Addresses of the knowledge API. */
export const paths = {
  documents: `${BASE}/documents`,
  document: one('documents'),
  urls: `${BASE}/urls`,
  faqs: `${BASE}/faqs`,
  faq: one('faqs'),
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
