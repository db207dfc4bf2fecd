import type { Comparison } from '../../quality/models/compare.ts';
import type { GateVerdict } from '../../quality/models/gate.ts';
import type { ModelView } from '../../quality/models/ports.ts';

const percent = (value: number | null) => (value === null ? '–' : `${(value * 100).toFixed(1)}%`);
const LINES = 20;

/** A model in one line. */
export function modelLine({ version, kind, name, dataset, gate, createdAt, createdBy, ...model }: ModelView): string {
  // Version 0 stands for the models of the settings too, which is no news.
  const current = model.current.filter((task) => version > 0 || task === 'intents');
  const parts = [
    `${current.length > 0 ? '*' : ' '} ${String(version).padStart(4)}`,
    version === 0 ? 'shipped' : kind === 'model' ? name : `dataset ${dataset}`,
    gate ? (gate.passed ? 'gate passed' : 'gate not passed') : '',
    current.length > 0 ? `at work: ${current.join(', ')}` : '',
    createdAt ? `${createdAt.slice(0, 16).replace('T', ' ')} ${createdBy ?? ''}` : '',
  ];
  return parts.filter(Boolean).join('  ');
}

/** What a comparison found and what the gate says of it, as lines. */
export function comparisonLines(comparison: Comparison, gate: GateVerdict | null): string[] {
  const { accuracy, count, against } = comparison;
  const side = (name: string, part: keyof typeof accuracy.current) =>
    `${name.padEnd(22)} ${percent(accuracy.current[part]).padStart(7)} → ${percent(accuracy.candidate[part]).padStart(7)}`;
  const moved = Object.entries(comparison.intents)
    .filter(([, one]) => one.current.f1 !== one.candidate.f1)
    .sort(([, a], [, b]) => a.candidate.f1 - a.current.f1 - (b.candidate.f1 - b.current.f1));
  return [
    `compared with version ${against} on ${count.all} texts (${count.held} held back, ${count.shipped} shipped)`,
    side('all', 'all'),
    side('held back', 'held'),
    side('shipped', 'shipped'),
    side('Chinese', 'zh'),
    side('English', 'en'),
    ...(moved.length > 0 ? ['', 'intents whose F1 changes:'] : []),
    ...moved
      .slice(0, LINES)
      .map(
        ([id, one]) =>
          `  ${id.padEnd(26)} ${percent(one.current.f1).padStart(7)} → ${percent(one.candidate.f1).padStart(7)}  (${one.count})`,
      ),
    ...(comparison.changed.length > 0 ? ['', `texts whose verdict changes (${comparison.changed.length}):`] : []),
    ...comparison.changed
      .slice(0, LINES)
      .map(
        (one) => `  ${one.change.padEnd(8)} ${one.text}  ${one.current} → ${one.candidate} (expected ${one.expected})`,
      ),
    '',
    ...gateLines(gate),
  ];
}

function gateLines(gate: GateVerdict | null): string[] {
  if (!gate) return ['gate: not judged yet'];
  if (gate.passed) return ['gate: passed'];
  return [
    'gate: not passed',
    ...gate.reasons.map(({ code, intent, from, to, lost }) =>
      code === 'too_few_texts'
        ? `  only ${to} texts to compare on, ${from} are wanted`
        : `  ${intent ?? 'all'} fell from ${percent(from)} to ${percent(to)} (${lost} texts)`,
    ),
  ];
}
