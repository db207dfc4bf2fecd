import { useState } from 'react';
import type { AddedMemberBody, StaffLinkBody, TeamMemberBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';
import '../desk/desk-pages.css';
import { LinkDialog } from './link-dialog.tsx';
import { type MemberDraft, MemberForm } from './member-form.tsx';
import { ROLE_NAME } from './role-words.ts';
import './staff.css';

const PATH = '/api/staff/members';

/** Everybody with an account: added, changed, closed, let in anew. */
export default function StaffPage() {
  const { t, http, staff, format } = useSurroundings();
  const { data, problem, reload } = useLoad('team', (signal) => http.json<TeamMemberBody[]>(PATH, { signal }));
  const [editing, setEditing] = useState<TeamMemberBody | 'new' | null>(null);
  const [link, setLink] = useState<{ name: string; link: StaffLinkBody } | null>(null);
  const { problem: fault, run } = useAction();

  async function save({ email, name, role, disabled }: MemberDraft) {
    if (editing && editing !== 'new') {
      await http.json(`${PATH}/${editing.id}`, { method: 'PUT', body: { name, role, disabled } });
    } else {
      const added = await http.json<AddedMemberBody>(PATH, { method: 'POST', body: { email, name, role } });
      setLink({ name, link: added.link });
    }
    setEditing(null);
    reload();
  }
  const letInAnew = ({ id, name }: TeamMemberBody) =>
    run(async () => {
      setLink({ name, link: await http.json<StaffLinkBody>(`${PATH}/${id}/link`, { method: 'POST' }) });
      reload();
    });
  const stateOf = ({ disabled, linkUntil, lastLoginAt }: TeamMemberBody) =>
    [
      disabled && t.accountClosed,
      linkUntil && fill(t.linkOpen, { time: format.moment(linkUntil) }),
      lastLoginAt ? fill(t.lastSignIn, { time: format.moment(lastLoginAt) }) : t.neverSignedIn,
    ].filter(Boolean);

  return (
    <section className="page">
      <PageHead title={t.team} text={t.teamText}>
        <div className="head-actions">
          <button type="button" className="button primary" onClick={() => setEditing('new')}>
            <Icon name="plus" />
            {t.addMember}
          </button>
        </div>
      </PageHead>
      <ProblemNote problem={fault ?? problem} onRetry={problem ? reload : undefined} />
      {!data && !problem && <Skeleton rows={4} />}
      <ul className="set-list">
        {data?.map((member) => (
          <li key={member.id} className={member.disabled ? 'off' : undefined}>
            <div>
              <p>
                <strong>{member.name}</strong>{' '}
                <span className={member.role === 'admin' ? 'pill warm' : 'pill'}>{t[ROLE_NAME[member.role]]}</span>{' '}
                {member.id === staff.id && <span className="quiet small">{t.you}</span>}
              </p>
              <p className="quiet">{member.email}</p>
              <p className="quiet small">{stateOf(member).join(' · ')}</p>
            </div>
            <div className="row-actions">
              <button
                type="button"
                className="icon-button"
                aria-label={`${t.newLink}: ${member.name}`}
                title={t.newLink}
                disabled={member.disabled}
                onClick={() => void letInAnew(member)}
              >
                <Icon name="key" />
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={`${t.edit}: ${member.name}`}
                onClick={() => setEditing(member)}
              >
                <Icon name="edit" />
              </button>
            </div>
          </li>
        ))}
      </ul>
      {data?.length === 1 && <EmptyState icon="team" title={t.onlyYou} text={t.onlyYouText} />}
      {editing && (
        <MemberForm member={editing === 'new' ? null : editing} onSave={save} onClose={() => setEditing(null)} />
      )}
      {link && <LinkDialog {...link} onClose={() => setLink(null)} />}
    </section>
  );
}
