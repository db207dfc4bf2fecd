import { execFile } from 'node:child_process';
import type { Recogniser } from '../loading/pdf/recognise.ts';

const ASK_MS = 10_000;
/** Of what is installed these are used, Chinese first: it reads Latin letters too, English does not read Chinese. */
const WANTED = ['chi_sim', 'eng'];

/** Asks tesseract for its languages. Undefined: it doesn't answer, or has neither Chinese nor English. */
export function findRecogniser(program: string | undefined): Promise<Recogniser | undefined> {
  if (!program) return Promise.resolve(undefined);
  return new Promise((done) => {
    execFile(program, ['--list-langs'], { timeout: ASK_MS }, (error, stdout, stderr) => {
      // Versions differ in where they print the list.
      const installed = new Set(`${stdout}\n${stderr}`.split(/\s+/));
      const languages = WANTED.filter((language) => installed.has(language));
      done(error || languages.length === 0 ? undefined : { program, languages: languages.join('+') });
    });
  });
}
