import { useState } from 'react';
import { asProblem, type Problem } from '../../api/problem.ts';
import { useSurroundings } from '../surroundings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { DocumentRow } from './document-row.tsx';
import './knowledge.css';
import { UploadZone } from './upload-zone.tsx';
import { useDocuments } from './use-documents.ts';

const PATH = '/api/knowledge/documents';

/** Documents: hand in, watch, replace, remove. */
export default function DocumentsPage() {
  const { t, http } = useSurroundings();
  const { data, problem, reload, setData } = useDocuments();
  const [fault, setFault] = useState<Problem | null>(null);
  const [sending, setSending] = useState<string[]>([]);

  /** Runs a change, shows its fault, and reads the list anew either way. */
  async function change(work: () => Promise<unknown>) {
    setFault(null);
    try {
      await work();
    } catch (error) {
      setFault(asProblem(error));
    }
    reload();
  }
  const send = (file: File, path: string, method: 'POST' | 'PUT') =>
    change(async () => {
      setSending((names) => [...names, file.name]);
      try {
        const body = new FormData();
        body.set('file', file);
        await http.json(path, { method, body });
      } finally {
        setSending((names) => names.toSpliced(names.indexOf(file.name), 1));
      }
    });
  async function upload(files: File[]) {
    // One after another: a few large files at once would only slow each other down.
    for (const file of files) await send(file, PATH, 'POST');
  }

  return (
    <section className="page">
      <PageHead title={t.documents} text={t.documentsText} />
      <UploadZone onFiles={(files) => void upload(files)} />
      <ProblemNote problem={fault ?? problem} onRetry={problem ? reload : undefined} />
      <div className="sending-list" aria-live="polite">
        {sending.map((name) => (
          <p className="sending" key={name}>
            <progress aria-label={t.uploading} />
            {t.uploading}: {name}
          </p>
        ))}
      </div>
      {!data && !problem && <p className="loading">{t.loading}</p>}
      {data?.length === 0 && <EmptyState icon="file" title={t.noDocuments} text={t.noDocumentsText} />}
      {data && data.length > 0 && (
        <div className="table-frame">
          <table className="table documents">
            <thead>
              <tr>
                <th scope="col">{t.columnTitle}</th>
                <th scope="col">{t.columnStatus}</th>
                <th scope="col" className="figure">
                  {t.columnVersion}
                </th>
                <th scope="col" className="figure">
                  {t.columnPages}
                </th>
                <th scope="col" className="figure">
                  {t.columnChunks}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {data.map((document) => {
                const path = `${PATH}/${encodeURIComponent(document.id)}`;
                return (
                  <DocumentRow
                    key={document.id}
                    document={document}
                    onReplace={(file) => void send(file, path, 'PUT')}
                    onRemove={() => {
                      setData((list) => list?.filter(({ id }) => id !== document.id));
                      void change(() => http.json(path, { method: 'DELETE' }));
                    }}
                  />
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
