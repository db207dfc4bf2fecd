import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { DatabaseHandle } from '../../stores/database.ts';
import { withTestDatabase } from '../../testing/postgres.ts';
import { loadIntents } from '../../understanding/intents.ts';
import { loadModel } from '../../understanding/model-file.ts';
import { createDatasetService } from '../datasets/dataset-service.ts';
import { createLabelFiles } from '../labels/label-files.ts';
import { createModelStore } from '../models/model-store.ts';
import { createRunRows } from './run-rows.ts';
import { createTrainingService } from './training-service.ts';

const BY = { id: null, name: 'test' };
const catalogue = loadIntents();
let database: DatabaseHandle;
let dataset: number;

beforeAll(async () => {
  database = await withTestDatabase();
  const lines = ['打卡返现怎么参加', '晒图返现还有名额吗'].map((text) =>
    JSON.stringify({ text, requests: [{ text, intent: 'promotion_question' }] }),
  );
  const files = createLabelFiles({ db: database.db, catalogue });
  await files.import(lines.join('\n'), { format: 'own', dryRun: false, by: BY });
  dataset = (await datasets().create({ note: null, by: BY })).version;
});
afterAll(() => database.close());
beforeEach(() => database.db.deleteFrom('training_runs').execute());

const datasets = () => createDatasetService({ db: database.db, catalogue });
const service = () =>
  createTrainingService({
    runs: createRunRows(database.db),
    datasets: datasets(),
    models: createModelStore({ db: database.db, shipped: loadModel() }),
    shippedCases: () => [],
    shop: async () => ({ catalogue: [], timeZone: 'Asia/Shanghai' }),
    logger: pino({ level: 'silent' }),
  });

it('stops when it is cancelled, from any process, and lets the next run begin', async () => {
  const [here, elsewhere] = [service(), service()];
  const { id } = await here.train({ dataset, by: BY });
  await expect(elsewhere.train({ dataset, by: BY })).rejects.toMatchObject({ code: 'training_runs' });
  await elsewhere.cancel(id);
  await expect.poll(async () => (await elsewhere.get(id)).state).toBe('cancelled');
  await elsewhere.train({ dataset, by: BY });
  await elsewhere.close();
  await here.close();
});

it('fails with the reason when the process ends', async () => {
  const training = service();
  const { id } = await training.train({ dataset, by: BY });
  await training.close();
  expect(await service().get(id)).toMatchObject({ state: 'failed', errorCode: 'process_ended' });
});

it('fails with the reason when the process was killed and could tell nobody', async () => {
  const { run } = await createRunRows(database.db).begin({ kind: 'intents', dataset, by: BY });
  await database.db
    .updateTable('training_runs')
    .set({ lease_until: new Date(Date.now() - 1_000) })
    .where('id', '=', run.id)
    .execute();
  const training = service();
  expect(await training.get(run.id)).toMatchObject({ state: 'failed', errorCode: 'process_ended' });
  await expect(training.train({ dataset: 999, by: BY })).rejects.toMatchObject({ code: 'not_found' });
  await training.close();
});
