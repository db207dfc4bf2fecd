import type { Generated } from 'kysely';
import type { OrderStatus } from './order-statuses.ts';
import type { ChangeTables } from './schema/changes.ts';
import type { ChannelTables } from './schema/channels.ts';
import type { Counter, Created, Json, JsonDefault, Money, Timestamp } from './schema/columns.ts';
import type { DeskTables } from './schema/desk.ts';
import type { DocumentTables } from './schema/documents.ts';
import type { EvalTables } from './schema/evals.ts';
import type { InsightTables } from './schema/insights.ts';
import type { OrderTables } from './schema/orders.ts';
import type { QualityTables } from './schema/quality.ts';
import type { RecommendationTables } from './schema/recommendation.ts';
import type { StaffTables } from './schema/staff.ts';

/** A text of the shop: the same in both languages, or one a language. */
export type LocalText = string | { zh?: string; en?: string };
export type Language = 'zh' | 'en';

export type { OrderStatus };
export type ConversationStatus = 'bot' | 'waiting' | 'human' | 'closed';
export type StaffRole = 'knowledge' | 'agent' | 'qa' | 'admin';
export type OwnerKind = 'customer' | 'visitor';

export interface Database
  extends ChangeTables,
    ChannelTables,
    DeskTables,
    DocumentTables,
    EvalTables,
    InsightTables,
    OrderTables,
    QualityTables,
    RecommendationTables,
    StaffTables {
  settings: { key: string; value: Json<unknown> };
  products: {
    id: string;
    name: Json<LocalText>;
    category: Json<LocalText>;
    description: Json<LocalText>;
    price: Money;
    /** Null: the shop does not count it; neither "in stock" nor "sold out" may be said. */
    stock: number | null;
    variants: JsonDefault<
      Array<{ id: string; options: Record<string, LocalText | number>; price: number; stock: number | null }>
    >;
    attributes: JsonDefault<Record<string, unknown>>;
  };
  customers: {
    id: string;
    name: Json<LocalText>;
    email: string | null;
    phone: string | null;
    locale: string;
    addresses: JsonDefault<unknown[]>;
    /** [{id, kind, brand, lastFour, balance}] */
    payment_methods: JsonDefault<Array<Record<string, unknown>>>;
  };
  orders: {
    id: string;
    customer_id: string;
    status: OrderStatus;
    placed_at: Timestamp;
    total: Money;
    shipping_address: Json<unknown> | null;
    shipments: JsonDefault<unknown[]>;
    payments: JsonDefault<unknown[]>;
    refunds: JsonDefault<unknown[]>;
    invoices: JsonDefault<unknown[]>;
    extra: JsonDefault<Record<string, unknown>>;
  };
  order_items: {
    order_id: string;
    line: number;
    product_id: string | null;
    variant_id: string | null;
    name: Json<LocalText>;
    quantity: number;
    unit_price: Money;
  };
  conversations: {
    id: string;
    owner_kind: OwnerKind;
    owner_id: string;
    channel: Generated<string>;
    status: Generated<ConversationStatus>;
    language: Generated<Language>;
    next_seq: Counter;
    event_seq: Counter;
    dialogue: JsonDefault<Record<string, unknown>>;
    turn_owner: string | null;
    turn_lease_until: Timestamp | null;
    created_at: Created;
    updated_at: Created;
  };
  messages: {
    id: string;
    conversation_id: string;
    seq: Counter;
    author: 'customer' | 'bot' | 'agent' | 'system';
    staff_id: string | null;
    client_id: string | null;
    text: string;
    language: Language | null;
    body: JsonDefault<Record<string, unknown>>;
    created_at: Created;
  };
  turns: {
    id: Generated<string>;
    conversation_id: string;
    message_id: string;
    reply_id: string;
    seq: Counter;
    status: Generated<'queued' | 'running' | 'done' | 'failed'>;
    attempts: Generated<number>;
    locale: string | null;
    route: string | null;
    routes: Generated<string[]>;
    intent: string | null;
    confidence: number | null;
    language: Language | null;
    engine: string | null;
    degraded: Generated<boolean>;
    error_code: string | null;
    first_token_ms: number | null;
    total_ms: number | null;
    model_calls: Generated<number>;
    spared_calls: Generated<number>;
    input_tokens: Generated<number>;
    output_tokens: Generated<number>;
    trace: Json<unknown> | null;
    created_at: Created;
    finished_at: Timestamp | null;
  };
  conversation_events: {
    conversation_id: string;
    seq: Counter;
    type: string;
    payload: Json<Record<string, unknown>>;
    created_at: Created;
  };
  documents: {
    id: string;
    title: string;
    title_given: Generated<boolean>;
    source: 'upload' | 'url' | 'seed';
    url: string | null;
    file_name: string | null;
    mime: string | null;
    locale: Language | null;
    audience: Generated<string>;
    status: Generated<'queued' | 'processing' | 'ready' | 'failed' | 'review'>;
    step: string | null;
    progress: Generated<number>;
    pages: number | null;
    chunk_count: number | null;
    version: Generated<number>;
    live_version: number | null;
    error_code: string | null;
    error: string | null;
    tries: Generated<number>;
    starts: Generated<number>;
    reading: Json<{
      version: number;
      title: string;
      pages: number | null;
      pieces: number;
      warnings: Array<{ code: string; message: string; pages?: number[] }>;
    }> | null;
    content_hash: string | null;
    warnings: JsonDefault<Array<{ code: string; message: string; pages?: number[] }>>;
    bytes: number | null;
    updated_by: string | null;
    synced_at: Timestamp | null;
    hold: Generated<boolean>;
    live_file: Json<{
      fileName: string | null;
      mime: string | null;
      bytes: number | null;
      pages: number | null;
      chunks: number;
      /** Who handed it in; rows of older releases don't tell. */
      by?: string | null;
    }> | null;
    created_at: Created;
    updated_at: Created;
    deleted_at: Timestamp | null;
  };
  faqs: {
    id: string;
    question: Json<LocalText>;
    answer: Json<LocalText>;
    variants: JsonDefault<string[] | { zh?: string[]; en?: string[] }>;
    locale: Language | null;
    updated_by: string | null;
    created_at: Created;
    updated_at: Created;
  };
  knowledge_terms: {
    id: string;
    zh: string[];
    en: string[];
    note: string | null;
    updated_by: string | null;
    created_at: Created;
    updated_at: Created;
  };
  knowledge_changes: {
    id: Generated<number>;
    at: Created;
    actor_id: string | null;
    actor: string | null;
    action: string;
    kind: string;
    subject_id: string;
    title: Generated<string>;
  };
  knowledge_dismissals: {
    kind: 'gap' | 'conflict';
    key: string;
    dismissed_by: string | null;
    created_at: Created;
  };
  chunks: {
    id: string;
    source_kind: 'document' | 'faq' | 'product';
    source_id: string;
    version: Generated<number>;
    ordinal: number;
    title: string;
    page: number | null;
    heading: string | null;
    text: string;
    language: Language;
    audience: Generated<string>;
    content_hash: string;
    keywords: Generated<string>;
    clean_mark: Generated<string | null>;
    live: Generated<boolean>;
    deleted: Generated<boolean>;
    revision: Counter;
    created_at: Created;
  };
  embeddings: { content_hash: string; model: string; vector: number[] };
  purges: {
    id: Generated<string>;
    kind: 'full' | 'light';
    state: Generated<'queued' | 'running' | 'done' | 'failed'>;
    step: string | null;
    requested_by: string | null;
    revision: number | null;
    result: JsonDefault<Record<string, unknown>>;
    error: string | null;
    requested_at: Created;
    started_at: Timestamp | null;
    finished_at: Timestamp | null;
  };
  unanswered_questions: {
    id: Generated<number>;
    conversation_id: string;
    message_id: string;
    question: string;
    language: Language;
    topic: string;
    created_at: Created;
  };
}
