import { execFile } from 'node:child_process';
import type { Recogniser } from '../loading/pdf/recognise.ts';

/** A machine that is busy starting much else answers late. */
const ASK_MS = [10_000, 30_000] as const;
/** Of what is installed these are used, Chinese first: it reads Latin letters too, English does not read Chinese. */
const WANTED = ['chi_sim', 'eng'];

/** `late`: it was ended before it answered. */
const ask = (program: string, timeout: number): Promise<Recogniser | undefined | 'late'> =>
  new Promise((done) => {
    execFile(program, ['--list-langs'], { timeout }, (error, stdout, stderr) => {
      // Versions differ in where they print the list.
      const installed = new Set(`${stdout}\n${stderr}`.split(/\s+/));
      const languages = WANTED.filter((language) => installed.has(language));
      const found = error || languages.length === 0 ? undefined : { program, languages: languages.join('+') };
      done(error?.killed ? 'late' : found);
    });
  });

/** Asks tesseract for its languages. Undefined: it doesn't answer, or has neither Chinese nor English. */
export async function findRecogniser(program: string | undefined): Promise<Recogniser | undefined> {
  if (!program) return undefined;
  for (const timeout of ASK_MS) {
    const answer = await ask(program, timeout);
    if (answer !== 'late') return answer;
  }
  return undefined;
}
