import { likeness } from '../text/likeness.ts';
import { type Measure, sameMeasure } from '../text/measures.ts';
import type { Statement } from './statements.ts';

export interface Contradiction {
  a: Statement;
  b: Statement;
  valueA: string;
  valueB: string;
  similarity: number;
}

/** Statements are compared by the rarest concepts and words that they are about. */
const KEYS = 3;
/** A thing that more statements are about tells nothing. */
const CROWD = 60;
/** Words of two languages meet in concepts only, which cover less of a sentence. */
const SAME_MATTER = { sameLanguage: 0.8, otherLanguage: 0.64 };
/** Yes and no need more: nothing else tells the two apart. */
const SAME_CLAIM = 0.9;
const SAME_PLACE = 0.3;
const MOST_PAIRS = 100_000;

const sourceOf = ({ passage }: Statement) => `${passage.kind} ${passage.documentId} ${passage.language}`;

function sameModels(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 && b.size === 0) return true;
  return [...a].some((model) => b.has(model));
}

const shape = (measures: Measure[]) =>
  measures
    .map(({ family }) => family)
    .sort()
    .join();

/** How alike two statements are that could be said of the same thing; undefined for those that can't be compared. */
function compare(a: Statement, b: Statement): number | undefined {
  if (sourceOf(a) === sourceOf(b) || a.passage.audience !== b.passage.audience) return undefined;
  if (shape(a.measures) !== shape(b.measures) || !sameModels(a.models, b.models)) return undefined;
  const claims = a.measures.length === 0;
  if (claims && (a.polarity === undefined || b.polarity === undefined)) return undefined;
  const least = a.passage.language === b.passage.language ? SAME_MATTER.sameLanguage : SAME_MATTER.otherLanguage;
  const similarity = likeness(a.matter, b.matter);
  if (similarity < (claims ? SAME_CLAIM : least)) return undefined;
  if (a.passage.kind !== 'faq' && b.passage.kind !== 'faq' && likeness(a.place, b.place) < SAME_PLACE) return undefined;
  return similarity;
}

/** The values in which two statements differ: one measure, or yes and no; undefined where they agree or differ in more. */
function difference(a: Statement, b: Statement): [string, string] | undefined {
  if (a.measures.length === 0) {
    const said = ({ polarity }: Statement) => (polarity ? '✓' : '✗');
    return a.polarity === b.polarity ? undefined : [said(a), said(b)];
  }
  const rest = [...b.measures];
  const left = a.measures.filter((measure) => {
    const at = rest.findIndex((other) => other.family === measure.family && sameMeasure(measure, other));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  const [mine, ...more] = left;
  const [theirs] = rest;
  return mine && theirs && more.length === 0 ? [mine.text, theirs.text] : undefined;
}

interface Pair {
  a: Statement;
  b: Statement;
  similarity: number;
}

/** Pairs that can be compared, found by what is rare in them; a step a statement. */
function* comparablePairs(statements: readonly Statement[]): Generator<void, Pair[]> {
  const counts = new Map<string, number>();
  for (const { matter } of statements) for (const key of matter.keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const count = (key: string) => counts.get(key) ?? 0;
  const byKey = new Map<string, Statement[]>();
  const pairs: Pair[] = [];
  for (const statement of statements) {
    const shared = [...statement.matter.keys]
      .filter((key) => count(key) > 1 && count(key) <= CROWD)
      .sort((x, y) => count(x) - count(y) || (x < y ? -1 : 1));
    const concepts = shared.filter((key) => key.startsWith('#'));
    const words = shared.filter((key) => !key.startsWith('#'));
    const others = new Set(
      [...concepts.slice(0, KEYS), ...words.slice(0, KEYS)].flatMap((key) => byKey.get(key) ?? []),
    );
    for (const other of others) {
      const similarity = compare(other, statement);
      if (similarity !== undefined && pairs.length < MOST_PAIRS) pairs.push({ a: other, b: statement, similarity });
    }
    for (const key of shared) {
      const list = byKey.get(key);
      if (list) list.push(statement);
      else byKey.set(key, [statement]);
    }
    yield;
  }
  return pairs;
}

/**
 * Statements of two sources about the same that differ in one measure, or in yes and no. Each must be what the other
 * source says that is most like it: where a nearer sentence agrees, nothing is found. Yields between small steps.
 */
export function* findContradictions(statements: readonly Statement[]): Generator<void, Contradiction[]> {
  const pairs = yield* comparablePairs(statements);
  const nearest = new Map<Statement, Map<string, number>>();
  const learn = (one: Statement, other: Statement, similarity: number) => {
    const bySource = nearest.get(one) ?? new Map<string, number>();
    nearest.set(one, bySource.set(sourceOf(other), Math.max(similarity, bySource.get(sourceOf(other)) ?? 0)));
  };
  for (const { a, b, similarity } of pairs) {
    learn(a, b, similarity);
    learn(b, a, similarity);
  }
  const agreed = new Set<string>();
  const isNearest = ({ a, b, similarity }: Pair) =>
    nearest.get(a)?.get(sourceOf(b)) === similarity && nearest.get(b)?.get(sourceOf(a)) === similarity;
  const close = pairs.filter(isNearest);
  for (const { a, b } of close)
    if (!difference(a, b)) {
      // Of several sentences that are equally near one agrees: the sources say the same.
      agreed.add(`${a.quote} ${sourceOf(b)}`);
      agreed.add(`${b.quote} ${sourceOf(a)}`);
    }
  return close
    .flatMap(({ a, b, similarity }) => {
      const values = difference(a, b);
      if (!values || agreed.has(`${a.quote} ${sourceOf(b)}`) || agreed.has(`${b.quote} ${sourceOf(a)}`)) return [];
      return [{ a, b, similarity, valueA: values[0], valueB: values[1] }];
    })
    .sort((x, y) => y.similarity - x.similarity);
}
