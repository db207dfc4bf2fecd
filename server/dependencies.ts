import type { ChannelService } from '../channels/channel-service.ts';
import type { Settings } from '../config/env.ts';
import type { Logger } from '../config/logger.ts';
import type { ChangeDesk } from '../conversations/desk/change-desk.ts';
import type { OrderChanges } from '../conversations/desk/changes/order-changes.ts';
import type { DeskTools } from '../conversations/desk/desk-tools.ts';
import type { DeskTranslation } from '../conversations/desk/desk-translation.ts';
import type { ConversationService, DeskService, TurnService } from '../conversations/ports.ts';
import type { Citation } from '../graph/turn-result.ts';
import type { IngestQueue } from '../ingest/queue.ts';
import type { InsightService } from '../insights/insight-service.ts';
import type { ChangeTrail } from '../knowledge/changes/ports.ts';
import type { GapService } from '../knowledge/gaps/ports.ts';
import type { DocumentService, FaqService } from '../knowledge/ports.ts';
import type { ProductSentences } from '../knowledge/products/ports.ts';
import type { PurgeService } from '../knowledge/purge/ports.ts';
import type { ConflictService, PreviewService } from '../knowledge/review/ports.ts';
import type { TermService } from '../knowledge/terms/ports.ts';
import type { Hit, Retriever } from '../knowledge/types.ts';
import type { Quality } from '../quality/ports.ts';
import type { Language } from '../stores/schema.ts';
import type { AuditLog } from './audit/audit-log.ts';
import type { Directory } from './directory/directory.ts';
import type { Secrets } from './identity.ts';
import type { Metrics } from './metrics.ts';
import type { EnvironmentFact } from './routes/settings.ts';
import type { ImportShopFiles } from './routes/shop-import.ts';
import type { Readiness } from './schemas.ts';
import type { OperatorService } from './settings/operator-service.ts';

/** What a check may tell beside "up": numbers and names that anyone may read. */
export type ReadinessReport = Omit<Readiness['dependencies'][string], 'state' | 'required' | 'ms' | 'message'> & {
  state: 'up' | 'building' | 'repairing';
};

/** One thing that the service depends on; `check` rejects when it is out of reach. */
export interface ReadinessCheck {
  name: string;
  /** False: without it the service answers, only less well, so it is reported but never turns /readyz to 503. */
  required: boolean;
  check(): Promise<ReadinessReport | undefined>;
}

/** What the local engine would reply to a question from the passages that were found. */
export type BenchAnswer = (input: {
  question: string;
  hits: Hit[];
  language: Language;
}) => Promise<{ answered: boolean; text: string; citations: Citation[]; engine: string }>;

/** Limits that tests make small; the defaults are meant for production. */
export interface ServerLimits {
  /** Chat requests that may be on their way to a stored message at once. */
  openingTurns: number;
  /** Longest time that a client may leave a stream unread. */
  stallMs: number;
  heartbeatMs: number;
  uploadBytes: number;
}

/** All that {@link createApp} is made from; main.ts composes it and closes what it opened itself. */
export interface AppDependencies {
  settings: Pick<Settings, 'demo' | 'rateLimit'>;
  logger: Logger;
  secrets: Secrets;
  directory: Directory;
  audit: AuditLog;
  operator: OperatorService;
  environment: EnvironmentFact[];
  turns: TurnService;
  conversations: ConversationService;
  desk: DeskService;
  deskTools: DeskTools;
  changeDesk: ChangeDesk;
  orderChanges: OrderChanges;
  deskTranslation: DeskTranslation;
  insights: InsightService;
  channels: ChannelService;
  documents: DocumentService;
  faqs: FaqService;
  terms: TermService;
  changes: ChangeTrail;
  productSentences: ProductSentences;
  purges: PurgeService;
  gaps: GapService;
  conflicts: ConflictService;
  preview: PreviewService;
  retriever: Retriever;
  benchAnswer: BenchAnswer;
  quality: Quality;
  importShopFiles: ImportShopFiles;
  queue: Pick<IngestQueue, 'depth'>;
  metrics: Metrics;
  readiness: ReadinessCheck[];
  /** Where the web build lies (web/dist). */
  webDir: string;
  /** Where eval runs lie (evals/reports). */
  evalReportsDir: string;
  limits?: Partial<ServerLimits>;
}
