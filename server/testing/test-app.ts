import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { SignJWT } from 'jose';
import { pino } from 'pino';
import type { ChannelService } from '../../channels/channel-service.ts';
import type { ChangeDesk } from '../../conversations/desk/change-desk.ts';
import type { OrderChanges } from '../../conversations/desk/changes/order-changes.ts';
import type { DeskTools } from '../../conversations/desk/desk-tools.ts';
import type { DeskTranslation } from '../../conversations/desk/desk-translation.ts';
import type { ConversationService, DeskService, StaffMember, TurnService } from '../../conversations/ports.ts';
import type { InsightService } from '../../insights/insight-service.ts';
import type { ChangeTrail } from '../../knowledge/changes/ports.ts';
import type { GapService } from '../../knowledge/gaps/ports.ts';
import type { DocumentService, FaqService } from '../../knowledge/ports.ts';
import type { ProductSentences } from '../../knowledge/products/ports.ts';
import type { PurgeService } from '../../knowledge/purge/ports.ts';
import type { ConflictService, PreviewService } from '../../knowledge/review/ports.ts';
import type { TermService } from '../../knowledge/terms/ports.ts';
import type { Retriever } from '../../knowledge/types.ts';
import type { Quality } from '../../quality/ports.ts';
import { createApp } from '../app.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { ConversationList } from '../directory/conversation-list.ts';
import type { DemoCustomers } from '../directory/demo-customers.ts';
import type { StaffAccounts } from '../directory/staff-accounts.ts';
import type { StaffTeam } from '../directory/staff-team.ts';
import { createMetrics } from '../metrics.ts';
import type { OperatorService } from '../settings/operator-service.ts';
import { createTokens } from '../tokens.ts';
import { strictFake } from './strict-fake.ts';

const SECRETS = { identity: 'i'.repeat(40), service: 's'.repeat(40) };

export const STAFF: StaffMember[] = (['knowledge', 'agent', 'qa', 'admin'] as const).map((role, place) => ({
  id: `00000000-0000-4000-8000-00000000000${place}`,
  email: `${role}@demo.local`,
  name: role,
  role,
}));

export interface Parts {
  turns?: Partial<TurnService>;
  conversations?: Partial<ConversationService>;
  desk?: Partial<DeskService>;
  deskTools?: Partial<DeskTools>;
  changeDesk?: Partial<ChangeDesk>;
  orderChanges?: Partial<OrderChanges>;
  deskTranslation?: Partial<DeskTranslation>;
  insights?: Partial<InsightService>;
  channels?: Partial<ChannelService>;
  documents?: Partial<DocumentService>;
  faqs?: Partial<FaqService>;
  terms?: Partial<TermService>;
  changes?: Partial<ChangeTrail>;
  productSentences?: Partial<ProductSentences>;
  purges?: Partial<PurgeService>;
  gaps?: Partial<GapService>;
  conflicts?: Partial<ConflictService>;
  preview?: Partial<PreviewService>;
  retriever?: Partial<Retriever>;
  benchAnswer?: AppDependencies['benchAnswer'];
  quality?: Partial<Quality>;
  importShopFiles?: AppDependencies['importShopFiles'];
  staff?: Partial<StaffAccounts>;
  team?: Partial<StaffTeam>;
  audit?: Partial<AuditLog>;
  operator?: Partial<OperatorService>;
  demoCustomers?: Partial<DemoCustomers>;
  list?: Partial<ConversationList>;
  rest?: Partial<AppDependencies>;
}

/** An app on strict fakes: only what a test names may be called. Whoever makes it closes it. */
export const createTestApp = (parts: Parts = {}): Promise<FastifyInstance> =>
  createApp({
    settings: { demo: true, rateLimit: 300 },
    logger: pino({ level: 'silent' }),
    secrets: SECRETS,
    directory: {
      staff: strictFake('staff', { find: async (id) => STAFF.find((member) => member.id === id), ...parts.staff }),
      team: strictFake('team', parts.team),
      demoCustomers: strictFake('demoCustomers', parts.demoCustomers),
      conversations: strictFake('list', parts.list),
    },
    audit: strictFake('audit', {
      record: async () => undefined,
      recordFailedLogin: async () => undefined,
      ...parts.audit,
    }),
    operator: strictFake('operator', parts.operator),
    environment: [],
    turns: strictFake('turns', parts.turns),
    conversations: strictFake('conversations', parts.conversations),
    desk: strictFake('desk', parts.desk),
    deskTools: strictFake('deskTools', parts.deskTools),
    changeDesk: strictFake('changeDesk', parts.changeDesk),
    orderChanges: strictFake('orderChanges', parts.orderChanges),
    deskTranslation: strictFake('deskTranslation', parts.deskTranslation),
    insights: strictFake('insights', parts.insights),
    channels: strictFake('channels', parts.channels),
    documents: strictFake('documents', parts.documents),
    faqs: strictFake('faqs', parts.faqs),
    terms: strictFake('terms', parts.terms),
    changes: strictFake('changes', parts.changes),
    productSentences: strictFake('productSentences', parts.productSentences),
    purges: strictFake('purges', parts.purges),
    gaps: strictFake('gaps', parts.gaps),
    conflicts: strictFake('conflicts', parts.conflicts),
    preview: strictFake('preview', parts.preview),
    retriever: strictFake('retriever', parts.retriever),
    importShopFiles: parts.importShopFiles ?? (() => Promise.reject(new Error('Unexpected call: importShopFiles'))),
    benchAnswer: parts.benchAnswer ?? (() => Promise.reject(new Error('Unexpected call: benchAnswer'))),
    quality: strictFake('quality', parts.quality),
    queue: { depth: async () => ({ waiting: 2, active: 1, failed: 0 }) },
    metrics: createMetrics(),
    readiness: [],
    webDir: '/nowhere',
    evalReportsDir: '/nowhere',
    ...parts.rest,
  });

/** Listens on a free port of the loopback. */
export async function listen(app: FastifyInstance): Promise<string> {
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** As the shop's own server signs: `claims` over the usual ones; undefined leaves one out. */
export async function customerToken(claims: Record<string, unknown> = {}, secret = SECRETS.identity): Promise<string> {
  const exp = Math.floor(Date.now() / 1000) + 600;
  return new SignJWT({ sub: 'C1', exp, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(secret));
}

export const asCustomer = async (claims?: Record<string, unknown>) => bearer(await customerToken(claims));

export const asVisitor = async () => bearer((await (await createTokens(SECRETS)).forVisitor()).token);

export async function asStaff(role: StaffMember['role']): Promise<{ authorization: string }> {
  const member = STAFF.find((one) => one.role === role);
  return bearer((await (await createTokens(SECRETS)).forStaff(member?.id ?? '')).token);
}
