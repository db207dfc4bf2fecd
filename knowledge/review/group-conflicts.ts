import { createHash } from 'node:crypto';
import { normalize } from '../text/normalize.ts';
import type { Conflict, ConflictGroup, ConflictPoint, ConflictSide, ConflictVersion } from './ports.ts';

/** Places of one wording and points of one group that are told one by one; their counts are of all. */
const MOST_PLACES = 30;
const MOST_POINTS = 60;

/** Pairs that are looked at: nobody reads on beyond them, and each takes time of the process that answers. */
const MOST_PAIRS = 20_000;

const inOrder = new Intl.Collator('zh', { numeric: true });
const byTitle = (x: ConflictSide, y: ConflictSide): number => inOrder.compare(x.title, y.title);

const hashOf = (keys: string[]): string =>
  createHash('sha256').update(keys.sort().join('\u0000')).digest('hex').slice(0, 24);

const sourceOf = ({ kind, documentId }: ConflictSide): string => `${kind} ${documentId}`;

/** A sentence and what of it differs: one that differs in two measures is two points. */
const saidBy = ({ kind }: Conflict, { quote }: ConflictSide, value: string | null): string =>
  [kind, quote, value].join('\u0000');

/** Findings that hang together by what they say, each with the others of its point. */
function pointsOf(conflicts: readonly Conflict[]): Conflict[][] {
  const parents = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    // Long chains are looked through once.
    for (let at = key; at !== root; ) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  for (const one of conflicts) {
    const [a, b] = [rootOf(saidBy(one, one.a, one.valueA)), rootOf(saidBy(one, one.b, one.valueB))];
    if (a !== b) parents.set(a, b);
  }
  return [...Map.groupBy(conflicts, (one) => rootOf(saidBy(one, one.a, one.valueA))).values()];
}

/** Who says what: one entry a value, or a wording where nothing but the wording is told; the most said first. */
function versionsOf(conflicts: readonly Conflict[]): ConflictVersion[] {
  const sides = conflicts.flatMap(({ a, b, valueA, valueB }) => [
    { side: a, value: valueA },
    { side: b, value: valueB },
  ]);
  return [...Map.groupBy(sides, ({ side, value }) => normalize(value ?? side.quote)).values()]
    .flatMap((said) => {
      const [first] = said;
      if (!first) return [];
      const places = [...new Map(said.map(({ side }) => [`${side.passageId} ${side.quote}`, side])).values()];
      return [{ value: first.value, count: places.length, places: places.sort(byTitle).slice(0, MOST_PLACES) }];
    })
    .sort((x, y) => y.count - x.count);
}

function pointOf(conflicts: readonly Conflict[]): ConflictPoint {
  const ids = [...new Set(conflicts.map(({ id }) => id))];
  const [surest] = conflicts.toSorted((x, y) => y.similarity - x.similarity);
  return {
    ...{ id: hashOf(['point', ...ids]), ids },
    ...{ about: surest?.about ?? '', similarity: surest?.similarity ?? 0, versions: versionsOf(conflicts) },
  };
}

/**
 * Each thing that sources disagree on, or repeat, once, however many pairs of them do; together what the same sources
 * differ in, as two states of one handbook do. Contradictions first, then the surest.
 */
export function groupConflicts(conflicts: readonly Conflict[]): ConflictGroup[] {
  const points = pointsOf(conflicts.slice(0, MOST_PAIRS)).map((pairs) => {
    const sources = new Map(pairs.flatMap(({ a, b }) => [a, b]).map((side) => [sourceOf(side), side]));
    return { kind: pairs[0]?.kind ?? 'duplicate', point: pointOf(pairs), sources };
  });
  const bySources = Map.groupBy(points, ({ kind, sources }) => hashOf([kind, ...sources.keys()]));
  return [...bySources].flatMap(([id, same]) => {
    const [first] = same;
    if (!first) return [];
    const sorted = same.map(({ point }) => point).sort((x, y) => y.similarity - x.similarity);
    return [
      {
        ...{ id, kind: first.kind, points: sorted.slice(0, MOST_POINTS), pointCount: sorted.length },
        ...{
          sourceCount: first.sources.size,
          titles: [...first.sources.values()]
            .sort(byTitle)
            .map(({ title }) => title)
            .slice(0, 3),
        },
        ids: sorted.flatMap(({ ids }) => ids),
      },
    ];
  });
}

/** The pairs that an id stands for: of one pair, one point or one group. */
export function pairsOf(id: string, conflicts: readonly Conflict[]): string[] {
  if (conflicts.some((one) => one.id === id)) return [id];
  const groups = groupConflicts(conflicts);
  return [...groups, ...groups.flatMap(({ points }) => points)].find((one) => one.id === id)?.ids ?? [];
}
