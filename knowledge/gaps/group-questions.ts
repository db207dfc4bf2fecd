import { questionKey } from '../faqs/faq-input.ts';
import { likeness, type Matter } from '../text/likeness.ts';
import type { AskedQuestion } from './read-questions.ts';

/** One wording with how often it was asked. */
export interface Wording {
  text: string;
  matter: Matter;
  count: number;
}

export interface QuestionGroup {
  kind: AskedQuestion['kind'];
  /** Oldest first. */
  questions: AskedQuestion[];
  /** In the order in which they were first asked. */
  wordings: Wording[];
}

/** From here on two questions are one matter. */
const SAME_MATTER = 0.68;
/** Wordings of a group that a question is compared with. */
const COMPARED = 5;

/** Groups of a kind by the words that their first wordings hold: only those that share one are compared. */
function createLookup() {
  const byKey = new Map<string, Set<QuestionGroup>>();
  const byText = new Map<string, { group: QuestionGroup; wording: Wording }>();
  return {
    known: (kind: string, text: string) => byText.get(`${kind} ${text}`),
    candidates(kind: string, matter: Matter): Set<QuestionGroup> {
      const found = new Set<QuestionGroup>();
      for (const key of matter.keys) for (const group of byKey.get(`${kind} ${key}`) ?? []) found.add(group);
      return found;
    },
    add(group: QuestionGroup, wording: Wording, text: string) {
      byText.set(`${group.kind} ${text}`, { group, wording });
      if (group.wordings.length > COMPARED) return;
      for (const key of wording.matter.keys) {
        const name = `${group.kind} ${key}`;
        const groups = byKey.get(name);
        if (groups) groups.add(group);
        else byKey.set(name, new Set([group]));
      }
    },
  };
}

function likest(groups: Iterable<QuestionGroup>, matter: Matter): QuestionGroup | undefined {
  let best: QuestionGroup | undefined;
  let bestLikeness = SAME_MATTER;
  for (const group of groups) {
    for (const { matter: other } of group.wordings.slice(0, COMPARED)) {
      const like = likeness(matter, other);
      // Strictly: of equals the older group keeps the question, whatever the order of the look-up.
      if (like > bestLikeness || (like === bestLikeness && best === undefined)) [best, bestLikeness] = [group, like];
    }
  }
  return best;
}

/**
 * Puts questions about the same matter together, whatever their words and language. One pass, oldest first, so that a
 * group keeps its first question; the same questions give the same groups.
 */
export function* groupQuestions(
  questions: readonly AskedQuestion[],
  matterOf: (question: string) => Matter,
): Generator<void, QuestionGroup[]> {
  const groups: QuestionGroup[] = [];
  const lookup = createLookup();
  for (const question of questions) {
    const text = questionKey(question.question);
    const known = lookup.known(question.kind, text);
    if (known) {
      known.wording.count += 1;
      known.group.questions.push(question);
      continue;
    }
    const matter = matterOf(question.question);
    const wording: Wording = { text: question.question, matter, count: 1 };
    let group = likest(lookup.candidates(question.kind, matter), matter);
    if (!group) {
      group = { kind: question.kind, questions: [], wordings: [] };
      groups.push(group);
    }
    group.questions.push(question);
    group.wordings.push(wording);
    lookup.add(group, wording, text);
    yield;
  }
  return groups;
}

/** The wording that says it best: asked most, then most like the others, then the shortest. */
export function bestWording({ wordings }: QuestionGroup): Wording | undefined {
  const sample = wordings.slice(0, 20);
  const central = (wording: Wording) => sample.reduce((sum, other) => sum + likeness(wording.matter, other.matter), 0);
  return sample
    .map((wording) => ({ wording, central: central(wording) }))
    .sort(
      (a, b) =>
        b.wording.count - a.wording.count ||
        b.central - a.central ||
        a.wording.text.length - b.wording.text.length ||
        a.wording.text.localeCompare(b.wording.text),
    )[0]?.wording;
}
