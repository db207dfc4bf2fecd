import { useState } from 'react';
import type { CannedReplyBody, CannedReplyInputBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { ConfirmRemoval } from '../../ui/dialog.tsx';
import { EditButtons } from '../../ui/edit-buttons.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useAction } from '../../use-action.ts';
import { useLoad } from '../../use-load.ts';
import '../desk-pages.css';
import { ReplyForm } from './reply-form.tsx';

const PATH = '/api/desk/canned-replies';

/** Replies that agents insert with a slash and a shortcut. */
export default function RepliesPage() {
  const { t, http } = useSurroundings();
  const { data, problem, reload } = useLoad('replies', (signal) => http.json<CannedReplyBody[]>(PATH, { signal }));
  const [editing, setEditing] = useState<CannedReplyBody | 'new' | null>(null);
  const [removing, setRemoving] = useState<CannedReplyBody | null>(null);
  const { problem: fault, run } = useAction();

  async function save(reply: CannedReplyInputBody) {
    if (editing && editing !== 'new') await http.json(`${PATH}/${editing.id}`, { method: 'PUT', body: reply });
    else await http.json(PATH, { method: 'POST', body: reply });
    setEditing(null);
    reload();
  }
  return (
    <section className="page">
      <PageHead title={t.cannedReplies} text={t.cannedText}>
        <div className="head-actions">
          <button type="button" className="button primary" onClick={() => setEditing('new')}>
            <Icon name="plus" />
            {t.newCanned}
          </button>
        </div>
      </PageHead>
      <ProblemNote problem={fault ?? problem} onRetry={problem ? reload : undefined} />
      {!data && !problem && <Skeleton rows={4} />}
      {data?.length === 0 && <EmptyState icon="bolt" title={t.noCanned} text={t.noCannedText} />}
      {data && data.length > 0 && (
        <ul className="set-list">
          {data.map((reply) => (
            <li key={reply.id}>
              <div>
                <p>
                  <span className="pill mono">/{reply.shortcut}</span> <strong>{reply.title}</strong>
                </p>
                {reply.text.zh && (
                  <p className="quiet set-text" lang="zh-CN">
                    {reply.text.zh}
                  </p>
                )}
                {reply.text.en && (
                  <p className="quiet set-text" lang="en">
                    {reply.text.en}
                  </p>
                )}
              </div>
              <EditButtons
                title={`/${reply.shortcut}`}
                onEdit={() => setEditing(reply)}
                onRemove={() => setRemoving(reply)}
              />
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <ReplyForm reply={editing === 'new' ? null : editing} onSave={save} onClose={() => setEditing(null)} />
      )}
      {removing && (
        <ConfirmRemoval
          title={fill(t.removeCanned, { title: removing.shortcut })}
          text={t.removeCannedText}
          onClose={() => setRemoving(null)}
          onConfirm={() => {
            setRemoving(null);
            void run(() => http.json(`${PATH}/${removing.id}`, { method: 'DELETE' })).then(reload);
          }}
        />
      )}
    </section>
  );
}
