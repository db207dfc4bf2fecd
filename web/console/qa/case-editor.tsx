import { useState } from 'react';
import type { EvalCaseInputBody, StoredEvalCaseBody } from '../../api/types.ts';
import { Link, navigate } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { Icon } from '../ui/icon.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';
import { CaseLineEditor } from './case-line-editor.tsx';
import { api, places } from './paths.ts';

type Line = EvalCaseInputBody['lines'][number];
interface KeyedLine {
  key: number;
  line: Line;
}

/** Lines that were left empty while typing say nothing. */
const withoutEmpty = ({ say, expect }: Line): Line => {
  const kept = (words: string[]) => words.filter((one) => one.trim() !== '');
  return { say, expect: { ...expect, says: kept(expect.says), not: kept(expect.not), cites: kept(expect.cites) } };
};

/** A case being written: a new one from a conversation, or one that is kept already. */
export function CaseEditor(props: { conversation: string } | { id: string }) {
  const { t, http } = useSurroundings();
  const isNew = 'conversation' in props;
  const address = isNew ? api.draft(props.conversation) : api.case(props.id);
  const { data, problem } = useLoad(address, (signal) =>
    http.json<EvalCaseInputBody | StoredEvalCaseBody>(address, { signal }),
  );
  const [changed, setChanged] = useState<Partial<Pick<EvalCaseInputBody, 'name' | 'customer'>>>({});
  const { busy, problem: fault, submit } = useAction();
  const name = changed.name ?? data?.name ?? '';
  const customer = changed.customer === undefined ? (data?.customer ?? null) : changed.customer;
  const [drafts, setDrafts] = useState<KeyedLine[]>();
  const lines = drafts ?? (data?.lines ?? []).map((line, key) => ({ key, line }));
  const save = async () => {
    if (!data) return;
    const body: EvalCaseInputBody = {
      name,
      customer: customer?.trim() || null,
      language: data.language,
      lines: lines.map(({ line }) => withoutEmpty(line)),
    };
    await (isNew
      ? http.json(api.cases, { method: 'POST', body: { ...body, conversationId: props.conversation } })
      : http.json(api.case(props.id), { method: 'PUT', body }));
    navigate(places.cases);
  };
  return (
    <section className="page">
      <Link to={places.cases} className="plain back">
        <Icon name="left" />
        {t.allCases}
      </Link>
      <PageHead title={isNew ? t.newCaseTitle : t.changeCase} text={t.caseEditorText} />
      <ProblemNote problem={problem} />
      {!data && !problem && <Skeleton rows={4} />}
      {data && (
        <form className="stack case-form" onSubmit={submit(save)}>
          <div className="panel case-fields">
            <label>
              {t.caseName}
              <input
                className="field"
                required
                maxLength={200}
                value={name}
                onChange={({ target }) => setChanged({ ...changed, name: target.value })}
              />
            </label>
            <label>
              {t.caseCustomer}
              <input
                className="field"
                maxLength={200}
                value={customer ?? ''}
                onChange={({ target }) => setChanged({ ...changed, customer: target.value })}
              />
            </label>
          </div>
          {lines.map(({ key, line }) => (
            <CaseLineEditor
              key={key}
              line={line}
              alone={lines.length === 1}
              onChange={(next) => setDrafts(lines.map((one) => (one.key === key ? { key, line: next } : one)))}
              onRemove={() => setDrafts(lines.filter((one) => one.key !== key))}
            />
          ))}
          <ProblemNote problem={fault} />
          <footer className="case-actions">
            <button type="submit" className="button primary" disabled={busy || name.trim() === ''}>
              {t.keepCase}
            </button>
          </footer>
        </form>
      )}
    </section>
  );
}
