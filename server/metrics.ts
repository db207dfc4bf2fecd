import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** How a turn ended, for the counters. Times in milliseconds. */
export interface TurnObservation {
  /** Null for a turn that got no reply. */
  route: string | null;
  engine: string | null;
  /** 'dropped': a person took the conversation before the reply. */
  status: 'done' | 'failed' | 'dropped';
  degraded: boolean;
  errorCode: string | null;
  firstTokenMs: number | null;
  totalMs: number;
}

/** How the work on a handed-in file ended. Seconds by step. */
export interface FileObservation {
  outcome: 'ready' | 'review' | 'failed' | 'broke';
  reason: string | null;
  pages: number | null;
  seconds: Partial<Record<string, number>>;
}

/** What the process tells Prometheus; one registry a process. */
export interface Metrics {
  registry: Registry;
  turnEnded(observation: TurnObservation): void;
  /** A call of the model, or one that a confident local decision spared. */
  modelCalled(call: { purpose: string; outcome: string; ms: number }): void;
  breakerChanged(state: 'closed' | 'half-open' | 'open'): void;
  fileIngested(observation: FileObservation): void;
  /** Product cards that were shown, clicked or put into the basket, for the first time. */
  cardsUsed(kind: 'shown' | 'clicked' | 'added', count: number): void;
  /** By the stable code of an error that a caller got to see. */
  error(code: string): void;
  openStreams: Gauge;
  httpSeconds: Histogram<'method' | 'route' | 'status'>;
}

const FAST = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30];
const SLOW = [0.01, 0.05, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300];

/** Makes the registry with the process's own figures and all of Kefu's. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const turns = new Counter({
    name: 'kefu_turns_total',
    help: 'Turns by route, engine and how they ended',
    labelNames: ['route', 'engine', 'status'],
    registers,
  });
  const degradedTurns = new Counter({
    name: 'kefu_turns_degraded_total',
    help: 'Turns that the local engine took over from a failing upstream',
    registers,
  });
  const firstToken = new Histogram({
    name: 'kefu_first_token_seconds',
    help: 'From the start of a turn to its first text',
    labelNames: ['engine'],
    buckets: FAST,
    registers,
  });
  const turnSeconds = new Histogram({
    name: 'kefu_turn_seconds',
    help: 'Whole turns',
    labelNames: ['engine'],
    buckets: FAST,
    registers,
  });
  const modelCalls = new Counter({
    name: 'kefu_model_calls_total',
    help: 'Calls of the model by purpose and outcome; spared: the local engine was sure enough',
    labelNames: ['purpose', 'outcome'],
    registers,
  });
  let routed = 0;
  let spared = 0;
  const sparedShare = new Gauge({
    name: 'kefu_model_routes_spared_share',
    help: 'Share of messages that a confident local decision spared the router, since the start; 0 to 1',
    registers,
  });
  const breakerOpen = new Gauge({
    name: 'kefu_model_breaker_open',
    help: '1 while calls are kept from a failing model upstream, 0.5 while one call tries it',
    registers,
  });
  const modelSeconds = new Histogram({
    name: 'kefu_model_call_seconds',
    help: 'Calls of the model',
    labelNames: ['purpose'],
    buckets: FAST,
    registers,
  });
  const files = new Counter({
    name: 'kefu_ingested_files_total',
    help: 'Files that the worker has worked on, by how that ended and, where they failed, the reason',
    labelNames: ['outcome', 'reason'],
    registers,
  });
  const pages = new Counter({ name: 'kefu_ingested_pages_total', help: 'Pages of files that were read', registers });
  const stepSeconds = new Histogram({
    name: 'kefu_ingest_step_seconds',
    help: 'Steps of the work on a file: load, split, embed, publish',
    labelNames: ['step'],
    buckets: SLOW,
    registers,
  });
  const errors = new Counter({
    name: 'kefu_errors_total',
    help: 'Errors by their code',
    labelNames: ['code'],
    registers,
  });
  const cards = new Counter({
    name: 'kefu_product_cards_total',
    help: 'Product cards that were shown, clicked or put into the basket',
    labelNames: ['kind'],
    registers,
  });
  return {
    registry,
    turnEnded({ status, degraded, errorCode, firstTokenMs, totalMs, ...turn }) {
      const engine = turn.engine ?? 'none';
      turns.inc({ route: turn.route ?? 'none', engine, status });
      if (degraded) degradedTurns.inc();
      if (status === 'failed') errors.inc({ code: errorCode ?? 'internal_error' });
      if (firstTokenMs !== null) firstToken.observe({ engine }, firstTokenMs / 1000);
      turnSeconds.observe({ engine }, totalMs / 1000);
    },
    modelCalled({ purpose, outcome, ms }) {
      modelCalls.inc({ purpose, outcome });
      if (purpose === 'route') {
        routed += 1;
        if (outcome === 'spared') spared += 1;
        sparedShare.set(spared / routed);
      }
      if (outcome !== 'spared') modelSeconds.observe({ purpose }, ms / 1000);
    },
    breakerChanged: (state) => breakerOpen.set({ closed: 0, 'half-open': 0.5, open: 1 }[state]),
    fileIngested({ outcome, reason, pages: read, seconds }) {
      files.inc({ outcome, reason: reason ?? 'none' });
      if (read !== null) pages.inc(read);
      for (const [step, took] of Object.entries(seconds)) if (took !== undefined) stepSeconds.observe({ step }, took);
    },
    cardsUsed: (kind, count) => cards.inc({ kind }, count),
    error: (code) => errors.inc({ code }),
    openStreams: new Gauge({ name: 'kefu_open_streams', help: 'Streams open to clients', registers }),
    httpSeconds: new Histogram({
      name: 'kefu_http_request_seconds',
      help: 'HTTP requests by route; streams count until their end',
      labelNames: ['method', 'route', 'status'],
      buckets: FAST,
      registers,
    }),
  };
}
