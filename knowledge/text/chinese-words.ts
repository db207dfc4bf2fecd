import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { readChineseWords } from '../../config/env.ts';
import { AppError } from '../../config/errors.ts';

const PACKAGE = '@node-rs/jieba';

/** A dictionary of Chinese words beside the lexicon of the trade. */
export interface ChineseWords {
  /** A run of Han characters as words, in order and without gaps. */
  cut(run: string): string[];
  /** Another one for another dictionary. */
  key: string;
}

interface Jieba {
  cut(text: string, hmm: boolean): string[];
}
interface JiebaModule {
  Jieba: { withDict(dict: Uint8Array): Jieba };
}
interface DictionaryModule {
  dict: Uint8Array;
}

const has = (loaded: unknown, name: string): boolean => typeof loaded === 'object' && loaded !== null && name in loaded;
const isJieba = (loaded: unknown): loaded is JiebaModule => has(loaded, 'Jieba');
const isDictionary = (loaded: unknown): loaded is DictionaryModule => has(loaded, 'dict');

/** The optional package's words; AppError `jieba_missing` with the way out where it is not installed. */
export function loadJieba(name: string = PACKAGE): ChineseWords {
  const load = createRequire(import.meta.url);
  let cause: unknown;
  try {
    const [library, dictionary]: unknown[] = [load(name), load(`${name}/dict.js`)];
    if (isJieba(library) && isDictionary(dictionary)) {
      const jieba = library.Jieba.withDict(dictionary.dict);
      const hash = createHash('sha256').update(dictionary.dict).digest('hex').slice(0, 16);
      return { cut: (run) => jieba.cut(run, false), key: `jieba ${hash}` };
    }
  } catch (error) {
    cause = error;
  }
  throw new AppError({
    code: 'jieba_missing',
    status: 503,
    message:
      `KEFU_CHINESE_WORDS=jieba needs the package ${PACKAGE}, which is not installed.\n` +
      `Run npm install --no-save ${PACKAGE}, or leave the setting out: Chinese is then searched by pairs of characters.`,
    cause,
  });
}

/**
 * The words that this process (and each thread of it) searches by beside pairs of characters; undefined: none. Nothing
 * is awaited for them: V8 has brought the process down where a thread was ended whose modules wait for each other.
 */
export const chineseWords: ChineseWords | undefined = readChineseWords() === 'jieba' ? loadJieba() : undefined;
