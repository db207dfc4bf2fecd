/** Where in the console a source stands: its document at the page, or its FAQ; null for products. */
export function sourceAddress(source: {
  kind?: 'document' | 'faq' | 'product';
  documentId: string;
  page?: number | null;
  passageId?: string;
}): string | null {
  const id = encodeURIComponent(source.documentId);
  if (source.kind === 'product') return null;
  if (source.kind === 'faq') return `knowledge/faqs?id=${id}`;
  const place = new URLSearchParams();
  if (source.passageId) place.set('passage', source.passageId);
  else if (source.page) place.set('page', String(source.page));
  return `knowledge/documents/${id}${place.size > 0 ? `?${place}` : ''}`;
}
