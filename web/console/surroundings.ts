import { createContext, useContext } from 'react';
import type { Http } from '../api/http.ts';
import type { StaffToken } from '../api/types.ts';
import type { Uploader } from '../api/upload.ts';
import type { Locale } from '../i18n/dictionary.ts';
import type { Format } from '../i18n/format.ts';
import type { ConsoleDictionary } from './i18n/dictionary.ts';

/** What every page of the console needs. */
export interface Surroundings {
  t: ConsoleDictionary;
  locale: Locale;
  format: Format;
  setLocale: (locale: Locale) => void;
  /** Calls as the member of staff who signed in; a refused token signs out. */
  http: Http;
  /** The same for files, with their progress. */
  upload: Uploader;
  staff: StaffToken;
  signOut: () => void;
  /** Goes on with another token of the same member. */
  signIn: (staff: StaffToken) => void;
}

const context = createContext<Surroundings | null>(null);
export const SurroundingsProvider = context.Provider;

export function useSurroundings(): Surroundings {
  const found = useContext(context);
  if (!found) throw new Error('a page outside of SurroundingsProvider');
  return found;
}
