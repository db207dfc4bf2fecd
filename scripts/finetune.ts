/** `npm run finetune`: fine-tunes a model on the labels through the OpenAI-compatible API, follows the job, registers the outcome. */
import { parseArgs } from 'node:util';
import { AppError } from '../config/errors.ts';
import { createLocalEngine } from '../graph/engines/local.ts';
import { evaluateRouters } from '../quality/finetune/evaluate-router.ts';
import { fineTuneRows } from '../quality/finetune/finetune-rows.ts';
import { createModelPredictor, settingsRouter } from '../quality/finetune/model-predictor.ts';
import { createFineTunes } from '../quality/finetune/openai-finetunes.ts';
import { runFineTune } from '../quality/finetune/run-finetune.ts';
import { sampledText } from '../quality/training/to-utterances.ts';
import { loadModel } from '../understanding/model-file.ts';
import { createCatalogueIndex } from '../understanding/slots/catalogue-index.ts';
import { createUnderstanding } from '../understanding/understand.ts';
import { type OpenQuality, openQualityHere } from './models/open-quality.ts';
import { comparisonLines } from './models/show.ts';

const USAGE = `npm run finetune -- [--task router|writer] [--base MODEL] [--suffix NAME]
  --resume     go on with the fine-tuning that was stopped last
  --cancel     cancel the one under way, at the model's server too
  --dry-run    write the training lines to standard output and start nothing
The model's server is that of OPENAI_BASE_URL and OPENAI_API_KEY. Ctrl-C stops following; the job goes on there.`;

const BY = { id: null, name: 'command line' };
const { values } = parseArgs({
  options: {
    task: { type: 'string', default: 'router' },
    base: { type: 'string' },
    suffix: { type: 'string' },
    resume: { type: 'boolean', default: false },
    cancel: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const usage = (message: string): AppError => new AppError({ code: 'usage', status: 400, message });

async function finetune({ quality, settings, logger, shop }: OpenQuality): Promise<void> {
  const { model } = settings;
  const task = values.task === 'writer' ? 'writer' : 'router';
  const lines = () => quality.files.lines();
  if (values['dry-run']) {
    process.stdout.write(fineTuneRows(await lines(), task, quality.catalogue).training);
    return;
  }
  const newest = (await quality.runs.list()).filter(({ kind }) => kind === 'finetune')[0];
  if (values.cancel) {
    if (newest?.state !== 'running') throw usage('No fine-tuning is under way.');
    await quality.runs.cancel(newest.id);
    console.log('The command that follows it cancels the job.');
    return;
  }
  if (!model) throw usage('Set OPENAI_API_KEY, or OPENAI_BASE_URL for another server.');
  if (values.resume && newest?.state !== 'failed') throw usage('There is none to go on with.');

  const interrupted = new AbortController();
  process.once('SIGINT', () =>
    interrupted.abort(
      new AppError({
        code: 'interrupted',
        status: 499,
        message: 'Stopped following; npm run finetune -- --resume goes on.',
      }),
    ),
  );
  const { signal } = interrupted;
  const { catalogue, timeZone } = await shop();
  const understander = createUnderstanding({
    model: loadModel(),
    catalogue: createCatalogueIndex(catalogue),
    timeZone,
  });
  const local = createLocalEngine({ understander });
  const evaluate = async (name: string, onProgress: (share: number) => void) => {
    const against = await quality.models.current('router');
    const atWork = (await quality.models.currentName('router')) ?? settingsRouter(model);
    const router = (one: string) => createModelPredictor({ settings: model, name: one, local, logger, signal });
    const [dataset] = await quality.datasets.list();
    const rows = dataset ? await quality.datasets.rows(dataset.version) : [];
    const held = rows
      .filter(({ split }) => split === 'held')
      .map(({ text, intent, language }) => ({
        text: sampledText(text, language),
        intent,
        language,
        origin: 'held' as const,
      }));
    return evaluateRouters(
      [...held, ...quality.shippedCases()],
      { current: router(atWork), candidate: router(name) },
      { against, signal, onProgress },
    );
  };
  const dataset = values.resume ? null : (await quality.datasets.create({ note: null, by: BY })).version;
  const version = await runFineTune(
    {
      api: createFineTunes({ baseUrl: model.baseUrl, apiKey: model.apiKey, signal }),
      runs: quality.runs,
      models: quality.models,
      rows: async () => {
        const rows = fineTuneRows(await lines(), task, quality.catalogue);
        console.log(`${rows.count.training} examples to train on, ${rows.count.validation} held back`);
        return rows;
      },
      evaluate,
      tell: (line) => console.log(line),
      signal,
    },
    values.resume && newest
      ? { resume: newest.id, by: BY }
      : {
          by: BY,
          begin: { task, base: values.base ?? model.model, ...(values.suffix && { suffix: values.suffix }) },
          dataset,
        },
  );
  const { comparison, gate } = await quality.models.get(version);
  if (comparison) console.log(comparisonLines(comparison, gate).join('\n'));
  console.log(`npm run models -- promote ${version} --task ${task}`);
}

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', () => undefined);
if (values.help) console.log(USAGE);
else {
  const opened = await openQualityHere();
  if (!opened) process.exitCode = 2;
  else
    try {
      await finetune(opened);
    } catch (error) {
      console.error(error instanceof AppError ? error.message : error);
      process.exitCode = error instanceof AppError && error.code === 'usage' ? 2 : 1;
    } finally {
      await opened.close();
    }
}
