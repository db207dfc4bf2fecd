import type { ModelCard } from '../model-file.ts';
import type { Language, Route } from '../types.ts';
import { calibrationError, type Prediction } from './calibrate.ts';

export interface ReportOptions {
  intents: readonly string[];
  routeOf: ReadonlyMap<string, Route>;
  folds: number;
  threshold: number;
}

/** What cross-validation found, for the model's card; no dates, so the same data give the same file. */
export function reportMetrics(
  predictions: readonly Prediction[],
  options: ReportOptions,
): Pick<ModelCard, 'metrics' | 'perIntent' | 'confusion'> {
  const { intents, routeOf, folds, threshold } = options;
  const name = (label: number): string => intents[label] ?? '';
  const right = ({ row, said }: Prediction): boolean => row.label === said;
  const share = (rows: readonly Prediction[], test: (p: Prediction) => boolean): number =>
    round(rows.filter(test).length / Math.max(1, rows.length));
  const inLanguage = (language: Language): Prediction[] =>
    predictions.filter(({ row }) => row.utterance.language === language);
  const inScope = predictions.filter(({ row }) => routeOf.get(name(row.label)) !== 'decline');
  const confusion: ModelCard['confusion'] = {};
  for (const { row, said } of predictions) {
    if (row.label === said) continue;
    const counts = confusion[name(row.label)] ?? {};
    confusion[name(row.label)] = counts;
    counts[name(said)] = (counts[name(said)] ?? 0) + 1;
  }
  const perIntent: ModelCard['perIntent'] = {};
  for (const [label, id] of intents.entries()) {
    const actual = predictions.filter(({ row }) => row.label === label);
    const said = predictions.filter((p) => p.said === label);
    perIntent[id] = { count: actual.length, precision: share(said, right), recall: share(actual, right) };
  }
  const metrics = {
    folds,
    utterances: predictions.length,
    accuracy: share(predictions, right),
    routeAccuracy: share(predictions, ({ row, said }) => routeOf.get(name(row.label)) === routeOf.get(name(said))),
    zhAccuracy: share(inLanguage('zh'), right),
    enAccuracy: share(inLanguage('en'), right),
    calibrationError: round(calibrationError(predictions)),
    rejected: share(inScope, ({ confidence }) => confidence < threshold),
    errorsCaught: share(
      predictions.filter((p) => !right(p)),
      ({ confidence }) => confidence < threshold,
    ),
  };
  return { metrics, perIntent, confusion };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
