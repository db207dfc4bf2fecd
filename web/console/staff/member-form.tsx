import { useState } from 'react';
import type { TeamMemberBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormFooter } from '../ui/form-footer.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useAction } from '../use-action.ts';
import { ROLE_NAME, ROLE_TEXT, ROLES } from './role-words.ts';

export type MemberDraft = Pick<TeamMemberBody, 'email' | 'name' | 'role' | 'disabled'>;

/** A new account, or one that is changed; of one's own only the name. */
export function MemberForm(props: {
  member: TeamMemberBody | null;
  onSave: (draft: MemberDraft) => Promise<void>;
  onClose: () => void;
}) {
  const { t, staff } = useSurroundings();
  const { member } = props;
  const [draft, setDraft] = useState<MemberDraft>(member ?? { email: '', name: '', role: 'agent', disabled: false });
  const { busy, problem, submit } = useAction();
  const own = member?.id === staff.id;
  const set = (change: Partial<MemberDraft>) => setDraft({ ...draft, ...change });
  return (
    <Dialog title={member ? fill(t.editMember, { name: member.name }) : t.addMember} onClose={props.onClose}>
      <form className="stack" onSubmit={submit(() => props.onSave(draft))}>
        {!member && (
          <label>
            {t.email}
            <input
              className="field"
              type="email"
              autoComplete="off"
              required
              maxLength={254}
              value={draft.email}
              onChange={(event) => set({ email: event.target.value })}
            />
          </label>
        )}
        <label>
          {t.memberName}
          <input
            className="field"
            required
            maxLength={100}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
          <span className="quiet small">{t.memberNameHint}</span>
        </label>
        <fieldset className="choices" disabled={own}>
          <legend>{t.memberRole}</legend>
          {ROLES.map((role) => (
            <label key={role} className="choice">
              <input type="radio" name="role" checked={draft.role === role} onChange={() => set({ role })} />
              <span>
                <strong>{t[ROLE_NAME[role]]}</strong>
                <span className="quiet small">{t[ROLE_TEXT[role]]}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {member && !own && (
          <label className="check">
            <input
              type="checkbox"
              checked={!draft.disabled}
              onChange={(event) => set({ disabled: !event.target.checked })}
            />
            {t.memberOpen}
          </label>
        )}
        {own && <p className="quiet small">{t.ownAccount}</p>}
        <ProblemNote problem={problem} />
        <FormFooter submit={member ? t.save : t.addMember} disabled={busy} onClose={props.onClose} />
      </form>
    </Dialog>
  );
}
