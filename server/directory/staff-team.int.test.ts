import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseHandle } from '../../stores/database.ts';
import { withTestDatabase } from '../../testing/postgres.ts';
import { createAuditLog } from '../audit/audit-log.ts';
import { createStaffAccounts } from './staff-accounts.ts';
import { createStaffTeam, type TeamMember } from './staff-team.ts';

const PASSWORD = 'correct horse battery';
let database: DatabaseHandle;
let boss: TeamMember;

beforeAll(async () => {
  database = await withTestDatabase();
  const team = createStaffTeam(database.db);
  const { member, link } = await team.add({ email: 'boss@shop.example', name: 'Boss', role: 'admin' });
  await team.redeem(link.token, PASSWORD);
  boss = member;
});
afterAll(() => database.close());

it('lets a new member choose a password once, and ends earlier sign-ins with each new one', async () => {
  const team = createStaffTeam(database.db);
  const accounts = createStaffAccounts(database.db);
  const added = await team.add({ email: 'mei@shop.example', name: 'Mei', role: 'agent' });
  expect(added.member).toMatchObject({ disabled: false, lastLoginAt: null });
  await expect(team.add({ email: 'mei@shop.example', name: 'Other', role: 'qa' })).rejects.toMatchObject({
    code: 'known_address',
  });
  expect(await accounts.authenticate('mei@shop.example', '!')).toBeUndefined();

  const first = await team.redeem(added.link.token, PASSWORD);
  expect(await accounts.find(first.id, first.session)).toMatchObject({ name: 'Mei', role: 'agent' });
  await expect(team.redeem(added.link.token, 'another password')).rejects.toMatchObject({ code: 'link_void' });

  await expect(team.setPassword(first.id, { current: 'wrong', password: 'x' })).rejects.toMatchObject({
    code: 'wrong_password',
  });
  const second = await team.setPassword(first.id, { current: PASSWORD, password: `${PASSWORD} staple` });
  expect(await accounts.find(first.id, first.session)).toBeUndefined();
  expect(await accounts.find(first.id, second.session)).toBeDefined();

  const [old, fresh] = [await team.link(first.id), await team.link(first.id)];
  await expect(team.redeem(old.token, PASSWORD)).rejects.toMatchObject({ code: 'link_void' });
  await team.redeem(fresh.token, PASSWORD);
  expect(await accounts.find(first.id, second.session)).toBeUndefined();
});

it('closes an account at once and keeps an admin', async () => {
  const team = createStaffTeam(database.db);
  const accounts = createStaffAccounts(database.db);
  const { member, link } = await team.add({ email: 'li@shop.example', name: 'Li', role: 'qa' });
  const signedIn = await team.redeem(link.token, PASSWORD);
  const spare = await team.link(member.id);
  await team.change(member.id, { name: 'Li Wei', role: 'agent', disabled: true }, boss);
  expect(await accounts.find(member.id, signedIn.session)).toBeUndefined();
  expect(await accounts.authenticate('li@shop.example', PASSWORD)).toBeUndefined();
  await expect(team.redeem(spare.token, PASSWORD)).rejects.toMatchObject({ code: 'link_void' });
  await expect(team.link(member.id)).rejects.toMatchObject({ code: 'account_closed' });
  await team.change(member.id, { name: 'Li Wei', role: 'agent', disabled: false }, boss);
  expect(await accounts.authenticate('li@shop.example', PASSWORD)).toMatchObject({ name: 'Li Wei', role: 'agent' });

  for (const change of [
    { role: 'qa' as const, disabled: false },
    { role: 'admin' as const, disabled: true },
  ])
    await expect(team.change(boss.id, { name: 'Boss', ...change }, boss)).rejects.toMatchObject({
      code: 'own_account',
    });

  const other = await team.add({ email: 'second@shop.example', name: 'Second', role: 'admin' });
  const each = await Promise.allSettled([
    team.change(other.member.id, { name: 'Second', role: 'admin', disabled: true }, boss),
    team.change(boss.id, { name: 'Boss', role: 'admin', disabled: true }, other.member),
  ]);
  expect(each.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const admins = (await team.list()).filter(({ role, disabled }) => role === 'admin' && !disabled);
  expect(admins).toHaveLength(1);
});

it('tells who did what, by topic, person and page, and failed sign-ins of known accounts only', async () => {
  const log = createAuditLog(database.db);
  const subject = { kind: 'staff', id: boss.id };
  for (const action of ['staff.add', 'staff.link', 'document.publish'])
    await log.record({ action, actor: boss, subject, detail: { role: 'agent' } });
  await log.recordFailedLogin('nobody@shop.example');
  await log.recordFailedLogin('BOSS@shop.example');
  const actions = async (query: object) => (await log.list({ limit: 10, ...query })).map(({ action }) => action);
  expect(await actions({})).toEqual(['login.failed', 'document.publish', 'staff.link', 'staff.add']);
  expect(await actions({ action: 'staff' })).toEqual(['staff.link', 'staff.add']);
  expect(await actions({ action: 'staff.add', actorId: boss.id })).toEqual(['staff.add']);
  expect(await actions({ to: '2000-01-01T00:00:00Z' })).toEqual([]);
  const [newest, next] = await log.list({ limit: 2 });
  expect(newest).toMatchObject({ subject: 'Boss', actor: null });
  expect(next).toMatchObject({ actor: 'Boss', role: 'admin', detail: { role: 'agent' } });
  expect(await actions({ before: next?.id })).toEqual(['staff.link', 'staff.add']);
});
