import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createRunningShop } from '../contract/running-shop.ts';
import type { HttpReply } from '../http-client.ts';
import { type Program, startProgram } from '../programs/program.ts';
import { CUP_SHOP, shopFolder } from './cup-shop.ts';

let program: Program;
const shop = createRunningShop(() => program);

beforeAll(async () => {
  const { folder, remove } = await shopFolder(CUP_SHOP);
  program = await startProgram({ shopDir: folder, env: { REDIS_URL: '' }, waitForKnowledge: false });
  await remove();
}, 240_000);
afterAll(() => program?.close());

const approvalsSchema = z.array(z.looseObject({ id: z.string(), conversationId: z.string() }));
const rowsSchema = z.array(
  z.looseObject({
    id: z.number(),
    action: z.string(),
    orderId: z.string().nullable(),
    undoable: z.boolean(),
    notUndoable: z.string().nullable(),
    undoneBy: z.number().nullable(),
  }),
);
const messagesSchema = z.object({
  messages: z.array(z.object({ author: z.string(), text: z.string() })),
  // How each of the talk's changes stands.
  outcomes: z.record(
    z.string(),
    z.object({ status: z.string() }).transform(({ status }) => status),
  ),
});
const code = ({ body }: HttpReply) => z.object({ code: z.string() }).parse(body).code;

/** The customer says it and then yes; resolves with the conversation. */
async function wished(customerId: string, ...lines: string[]): Promise<string> {
  let conversationId: string | undefined;
  for (const line of lines) {
    const answer = await shop.asked(customerId, line, conversationId);
    conversationId = answer.conversationId;
  }
  return conversationId ?? '';
}
const agent = () => shop.staff('agent');
const approvals = async (query = '') =>
  approvalsSchema.parse((await (await agent()).get(`/api/desk/approvals${query}`)).body);
const ledger = async (query = '') =>
  rowsSchema.parse((await (await agent()).get(`/api/desk/changes?language=en${query}`)).body);
const talk = async (customerId: string, id: string) =>
  messagesSchema.parse((await (await shop.customer(customerId)).get(`/api/conversations/${id}`)).body);

const MINE = ['cancel order CU-50001', 'ordered by mistake', 'yes'];
const HERS = ['取消订单 CU-50003，no longer needed', '确认'];

describe('approvals', () => {
  it('wait with all that decides them: who, what, why a person, how much', async () => {
    const id = await wished('ada', ...MINE);
    const [approval] = await approvals(`?conversationId=${id}`);
    expect(approval).toMatchObject({
      customerId: 'ada',
      customerName: 'Ada Byron',
      orderId: 'CU-50001',
      order: { status: 'paid', total: 50 },
      action: 'cancel_order',
      amount: 50,
      currency: 'USD',
      reason: 'ordered by mistake',
      fault: false,
      rule: { above: 40, text: { en: 'Orders can be cancelled until they leave. (Refunds, 1)' } },
      proposedBy: null,
      byDesk: false,
      decided: null,
    });
    expect(approval?.changes).toEqual(expect.arrayContaining([expect.objectContaining({ to: expect.anything() })]));
    expect(await ledger('&orderId=CU-50001')).toEqual([]);
    const seen = z
      .object({ approvals: approvalsSchema })
      .parse((await (await agent()).get(`/api/desk/conversations/${id}`)).body);
    expect(seen.approvals).toEqual([approval]);
    expect((await talk('ada', id)).outcomes).toEqual({ [approval?.id ?? '']: 'awaiting_approval' });
  });

  it('are the desk’s alone, and unknown ones are not found', async () => {
    const [approval] = await approvals();
    const path = `/api/desk/approvals/${approval?.id}`;
    for (const role of ['knowledge', 'qa'] as const) {
      expect((await (await shop.staff(role)).get('/api/desk/approvals')).status).toBe(403);
      expect((await (await shop.staff(role)).post(path, { approve: true })).status).toBe(403);
    }
    expect((await (await shop.customer('ada')).post(path, { approve: true })).status).toBe(403);
    expect((await shop.anyone().post(path, { approve: true })).status).toBe(401);
    for (const unknown of ['5b0f1c3e-0000-4000-8000-000000000000', 'nothing'])
      expect((await (await agent()).post(`/api/desk/approvals/${unknown}`, { approve: true })).status).toBe(404);
    for (const body of [{}, { approve: 'yes' }, { approve: true, note: 'x'.repeat(501) }])
      expect((await (await agent()).post(path, body)).status).toBe(400);
    expect(await approvals()).toHaveLength(1);
  });

  it('are decided by the first of two colleagues; the customer hears it once, and the card follows', async () => {
    const [approval] = await approvals();
    if (!approval) throw new Error('No approval.');
    const live = (await shop.customer('ada')).events(`/api/conversations/${approval.conversationId}/events`, {
      until: ({ data }) => data.includes('"done"'),
      limitMs: 20_000,
    });
    const decide = async (role: 'agent' | 'admin', approve: boolean) =>
      (await shop.staff(role)).post(`/api/desk/approvals/${approval.id}`, { approve });
    const replies = await Promise.all([decide('agent', true), decide('admin', true)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = await decide('admin', false);
    expect([late.status, code(late)]).toEqual([409, 'approval_decided']);
    expect(await approvals()).toEqual([]);
    const { messages, outcomes } = await talk('ada', approval.conversationId);
    expect(messages.filter(({ text }) => text.startsWith('Your request was approved.'))).toHaveLength(1);
    expect(outcomes).toEqual({ [approval.id]: 'done' });
    expect(JSON.stringify(await live)).toContain('done');
    expect(await ledger('&orderId=CU-50001')).toMatchObject([
      { action: 'cancel_order', approvedBy: expect.stringMatching(/Agent|Admin/), reason: 'ordered by mistake' },
    ]);
  });

  it('refused change nothing, and the customer hears why in their language', async () => {
    const id = await wished('lin', ...HERS);
    const [approval] = await approvals();
    const refused = await (await agent()).post(`/api/desk/approvals/${approval?.id}`, {
      approve: false,
      note: '已经打包。',
    });
    expect(refused.body).toEqual({ outcome: 'rejected' });
    expect((await talk('lin', id)).messages.at(-1)?.text).toBe('您的申请没有通过审核，没有做任何改动。已经打包。');
    expect(await ledger('&orderId=CU-50003')).toEqual([]);
  });
});

describe('the ledger', () => {
  const addresses = ['5 Elm Road, Springfield', '9 Oak Lane, Springfield'];
  beforeAll(async () => {
    for (const address of addresses) await wished('ada', `change the address of order CU-50002 to ${address}`, 'yes');
    await wished('ada', 'cancel order CU-50004', 'no longer needed', 'yes');
  });

  it('is narrowed down by kind, order, customer, days, state and words, page by page', async () => {
    const all = await ledger();
    expect(all.map(({ action }) => action)).toEqual([
      'cancel_order',
      'change_address',
      'change_address',
      'cancel_order',
    ]);
    const ids = async (query: string) => (await ledger(query)).map(({ id }) => id);
    const [cancelled, second, first, approved] = all.map(({ id }) => id);
    expect(await ids('&action=change_address')).toEqual([second, first]);
    expect(await ids('&orderId=CU-50004')).toEqual([cancelled]);
    expect(await ids('&customerId=lin')).toEqual([]);
    // The second says what the address was before.
    expect(await ids('&q=elm%20road')).toEqual([second, first]);
    expect(await ids('&q=BY%20MISTAKE')).toEqual([approved]);
    expect(await ids('&q=%25')).toEqual([]);
    expect(await ids('&q=byron&action=cancel_order')).toEqual([cancelled, approved]);
    expect(await ids('&state=undone')).toEqual([]);
    expect(await ids('&state=done')).toEqual([cancelled, second, first, approved]);
    expect(await ids('&limit=2')).toEqual([cancelled, second]);
    expect(await ids(`&limit=2&before=${second}`)).toEqual([first, approved]);
    const now = new Date();
    expect(await ids(`&from=${new Date(now.getTime() + 60_000).toISOString()}`)).toEqual([]);
    expect(await ids(`&to=${new Date(now.getTime() - 3_600_000).toISOString()}`)).toEqual([]);
    for (const bad of ['limit=0', 'limit=201', 'before=x', 'from=yesterday', 'state=maybe', 'language=fr'])
      expect((await (await agent()).get(`/api/desk/changes?${bad}`)).status, bad).toBe(400);
    expect((await (await shop.staff('qa')).get('/api/desk/changes')).status).toBe(403);
    expect((await (await shop.staff('qa')).get('/api/desk/changes/export')).status).toBe(403);
  });

  it('tells which change may be taken back, and why another may not', async () => {
    const [cancelled, second, first] = await ledger();
    expect(second).toMatchObject({ undoable: true, notUndoable: null });
    expect(first).toMatchObject({ undoable: false, notUndoable: expect.stringContaining('has changed since') });
    expect(cancelled).toMatchObject({ undoable: false, notUndoable: expect.stringContaining('not taken back') });
    const undo = async (id: number | undefined, body: object = {}) =>
      (await agent()).post(`/api/desk/changes/${id}/undo`, { language: 'en', ...body });
    for (const one of [cancelled, first]) expect(code(await undo(one?.id))).toBe('not_undoable');
    expect((await undo(99_999)).status).toBe(404);
    expect((await (await agent()).post('/api/desk/changes/x/undo', {})).status).toBe(400);
    expect((await (await shop.staff('qa')).post(`/api/desk/changes/${second?.id}/undo`, {})).status).toBe(403);
    expect((await (await shop.customer('ada')).post(`/api/desk/changes/${second?.id}/undo`, {})).status).toBe(403);
    expect(await ledger()).toHaveLength(4);
  });

  it('takes a change back once, for the first of two presses, and tells the customer', async () => {
    const [, second, first] = await ledger();
    const undo = async () =>
      (await agent()).post(`/api/desk/changes/${second?.id}/undo`, {
        note: 'It was the wrong street.',
        language: 'en',
      });
    const replies = await Promise.all([undo(), undo()]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(code(await undo())).toBe('change_undone');
    const [undoing] = await ledger();
    expect(undoing).toMatchObject({
      action: 'undo_change',
      undoes: second?.id,
      byDesk: true,
      proposedBy: expect.stringContaining('Agent'),
      reason: 'It was the wrong street.',
      undoable: false,
    });
    expect(await ledger('&state=undone')).toMatchObject([{ id: second?.id, undoneBy: undoing?.id, undoable: false }]);
    // The one before it is the latest again, as it left the order.
    expect((await ledger()).find(({ id }) => id === first?.id)).toMatchObject({ undoable: true });
    const { messages } = await talk('ada', z.string().parse(second?.conversationId));
    const told = messages.filter(({ author }) => author === 'system').map(({ text }) => text);
    expect(told).toEqual([expect.stringMatching(/^A colleague took an earlier change back\..*wrong street\.$/)]);
    expect((await shop.asked('ada', 'show the details of order CU-50002')).text).toContain('5 Elm Road');
  });

  it('goes out as a sheet, narrowed down alike', async () => {
    const sheet = await (await agent()).get('/api/desk/changes/export?language=en&action=change_address');
    expect(sheet.headers.get('content-type')).toContain('text/csv');
    expect(sheet.headers.get('content-disposition')).toMatch(/order-changes-\d{4}-\d\d-\d\d\.csv/);
    const lines = String(sheet.body).trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('id,at,action,order,customer_id,customer');
    expect(lines[1]).toContain('9 Oak Lane');
  });
});
