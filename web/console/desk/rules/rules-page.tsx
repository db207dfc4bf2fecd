import { useState } from 'react';
import type { HttpRequest } from '../../../api/http.ts';
import type { HandoffRuleBody, HandoffRuleInputBody } from '../../../api/types.ts';
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
import { DeskTimes } from './desk-times.tsx';
import { RuleForm } from './rule-form.tsx';
import { ruleWords } from './rule-words.ts';

const PATH = '/api/desk/rules';

/** When a person is called or offered without being asked for, in the order of the rules; and the desk's times. */
export default function RulesPage() {
  const { t, http, locale } = useSurroundings();
  const { data, problem, reload } = useLoad('rules', (signal) => http.json<HandoffRuleBody[]>(PATH, { signal }));
  const [editing, setEditing] = useState<HandoffRuleBody | 'new' | null>(null);
  const [removing, setRemoving] = useState<HandoffRuleBody | null>(null);
  const { problem: fault, run } = useAction();

  async function save(rule: HandoffRuleInputBody) {
    if (editing && editing !== 'new') await http.json(`${PATH}/${editing.id}`, { method: 'PUT', body: rule });
    else await http.json(PATH, { method: 'POST', body: rule });
    setEditing(null);
    reload();
  }
  const change = async (path: string, options: HttpRequest) => {
    await run(() => http.json(path, options));
    reload();
  };
  const move = (rules: HandoffRuleBody[], from: number, to: number) => {
    const ids = rules.map(({ id }) => id);
    const [moved] = ids.splice(from, 1);
    if (moved) ids.splice(to, 0, moved);
    void change(`${PATH}/order`, { method: 'PUT', body: { ids } });
  };
  return (
    <section className="page">
      <PageHead title={t.rules} text={t.rulesText}>
        <div className="head-actions">
          <button type="button" className="button primary" onClick={() => setEditing('new')}>
            <Icon name="plus" />
            {t.newRule}
          </button>
        </div>
      </PageHead>
      <ProblemNote problem={fault ?? problem} onRetry={problem ? reload : undefined} />
      {!data && !problem && <Skeleton rows={4} />}
      {data?.length === 0 && (
        <EmptyState icon="bolt" title={t.noRules} text={t.noRulesText}>
          <p className="quiet small">{t.ruleExample}</p>
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <ol className="set-list">
          {data.map((rule, place) => (
            <li key={rule.id} className={rule.enabled ? undefined : 'off'}>
              <div>
                <p>
                  <strong>{rule.name}</strong>{' '}
                  <span className={rule.action === 'handoff' ? 'pill warm' : 'pill'}>
                    {rule.action === 'handoff' ? t.actionHandoff : t.actionOffer}
                  </span>{' '}
                  {!rule.enabled && <span className="pill">{t.ruleOff}</span>}
                </p>
                <p className="quiet">{ruleWords(t, rule.conditions, locale).join(' · ')}</p>
              </div>
              <div className="row-actions">
                <button
                  type="button"
                  className="icon-button"
                  aria-label={`${t.moveUp}: ${rule.name}`}
                  disabled={place === 0}
                  onClick={() => move(data, place, place - 1)}
                >
                  <Icon name="moveUp" />
                </button>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={`${t.moveDown}: ${rule.name}`}
                  disabled={place === data.length - 1}
                  onClick={() => move(data, place, place + 1)}
                >
                  <Icon name="moveDown" />
                </button>
                <EditButtons title={rule.name} onEdit={() => setEditing(rule)} onRemove={() => setRemoving(rule)} />
              </div>
            </li>
          ))}
        </ol>
      )}
      <DeskTimes />
      {editing && <RuleForm rule={editing === 'new' ? null : editing} onSave={save} onClose={() => setEditing(null)} />}
      {removing && (
        <ConfirmRemoval
          title={fill(t.removeRule, { title: removing.name })}
          text={t.removeRuleText}
          onClose={() => setRemoving(null)}
          onConfirm={() => {
            setRemoving(null);
            void change(`${PATH}/${removing.id}`, { method: 'DELETE' });
          }}
        />
      )}
    </section>
  );
}
