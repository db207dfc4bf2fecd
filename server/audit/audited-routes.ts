/** How a change by staff is written into the audit log. */
export interface AuditedRoute {
  /** `topic.what`; the console has words for each (web/console/i18n/audit.ts). */
  action: string;
  /** What the route's id names, or what it makes. */
  subject?: string;
  /** Fields of the body that are kept: choices and settings, never what customers or colleagues wrote. */
  keep?: readonly string[];
}

const KNOWLEDGE = '/api/knowledge';
const DESK = '/api/desk';
const QA = '/api/qa';

/**
 * Changes by staff, by method and route. One that stands in neither list is recorded all the same, by its method and
 * route: a new route is never forgotten, it only lacks a name.
 */
export const AUDITED: Readonly<Record<string, AuditedRoute>> = {
  'POST /api/staff/members': { action: 'staff.add', subject: 'staff', keep: ['role'] },
  'PUT /api/staff/members/:id': { action: 'staff.change', subject: 'staff', keep: ['role', 'disabled'] },
  'POST /api/staff/members/:id/link': { action: 'staff.link', subject: 'staff' },
  'PUT /api/staff/password': { action: 'staff.password' },

  [`POST ${KNOWLEDGE}/documents`]: { action: 'document.add', subject: 'document' },
  [`POST ${KNOWLEDGE}/urls`]: { action: 'document.add_page', subject: 'document' },
  [`PUT ${KNOWLEDGE}/documents/:id`]: { action: 'document.replace', subject: 'document' },
  [`PATCH ${KNOWLEDGE}/documents/:id`]: {
    action: 'document.change',
    subject: 'document',
    keep: ['locale', 'audience'],
  },
  [`DELETE ${KNOWLEDGE}/documents/:id`]: { action: 'document.delete', subject: 'document' },
  [`POST ${KNOWLEDGE}/documents/:id/retry`]: { action: 'document.retry', subject: 'document' },
  [`PUT ${KNOWLEDGE}/documents/:id/sentences`]: {
    action: 'document.quote',
    subject: 'document',
    keep: ['quoted'],
  },
  [`POST ${KNOWLEDGE}/documents/:id/publish`]: { action: 'document.publish', subject: 'document' },
  [`POST ${KNOWLEDGE}/documents/:id/discard`]: { action: 'document.discard', subject: 'document' },
  [`POST ${KNOWLEDGE}/faqs`]: { action: 'faq.add', subject: 'faq' },
  [`PUT ${KNOWLEDGE}/faqs/:id`]: { action: 'faq.change', subject: 'faq' },
  [`PUT ${KNOWLEDGE}/faqs/:id/sentences`]: {
    action: 'faq.quote',
    subject: 'faq',
    keep: ['quoted'],
  },
  [`PUT ${KNOWLEDGE}/products/:id/sentences`]: {
    action: 'product.quote',
    subject: 'product',
    keep: ['quoted'],
  },
  [`DELETE ${KNOWLEDGE}/faqs/:id`]: { action: 'faq.delete', subject: 'faq' },
  [`POST ${KNOWLEDGE}/faqs/import`]: { action: 'faq.import' },
  [`POST ${KNOWLEDGE}/terms`]: { action: 'term.add', subject: 'term' },
  [`PUT ${KNOWLEDGE}/terms/:id`]: { action: 'term.change', subject: 'term' },
  [`DELETE ${KNOWLEDGE}/terms/:id`]: { action: 'term.delete', subject: 'term' },
  [`POST ${KNOWLEDGE}/terms/import`]: { action: 'term.import' },
  [`POST ${KNOWLEDGE}/gaps/:id/dismiss`]: { action: 'gap.dismiss', subject: 'gap' },
  [`POST ${KNOWLEDGE}/gaps/:id/restore`]: { action: 'gap.restore', subject: 'gap' },
  [`POST ${KNOWLEDGE}/conflicts/:id/dismiss`]: { action: 'conflict.dismiss', subject: 'conflict' },
  [`POST ${KNOWLEDGE}/conflicts/:id/restore`]: { action: 'conflict.restore', subject: 'conflict' },
  [`POST ${KNOWLEDGE}/purge`]: { action: 'knowledge.purge' },

  [`POST ${DESK}/approvals/:id`]: { action: 'approval.decide', subject: 'approval', keep: ['approve'] },
  [`POST ${DESK}/changes/:id/undo`]: { action: 'order_change.undo', subject: 'order_change' },
  [`POST ${DESK}/conversations/:id/changes`]: {
    action: 'order_change.propose',
    subject: 'conversation',
    keep: ['action', 'orderId'],
  },
  [`POST ${DESK}/conversations/:id/changes/:changeId/withdraw`]: {
    action: 'order_change.withdraw',
    subject: 'conversation',
  },
  [`POST ${DESK}/rules`]: { action: 'rule.add', subject: 'rule', keep: ['name', 'action', 'enabled'] },
  [`PUT ${DESK}/rules/:id`]: { action: 'rule.change', subject: 'rule', keep: ['name', 'action', 'enabled'] },
  [`PUT ${DESK}/rules/order`]: { action: 'rule.order' },
  [`DELETE ${DESK}/rules/:id`]: { action: 'rule.delete', subject: 'rule' },
  [`POST ${DESK}/canned-replies`]: { action: 'canned_reply.add', subject: 'canned_reply', keep: ['shortcut'] },
  [`PUT ${DESK}/canned-replies/:id`]: { action: 'canned_reply.change', subject: 'canned_reply', keep: ['shortcut'] },
  [`DELETE ${DESK}/canned-replies/:id`]: { action: 'canned_reply.delete', subject: 'canned_reply' },
  [`PUT ${DESK}/settings`]: {
    action: 'settings.desk',
    keep: ['nudgeAfter', 'releaseAfter', 'firstReplyWithin', 'replyWithin'],
  },

  [`POST ${QA}/models/:version/promote`]: { action: 'model.promote', subject: 'model', keep: ['task', 'force'] },
  [`POST ${QA}/models/rollback`]: { action: 'model.rollback', keep: ['task'] },
  [`PUT ${QA}/gate`]: { action: 'model.gate' },
  [`POST ${QA}/models/:version/compare`]: { action: 'model.compare', subject: 'model' },
  [`POST ${QA}/training`]: { action: 'model.train', keep: ['task'] },
  [`POST ${QA}/training/:id/cancel`]: { action: 'model.train_cancel', subject: 'training' },
  [`POST ${QA}/shadows`]: { action: 'model.shadow' },
  [`POST ${QA}/shadows/stop`]: { action: 'model.shadow_stop' },
  [`POST ${QA}/datasets`]: { action: 'dataset.add', subject: 'dataset' },
  [`POST ${QA}/labels/import`]: { action: 'label.import' },
  [`POST ${QA}/cases`]: { action: 'case.add', subject: 'case' },
  [`PUT ${QA}/cases/:id`]: { action: 'case.change', subject: 'case' },
  [`DELETE ${QA}/cases/:id`]: { action: 'case.delete', subject: 'case' },

  ...Object.fromEntries(
    ['shop', 'widget', 'handoff', 'recommendation', 'prices'].map((section) => [
      `PUT /api/settings/${section}`,
      { action: `settings.${section}` },
    ]),
  ),

  'POST /api/admin/shop/import': { action: 'shop.import' },
};

/** What changes nothing that lasts, and what leaves a trail of its own: talks at the desk, labels of turns. */
export const UNAUDITED: ReadonlySet<string> = new Set([
  'POST /api/staff/login',
  `POST ${KNOWLEDGE}/search`,
  `POST ${KNOWLEDGE}/preview`,
  `PUT ${DESK}/presence`,
  `PUT ${DESK}/conversations/:id/labels`,
  ...[
    'claim',
    'transfer',
    'release',
    'return',
    'resolve',
    'reply',
    'note',
    'typing',
    'suggest',
    'translations',
    'translate',
  ].map((step) => `POST ${DESK}/conversations/:id/${step}`),
  `PUT ${QA}/turns/:turnId/label`,
  `DELETE ${QA}/turns/:turnId/label`,
  `POST ${QA}/turns/:turnId/skip`,
  `POST ${QA}/labels/:id/settle`,
]);
