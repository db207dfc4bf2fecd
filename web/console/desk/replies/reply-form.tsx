import { useState } from 'react';
import type { CannedReplyBody, CannedReplyInputBody } from '../../../api/types.ts';
import { useSurroundings } from '../../surroundings.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormFooter } from '../../ui/form-footer.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useAction } from '../../use-action.ts';

/** A canned reply: its shortcut, its title, its text in both languages. */
export function ReplyForm(props: {
  reply: CannedReplyBody | null;
  onSave: (reply: CannedReplyInputBody) => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useSurroundings();
  const { reply } = props;
  const [shortcut, setShortcut] = useState(reply?.shortcut ?? '');
  const [title, setTitle] = useState(reply?.title ?? '');
  const [zh, setZh] = useState(reply?.text.zh ?? '');
  const [en, setEn] = useState(reply?.text.en ?? '');
  const { busy, problem, submit } = useAction();
  const enough = shortcut.trim() !== '' && title.trim() !== '' && (zh.trim() !== '' || en.trim() !== '');
  const save = () =>
    props.onSave({
      shortcut: shortcut.trim(),
      title: title.trim(),
      text: { ...(zh.trim() ? { zh: zh.trim() } : {}), ...(en.trim() ? { en: en.trim() } : {}) },
    });
  return (
    <Dialog title={reply ? t.editCanned : t.newCanned} onClose={props.onClose}>
      <form className="stack" onSubmit={submit(save)}>
        <label>
          {t.shortcut}
          <input
            className="field"
            value={shortcut}
            maxLength={40}
            pattern="[\p{L}\p{N}_\-]+"
            title={t.shortcutHint}
            onChange={(event) => setShortcut(event.target.value)}
          />
          <span className="quiet small">{t.shortcutHint}</span>
        </label>
        <label>
          {t.cannedTitle}
          <input className="field" value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} />
        </label>
        <label>
          {t.textZh}
          <textarea
            className="field"
            lang="zh-CN"
            rows={3}
            maxLength={4_000}
            value={zh}
            onChange={(event) => setZh(event.target.value)}
          />
        </label>
        <label>
          {t.textEn}
          <textarea
            className="field"
            lang="en"
            rows={3}
            maxLength={4_000}
            value={en}
            onChange={(event) => setEn(event.target.value)}
          />
        </label>
        <ProblemNote problem={problem} />
        <FormFooter submit={t.save} disabled={!enough || busy} onClose={props.onClose}>
          {!enough && <p className="quiet small">{t.cannedNeeds}</p>}
        </FormFooter>
      </form>
    </Dialog>
  );
}
