// Runs in a process of its own: node child.ts <file> <file name> [mime]. One JSON line on stdout, nothing else.
import { readFile } from 'node:fs/promises';
import { loadBytes } from './load-bytes.ts';
import { LoadFailure } from './load-failure.ts';

const [path = '', fileName = '', mime] = process.argv.slice(2);
// Libraries that greet on stdout would spoil the answer.
console.log = console.warn = console.info = () => undefined;
const write = (answer: unknown) =>
  new Promise<void>((done) => {
    process.stdout.write(JSON.stringify(answer), () => done());
  });
try {
  const bytes = new Uint8Array(await readFile(path));
  await write({ ok: true, document: await loadBytes(bytes, fileName, mime || null) });
} catch (error) {
  const failure = error instanceof LoadFailure ? error : new LoadFailure('damaged', { cause: error });
  await write({ ok: false, code: failure.code, detail: failure.detail });
}
process.exit(0);
