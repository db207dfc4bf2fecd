import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createTranslator } from '../../graph/engines/openai/translate.ts';
import { type DeskFixture, openDeskFixture } from '../../testing/desk-fixture.ts';
import { startScriptedModel } from '../../testing/models/scripted-model.ts';
import { createDeskTranslation } from './desk-translation.ts';

let fixture: DeskFixture;
beforeAll(async () => {
  fixture = await openDeskFixture();
});
afterEach(() => fixture.closeProcesses());
afterAll(() => fixture.database.close());

it('translates what customers wrote, each message once, and says which could not be', async () => {
  const { caller, database } = fixture;
  const { say, conversations } = await fixture.start();
  const id = 'translated';
  await say(id, '我的快递到哪了');
  const [asked] = (await conversations.history(caller, id)).messages;
  if (!asked) throw new Error('No message.');
  let calls = 0;
  const translate = async () => {
    calls += 1;
    if (calls === 1) throw new Error('busy');
    return 'Where is my parcel';
  };
  const desk = createDeskTranslation({ db: database.db, translator: { model: 'm', translate } });
  const messageIds = [asked.id, 'of-nobody'];
  expect(await desk.messages(id, messageIds, 'en')).toEqual([{ messageId: asked.id, text: null }]);
  const done = [{ messageId: asked.id, text: 'Where is my parcel' }];
  expect(await desk.messages(id, messageIds, 'en')).toEqual(done);
  expect(await desk.messages(id, messageIds, 'en')).toEqual(done);
  expect(calls).toBe(2);
  expect(await desk.messages('another', messageIds, 'en')).toEqual([]);
  const none = createDeskTranslation({ db: database.db, translator: undefined });
  await expect(none.messages(id, messageIds, 'en')).rejects.toMatchObject({ code: 'no_model' });
});

it('translates an agent’s reply for the customer, and keeps what was written for the desk alone', async () => {
  const { caller, database, mei } = fixture;
  const { desk, say, conversations } = await fixture.start();
  const script = [{ text: 'Your parcel comes on Friday.' }, { text: 'Your parcel', finishReason: 'length' as const }];
  const model = await startScriptedModel({ script });
  onTestFinished(() => model.close());
  const at = { apiKey: 'scripted', baseUrl: model.url, model: 'scripted', embeddingModel: undefined };
  const translator = createTranslator({ model: { ...at, timeoutMs: 5_000 }, logger: pino({ level: 'silent' }) });
  const translation = createDeskTranslation({ db: database.db, translator });
  const id = 'reply-translated';
  await say(id, 'where is my parcel, I want a person');
  await conversations.handoff.request(caller, id);
  await desk.claim(id, mei);

  const original = '您的包裹周五到。';
  const { text, language } = await translation.reply(id, original);
  expect({ text, language }).toEqual({ text: 'Your parcel comes on Friday.', language: 'en' });
  expect(JSON.stringify(model.requests[0]?.messages)).toContain('English');
  await expect(translation.reply(id, original)).rejects.toMatchObject({ code: 'translation_failed', status: 503 });
  await expect(translation.reply('nowhere', original)).rejects.toMatchObject({ status: 404 });
  const none = createDeskTranslation({ db: database.db, translator: undefined });
  await expect(none.reply(id, original)).rejects.toMatchObject({ code: 'no_model' });

  await desk.reply(id, mei, text, { original });
  expect((await desk.open(id)).messages.at(-1)).toMatchObject({ author: 'agent', text, original });
  const seen = await conversations.history(caller, id);
  expect(seen.messages.at(-1)).toMatchObject({ author: 'agent', text });
  expect(JSON.stringify(seen)).not.toContain(original);
});
