import { type BenchResult, type BenchRow, holds } from './bench.ts';

const figure = (value: number) =>
  value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2 });

function aimText({ aim, unit }: BenchRow): string {
  if (!aim) return '';
  return 'atMost' in aim ? `≤ ${figure(aim.atMost)} ${unit}` : `≥ ${figure(aim.atLeast)} ${unit}`;
}

/** A bench's rows as an aligned table with the aims beside the figures. */
export function table({ rows, notes }: BenchResult): string {
  const lines = rows.map((row) => {
    const verdict = { true: 'ok', false: 'MISSED', undefined: '' }[
      String(holds(row)) as 'true' | 'false' | 'undefined'
    ];
    const value = `${figure(row.value)} ${row.unit}`;
    return `  ${row.name.padEnd(56)} ${value.padStart(16)}  ${aimText(row).padEnd(16)} ${verdict}`.trimEnd();
  });
  return [...lines, ...notes.map((note) => `  note: ${note}`)].join('\n');
}
