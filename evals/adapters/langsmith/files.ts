import { readCsv, writeCsv } from '../../../knowledge/sheets/csv.ts';
import type { PortableCase } from '../portable-case.ts';
import { fromExample, toExample } from './examples.ts';

export type LangSmithFormat = 'jsonl' | 'csv';

const INPUTS = ['question', 'language', 'customer'];
const OUTPUTS = ['answer', 'route', 'sources', 'orders'];
const METADATA = ['id', 'suite'];

/** A dataset as a file that LangSmith takes in: JSON lines of examples, or CSV whose columns are input and output keys. */
export function writeDataset(cases: readonly PortableCase[], format: LangSmithFormat): string {
  if (format === 'jsonl') return cases.map((one) => `${JSON.stringify(toExample(one))}\n`).join('');
  // An empty list is said to be one: it expects something, an empty cell nothing.
  const cell = (value: unknown) => (Array.isArray(value) ? value.join('|') || '[]' : String(value ?? ''));
  const rows = cases.map((one) => {
    const { inputs, outputs, metadata } = toExample(one);
    return [
      ...INPUTS.map((key) => cell(inputs[key])),
      ...OUTPUTS.map((key) => cell(outputs[key])),
      ...METADATA.map((key) => cell(metadata[key])),
    ];
  });
  return writeCsv([[...INPUTS, ...OUTPUTS, ...METADATA], ...rows]);
}

/** Reads what LangSmith exports. Throws an Error that names the first line or row that does not fit. */
export const readDataset = (text: string, format: LangSmithFormat): PortableCase[] =>
  format === 'jsonl' ? readJsonl(text) : readSheet(text);

function readJsonl(text: string): PortableCase[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const place = `line ${index + 1}`;
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch {
        throw new Error(`${place}: no JSON`);
      }
      return [fromExample(value, place)];
    });
}

/** Columns as we write them, or with LangSmith's prefixes ("inputs.question", "outputs_answer"). */
function readSheet(text: string): PortableCase[] {
  const [header = [], ...rows] = readCsv(text);
  const columns = header.map((name) => columnOf(name.trim()));
  return rows.map((cells, index) => {
    const example = { inputs: {}, outputs: {}, metadata: {} } as Record<string, Record<string, unknown>>;
    columns.forEach(({ group, key }, at) => {
      const value = cells[at]?.trim() ?? '';
      const into = example[group];
      if (value !== '' && into) into[key] = readCell(value);
    });
    return fromExample(example, `row ${index + 1}`);
  });
}

function columnOf(name: string): { group: string; key: string } {
  const prefixed = /^(input|output|reference_output|metadata)s?[._](.+)$/.exec(name);
  if (prefixed) {
    const group = prefixed[1] === 'metadata' ? 'metadata' : prefixed[1] === 'input' ? 'inputs' : 'outputs';
    return { group, key: prefixed[2] ?? name };
  }
  if (METADATA.includes(name)) return { group: 'metadata', key: name };
  const isOutput = OUTPUTS.includes(name) || /^(?:outputs?|reference|expected|response|ground_truth)$/.test(name);
  return { group: isOutput ? 'outputs' : 'inputs', key: name };
}

/** LangSmith writes nested values as JSON into a cell. */
function readCell(value: string): unknown {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
