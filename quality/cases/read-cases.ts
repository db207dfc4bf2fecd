import { type EvalCase, evalCaseSchema } from './case-schema.ts';

/** The cases of a file of JSON lines. Throws an Error that names each bad line and field. */
export function readCases(text: string, file: string): EvalCase[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  const cases = text.split('\n').flatMap((line, index): EvalCase[] => {
    if (line.trim() === '') return [];
    const fault = (what: string): [] => {
      faults.push(`${file}, line ${index + 1}: ${what}`);
      return [];
    };
    const { value, broken } = parsed(line);
    if (broken) return fault('is not JSON');
    const read = evalCaseSchema.safeParse(value);
    if (!read.success)
      return fault(
        read.error.issues.map(({ path, message }) => `${path.join('.') || 'the line'}: ${message}`).join('; '),
      );
    if (seen.has(read.data.id)) return fault(`id ${read.data.id} stands there twice`);
    seen.add(read.data.id);
    return [read.data];
  });
  if (faults.length > 0) throw new Error(faults.slice(0, 20).join('\n'));
  return cases;
}

function parsed(line: string): { value?: unknown; broken?: boolean } {
  try {
    return { value: JSON.parse(line) };
  } catch {
    return { broken: true };
  }
}

/** Cases as a file of JSON lines, without what they do not check. */
export const writeCases = (cases: EvalCase[]): string =>
  cases.map((one) => `${JSON.stringify({ ...one, lines: one.lines.map(lean) })}\n`).join('');

const lean = ({ say, expect }: EvalCase['lines'][number]) => {
  const checks = Object.entries(expect).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return checks.length === 0 ? { say } : { say, expect: Object.fromEntries(checks) };
};
