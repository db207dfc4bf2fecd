import { lazy } from 'react';
import { usePath } from '../../router.tsx';
import './documents.css';
import { DocumentList } from './document-list.tsx';

const DocumentPage = lazy(() => import('../document/document-page.tsx'));

/** The list of documents, or the one that the address names: knowledge/documents/ID. */
export default function DocumentsPage() {
  const id = usePath().split('/')[2];
  return id ? <DocumentPage key={id} id={decodeURIComponent(id)} /> : <DocumentList />;
}
