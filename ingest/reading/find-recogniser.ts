import { execFile } from 'node:child_process';
import type { Recogniser } from '../loading/pdf/recognise.ts';

/** A machine that is busy starting much else answers late. */
const ASK_MS = [10_000, 30_000] as const;
/** Of what is installed these are used, Chinese first: it reads Latin letters too, English does not read Chinese. */
const WANTED = ['chi_sim', 'eng'];

/** Asks tesseract for its languages. Undefined: it doesn't answer, or has neither Chinese nor English. */
export function findRecogniser(program: string | undefined, tried = 0): Promise<Recogniser | undefined> {
  if (!program) return Promise.resolve(undefined);
  return new Promise((done) => {
    execFile(program, ['--list-langs'], { timeout: ASK_MS[tried] }, (error, stdout, stderr) => {
      if (error?.killed && tried + 1 < ASK_MS.length) {
        done(findRecogniser(program, tried + 1));
        return;
      }
      // Versions differ in where they print the list.
      const installed = new Set(`${stdout}\n${stderr}`.split(/\s+/));
      const languages = WANTED.filter((language) => installed.has(language));
      done(error || languages.length === 0 ? undefined : { program, languages: languages.join('+') });
    });
  });
}
