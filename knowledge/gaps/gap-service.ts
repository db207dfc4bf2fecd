import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { notFound } from '../../config/errors.ts';
import type { Database } from '../../stores/schema.ts';
import { recordChange } from '../changes/record-change.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { LruCache } from '../lru-cache.ts';
import type { Actor } from '../ports.ts';
import type { Analyzer } from '../text/analyzer.ts';
import { type Matter, matterOf } from '../text/likeness.ts';
import { draftOf } from './gap-draft.ts';
import { gapId, gapView } from './gap-view.ts';
import { bestWording, groupQuestions, type QuestionGroup } from './group-questions.ts';
import type { Gap, GapService, GapStatus } from './ports.ts';
import { readQuestions } from './read-questions.ts';
import { createWouldAnswer } from './would-answer.ts';

/** Groups that are shown and asked again: those that were asked most. */
const MOST_GROUPS = 500;
/** Wordings compared in one go: about 5 ms. */
const SLICE = 100;
/** Questions of a group whose dismissal is remembered. */
const REMEMBERED = 1_000;

export function createGapService(deps: {
  db: Kysely<Database>;
  base: Pick<KnowledgeBase, 'retriever' | 'analyzer' | 'version'>;
  now?: () => number;
}): GapService {
  const { db, base, now = Date.now } = deps;
  const wouldAnswer = createWouldAnswer({ retriever: base.retriever, version: base.version });
  let matters = new LruCache<Matter>(10_000);
  let analyzer: Analyzer | undefined;

  const cachedMatter = (question: string): Matter => {
    if (analyzer !== base.analyzer()) {
      analyzer = base.analyzer();
      matters = new LruCache(10_000);
    }
    const known = matters.get(question) ?? matterOf(question, analyzer);
    matters.set(question, known);
    return known;
  };

  /** Requests go on while thousands of questions are compared. */
  const groups = async (): Promise<QuestionGroup[]> => {
    const work = groupQuestions(await readQuestions(db), cachedMatter);
    for (let done = 0; ; done++) {
      const step = work.next();
      if (step.done) return step.value;
      if (done % SLICE === SLICE - 1) await setImmediate();
    }
  };
  const find = async (id: string): Promise<QuestionGroup> => {
    const group = (await groups()).find((one) => gapId(one) === id);
    if (!group) throw notFound('gap');
    return group;
  };
  const dismissedKeys = async () => {
    const rows = await db.selectFrom('knowledge_dismissals').select('key').where('kind', '=', 'gap').execute();
    return new Set(rows.map(({ key }) => key));
  };

  const describe = async (group: QuestionGroup, dismissed: ReadonlySet<string>): Promise<Gap> => {
    const { evidence, answered } = await wouldAnswer(group);
    const aside = group.questions.some(({ messageId }) => dismissed.has(messageId));
    const status: GapStatus = aside ? 'dismissed' : answered ? 'answered' : 'open';
    return { ...gapView(group, now()), status, evidence };
  };

  const settle = async (id: string, by: Actor | undefined, action: 'dismissed' | 'restored') => {
    const group = await find(id);
    const keys = group.questions.slice(-REMEMBERED).map(({ messageId }) => messageId);
    await db.transaction().execute(async (trx) => {
      if (action === 'dismissed')
        await trx
          .insertInto('knowledge_dismissals')
          .values(keys.map((key) => ({ kind: 'gap' as const, key, dismissed_by: by?.name ?? null })))
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      else
        await trx
          .deleteFrom('knowledge_dismissals')
          .where('kind', '=', 'gap')
          .where(
            'key',
            'in',
            group.questions.map(({ messageId }) => messageId),
          )
          .execute();
      const title = bestWording(group)?.text ?? '';
      await recordChange(trx, { by, action, kind: 'gap', subjectId: id, title });
    });
  };

  return {
    async list({ status = 'open', kind, limit = MOST_GROUPS, offset = 0 } = {}) {
      const [all, dismissed] = await Promise.all([groups(), dismissedKeys()]);
      const shown = all
        .filter((group) => kind === undefined || group.kind === kind)
        .sort(
          (a, b) =>
            b.questions.length - a.questions.length ||
            (b.questions.at(-1)?.askedAt.getTime() ?? 0) - (a.questions.at(-1)?.askedAt.getTime() ?? 0),
        )
        .slice(0, MOST_GROUPS);
      const gaps: Gap[] = [];
      for (const group of shown) gaps.push(await describe(group, dismissed));
      const wanted = gaps.filter((gap) => status === 'all' || gap.status === status);
      return { items: wanted.slice(offset, offset + limit), total: wanted.length };
    },
    draft: async (id) => draftOf(await find(id), base.retriever),
    dismiss: (id, by) => settle(id, by, 'dismissed'),
    restore: (id, by) => settle(id, by, 'restored'),
  };
}
