import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { loadModel } from '../../understanding/model-file.ts';
import { createCatalogueIndex } from '../../understanding/slots/catalogue-index.ts';
import type { DialogueContext, Language, UnderstoodRequest } from '../../understanding/types.ts';
import { createUnderstanding } from '../../understanding/understand.ts';
import { type IntentCase, loadHeldBackCases, loadLabelled, loadOwnCases } from './cases.ts';
import { accuracyTrainedOn, keepFifth } from './generic.ts';
import { BITEXT_TO_OURS, CLINC_ALSO_OURS } from './mapping.ts';
import { type SplittingScores, scoreSplitting } from './requests.ts';

/** Shares of 1; the public sets are undefined when their files are not there. */
export interface IntentEvalResult {
  own: OwnScores;
  heldBack: OwnScores;
  splitting: Record<Language, SplittingScores>;
  /** The classifier's code trained on a public set: Banking77 less a fifth → that fifth, CLINC train → dev. */
  banking77?: number;
  clincTrained?: number;
  /** `rejected`: taken for none of our business. */
  bitext?: { count: number; accuracy: number; rejected: number; mistakes: Mistake[] };
  /** Share of another domain's utterances recognised as not ours: declined or asked back. */
  clincOutOfScope?: { count: number; recognised: number; mistakes: Mistake[] };
  clincOtherDomains?: { count: number; recognised: number; mistakes: Mistake[] };
  latency: { p50Ms: number; p99Ms: number };
}

export interface OwnScores {
  count: number;
  routeAccuracy: number;
  intentAccuracy: number;
  zhRouteAccuracy: number;
  enRouteAccuracy: number;
  mistakes: Mistake[];
  /** What each case should have been and was said to be. */
  intents: Array<[expected: string, said: string]>;
  routes: Array<[expected: string, said: string]>;
}

export interface Mistake {
  text: string;
  expected: string;
  said: string;
  confidence: number;
}

const FRESH: DialogueContext = {
  focusOrderIds: [],
  focusProductIds: [],
  pendingConfirmation: false,
  offeredHuman: false,
  fallbackLanguage: 'en',
};

/** Measures understanding on own held-back cases and on public sets below `datasets` (a folder; nothing there is trained on). */
export function runIntentEval({ datasets }: { datasets: string }): IntentEvalResult {
  const { understand } = createUnderstanding({
    model: loadModel(),
    catalogue: createCatalogueIndex([]),
    timeZone: 'Asia/Shanghai',
  });
  const times: number[] = [];
  const ask = (text: string): UnderstoodRequest => {
    const started = performance.now();
    const { requests } = understand(text, FRESH);
    times.push(performance.now() - started);
    const [first] = requests;
    if (!first) throw new Error('understand() returned no request');
    return first;
  };
  const root = pathToFileURL(datasets.endsWith('/') ? datasets : `${datasets}/`);
  const measure = <T>(path: string, run: (file: URL) => T): T | undefined => {
    const file = new URL(path, root);
    return existsSync(file) ? run(file) : undefined;
  };
  const own = measureOwn(loadOwnCases(), ask);
  const heldBack = measureOwn([...loadHeldBackCases('zh'), ...loadHeldBackCases('en')], ask);
  const split = (language: Language) =>
    scoreSplitting(language, (text) => understand(text, { ...FRESH, fallbackLanguage: language }).requests);
  const splitting = { zh: split('zh'), en: split('en') };
  const banking77 = measure('banking77/train.jsonl', (file) => {
    const { train, test } = keepFifth(loadLabelled(file));
    return accuracyTrainedOn(train, test);
  });
  const clincTrained = measure('clinc150/train.jsonl', (file) =>
    accuracyTrainedOn(loadLabelled(file), loadLabelled(new URL('dev.jsonl', file))),
  );
  const bitext = measure('bitext/dev.jsonl', (file) => measureBitext(file, ask));
  const clincOutOfScope = measure('clinc150/oos_dev.jsonl', (file) => measureNotOurs(file, ask));
  const clincOtherDomains = measure('clinc150/dev.jsonl', (file) => measureNotOurs(file, ask));
  times.sort((a, b) => a - b);
  return {
    own,
    heldBack,
    splitting,
    ...(banking77 !== undefined && { banking77 }),
    ...(clincTrained !== undefined && { clincTrained }),
    ...(bitext && { bitext }),
    ...(clincOutOfScope && { clincOutOfScope }),
    ...(clincOtherDomains && { clincOtherDomains }),
    latency: { p50Ms: quantile(times, 0.5), p99Ms: quantile(times, 0.99) },
  };
}

type Ask = (text: string) => UnderstoodRequest;

function measureOwn(cases: readonly IntentCase[], ask: Ask): OwnScores {
  const rows = cases.map((row) => ({ row, said: ask(row.text) }));
  const accuracy = (of: typeof rows): number =>
    of.filter(({ row, said }) => row.route === said.route).length / Math.max(1, of.length);
  return {
    count: rows.length,
    routeAccuracy: accuracy(rows),
    intentAccuracy: rows.filter(({ row, said }) => row.intent === said.intent).length / Math.max(1, rows.length),
    zhRouteAccuracy: accuracy(rows.filter(({ row }) => row.language === 'zh')),
    enRouteAccuracy: accuracy(rows.filter(({ row }) => row.language === 'en')),
    mistakes: rows
      .filter(({ row, said }) => row.route !== said.route)
      .map(({ row, said }) => mistake(row.text, `${row.intent}/${row.route}`, said)),
    intents: rows.map(({ row, said }) => [row.intent, said.intent]),
    routes: rows.map(({ row, said }) => [row.route, said.route]),
  };
}

function measureBitext(file: URL, ask: Ask): NonNullable<IntentEvalResult['bitext']> {
  const rows = loadLabelled(file).map((row) => ({ row, said: ask(row.text) }));
  const wrong = rows.filter(({ row, said }) => !BITEXT_TO_OURS[row.intent]?.includes(said.intent));
  return {
    count: rows.length,
    accuracy: (rows.length - wrong.length) / rows.length,
    rejected: rows.filter(({ said }) => isNotOurs(said)).length / rows.length,
    mistakes: wrong.map(({ row, said }) => mistake(row.text, row.intent, said)),
  };
}

function measureNotOurs(file: URL, ask: Ask): NonNullable<IntentEvalResult['clincOutOfScope']> {
  const rows = loadLabelled(file)
    .filter(({ intent }) => !CLINC_ALSO_OURS.has(intent))
    .map((row) => ({ row, said: ask(row.text) }));
  const wrong = rows.filter(({ said }) => !isNotOurs(said));
  return {
    count: rows.length,
    recognised: (rows.length - wrong.length) / rows.length,
    mistakes: wrong.map(({ row, said }) => mistake(row.text, row.intent, said)),
  };
}

/** Declined, asked back, or left to retrieval to find nothing. */
function isNotOurs({ route, intent }: UnderstoodRequest): boolean {
  return route === 'decline' || route === 'clarify' || intent === 'unclear';
}

function mistake(text: string, expected: string, said: UnderstoodRequest): Mistake {
  return { text, expected, said: `${said.intent}/${said.route}`, confidence: Math.round(said.confidence * 100) / 100 };
}

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
}
