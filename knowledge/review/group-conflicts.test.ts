import { expect, it } from 'vitest';
import { conflictId } from './conflict-id.ts';
import { groupConflicts, pairsOf } from './group-conflicts.ts';
import type { Conflict, ConflictSide } from './ports.ts';

const side = (documentId: string, quote: string): ConflictSide => ({
  ...{ passageId: `${documentId} ${quote}`, kind: 'document', documentId, title: `Guide ${documentId}`, page: null },
  ...{ heading: null, language: 'en', audience: 'public', quote },
});
const differs = (a: ConflictSide, valueA: string, b: ConflictSide, valueB: string, similarity = 1): Conflict => ({
  ...{ id: conflictId('contradiction', a.quote, b.quote), kind: 'contradiction', a, b, valueA, valueB, similarity },
  ...{ about: 'kayak hire', dismissed: false },
});

it('tells a conflict of many like documents once, with who says what', () => {
  const seven = ['a', 'b', 'c'].map((id) => side(id, 'A kayak is hired for 7 days.'));
  const nine = ['d', 'e'].map((id) => side(id, 'A kayak is hired for 9 days.'));
  const pairs = seven.flatMap((x) => nine.map((y) => differs(x, '7 days', y, '9 days')));
  const [group, ...more] = groupConflicts(pairs);
  expect(more).toEqual([]);
  expect(group).toMatchObject({ sourceCount: 5, pointCount: 1 });
  expect(group?.points[0]?.versions).toMatchObject([
    { value: '7 days', count: 3 },
    { value: '9 days', count: 2 },
  ]);
});

it('puts everything together in which the same two documents differ, and nothing of others', () => {
  const [old, now, other] = ['old', 'new', 'other'];
  const pairs = [
    differs(side(old, 'Hire costs 20 euros.'), '20 euros', side(now, 'Hire costs 25 euros.'), '25 euros'),
    differs(side(now, 'Paddles weigh 2 kg.'), '2 kg', side(old, 'Paddles weigh 3 kg.'), '3 kg', 0.9),
    differs(
      side(now, 'Vests are lent for 4 hours.'),
      '4 hours',
      side(other, 'Vests are lent for 6 hours.'),
      '6 hours',
      0.8,
    ),
  ];
  expect(groupConflicts(pairs).map(({ pointCount, sourceCount }) => [pointCount, sourceCount])).toEqual([
    [2, 2],
    [1, 2],
  ]);
});

it('tells one sentence that differs in two measures from different places as two points', () => {
  const both = 'A boat for 2 hours costs 30 euros.';
  const pairs = [
    differs(side('x', both), '2 hours', side('y', 'A boat for 3 hours costs 30 euros.'), '3 hours'),
    differs(side('x', both), '30 euros', side('z', 'A boat for 2 hours costs 40 euros.'), '40 euros'),
  ];
  expect(groupConflicts(pairs).flatMap(({ points }) => points.map(({ versions }) => versions.length))).toEqual([2, 2]);
});

it('finds what is set aside with a pair, a point or a whole group', () => {
  const pairs = [
    differs(side('x', 'Hire costs 20 euros.'), '20 euros', side('y', 'Hire costs 25 euros.'), '25 euros'),
    differs(side('x', 'Paddles weigh 2 kg.'), '2 kg', side('y', 'Paddles weigh 3 kg.'), '3 kg'),
  ];
  const [group] = groupConflicts(pairs);
  expect(pairsOf(pairs[1]?.id ?? '', pairs)).toEqual([pairs[1]?.id]);
  expect(pairsOf(group?.points[0]?.id ?? '', pairs)).toHaveLength(1);
  expect(pairsOf(group?.id ?? '', pairs).sort()).toEqual(pairs.map(({ id }) => id).sort());
  expect(pairsOf('unknown', pairs)).toEqual([]);
});
