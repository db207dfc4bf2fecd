import { writtenWords } from '../retrieval/written-words.ts';
import { bestWording, type QuestionGroup } from './group-questions.ts';
import type { Gap } from './ports.ts';

const MAX_EXAMPLES = 5;
const MAX_QUESTIONS = 10;
const WEEKS = 8;
const DAY_MS = 86_400_000;

/** The Monday (UTC) of a moment's week, as milliseconds. */
function mondayOf(moment: number): number {
  const day = Math.floor(moment / DAY_MS);
  // 1 January 1970 was a Thursday.
  return (day - ((day + 3) % 7)) * DAY_MS;
}

function weeksOf(times: number[], now: number): Gap['weeks'] {
  const last = mondayOf(now);
  return Array.from({ length: WEEKS }, (_, i) => {
    const start = last - (WEEKS - 1 - i) * 7 * DAY_MS;
    const count = times.filter((time) => time >= start && time < start + 7 * DAY_MS).length;
    return { start: new Date(start).toISOString().slice(0, 10), count };
  });
}

/** Words of the best wording that at least half of the wordings share. */
function topicOf(group: QuestionGroup, best: string): string {
  const sample = group.wordings.slice(0, 20);
  const units = sample.find(({ text }) => text === best)?.matter.units ?? [];
  const shared = units.filter(({ unit }) => {
    const keys = [...unit.concepts, ...unit.terms];
    return sample.filter(({ matter }) => keys.some((key) => matter.keys.has(key))).length * 2 >= sample.length;
  });
  return (
    shared
      .map(({ unit }) => unit.text)
      .map(writtenWords(best))
      .join(' ') || best
  );
}

export const gapId = ({ kind, questions }: QuestionGroup): string =>
  `${kind === 'unanswered' ? 'u' : 'd'}-${questions[0]?.messageId ?? ''}`;

/** A group as managers see it; what it would score now comes from a search. */
export function gapView(group: QuestionGroup, now: number): Omit<Gap, 'status' | 'evidence'> {
  const { kind, questions } = group;
  const newest = questions.toReversed();
  const best = bestWording(group)?.text ?? '';
  const zh = questions.filter(({ language }) => language === 'zh').length;
  const first = questions[0]?.askedAt ?? new Date(0);
  const examples = [...new Set(newest.map(({ question }) => question))];
  return {
    id: gapId(group),
    kind,
    topic: topicOf(group, best),
    question: best,
    count: questions.length,
    language: zh * 2 >= questions.length ? 'zh' : 'en',
    languages: { zh, en: questions.length - zh },
    firstAskedAt: first,
    lastAskedAt: newest[0]?.askedAt ?? first,
    examples: examples.slice(0, MAX_EXAMPLES),
    questions: newest.slice(0, MAX_QUESTIONS).map(({ conversationId, messageId, question, language, askedAt }) => ({
      ...{ conversationId, messageId, question, language, askedAt },
    })),
    weeks: weeksOf(
      questions.map(({ askedAt }) => askedAt.getTime()),
      now,
    ),
  };
}
