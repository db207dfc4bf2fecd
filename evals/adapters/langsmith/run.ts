import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { suiteLines } from '../../harness/print-run.ts';
import { runOneSuite } from '../../harness/run-one-suite.ts';
import { datasetSuite } from '../dataset-suite.ts';
import { ourCases } from '../portable-case.ts';
import { type LangSmithFormat, readDataset, writeDataset } from './files.ts';

const USAGE = `node evals/adapters/langsmith/run.ts export FILE [--suite NAME]   our cases as a dataset; .jsonl or .csv
node evals/adapters/langsmith/run.ts ask FILE [--url URL] [--token ID=TOKEN] [--min SHARE]
                                                             a dataset's questions to the sample shop or a deployment`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    suite: { type: 'string' },
    url: { type: 'string' },
    token: { type: 'string', multiple: true },
    min: { type: 'string', default: '0' },
  },
});
const [command, file] = positionals;
const format: LangSmithFormat = file?.endsWith('.csv') ? 'csv' : 'jsonl';

if (command === 'export' && file) {
  const cases = ourCases().filter(({ suite }) => values.suite === undefined || suite === values.suite);
  await writeFile(file, writeDataset(cases, format));
  console.log(`${cases.length} examples in ${file}`);
} else if (command === 'ask' && file) {
  const cases = readDataset(await readFile(file, 'utf8'), format);
  const tokens = Object.fromEntries((values.token ?? []).map((pair) => pair.split(/=(.*)/s).slice(0, 2)));
  const began = performance.now();
  const run = { engine: 'local', url: values.url, served: false, tokens, answerFiles: [], code: '' } as const;
  const suite = datasetSuite(basename(file), cases);
  const result = await runOneSuite(suite, { ...run, answerFiles: [] }, () => undefined);
  console.log(suiteLines(suite.name, result, (performance.now() - began) / 1000).join('\n'));
  const asked = result.metrics.filter(({ n }) => n !== 0);
  process.exitCode = asked.some(({ value }) => value < Number(values.min)) ? 1 : 0;
} else {
  console.error(USAGE);
  process.exitCode = 2;
}
