import type { Kysely } from 'kysely';
import { HANDOFF_PHRASES } from '../../conversations/handoff/phrases.ts';
import { CALLED } from '../../graph/phrases/handoff.ts';
import { supportHoursText } from '../../graph/support-hours-text.ts';
import { localText } from '../../stores/local-text.ts';
import {
  type OperatorSection,
  type OperatorSettings,
  readOperatorSection,
  writeOperatorSection,
} from '../../stores/operator-settings.ts';
import type { Database, Language } from '../../stores/schema.ts';
import { findShopOfFiles } from '../../stores/shop-settings.ts';
import { accentColours, type Shades } from './accent-colours.ts';

type BothLanguages = Record<Language, string>;

/** What holds where nothing is set: from the shop's files and the built-in words. */
export interface OperatorDefaults {
  shop: { name: BothLanguages; hours: BothLanguages; hoursByDay: unknown };
  handoff: Record<keyof OperatorSettings['handoff'], BothLanguages>;
  /** The first ones, to choose from. */
  products: Array<{ id: string; name: string }>;
  categories: string[];
}

/** What the widget looks like and says; null: its own words. */
export interface WidgetLook extends Pick<OperatorSettings['widget'], 'title' | 'greeting' | 'greetingText' | 'notice'> {
  starters: OperatorSettings['widget']['starters'];
  /** By the names of its variables; null: its own. */
  colours: Record<string, Shades> | null;
}

/** What is set in the console and takes effect at once, in every process. */
export interface OperatorService {
  read(): Promise<OperatorSettings>;
  defaults(language: Language): Promise<OperatorDefaults>;
  write<Section extends OperatorSection>(section: Section, settings: OperatorSettings[Section]): Promise<void>;
  widgetLook(): Promise<WidgetLook>;
}

/** Most products and categories that are offered for a choice. */
const OFFERED = 500;

const inBoth = (of: (language: Language) => string): BothLanguages => ({ zh: of('zh'), en: of('en') });

/** `reload` makes this process know the shop anew; the others hear of it. */
export function createOperatorService(deps: { db: Kysely<Database>; reload: () => Promise<void> }): OperatorService {
  const { db } = deps;
  return {
    async read() {
      const [shop, widget, handoff, recommendation, prices] = await Promise.all([
        readOperatorSection(db, 'shop'),
        readOperatorSection(db, 'widget'),
        readOperatorSection(db, 'handoff'),
        readOperatorSection(db, 'recommendation'),
        readOperatorSection(db, 'prices'),
      ]);
      return { shop, widget, handoff, recommendation, prices };
    },

    async defaults(language) {
      const [shop, products, categories] = await Promise.all([
        findShopOfFiles(db),
        db.selectFrom('products').select(['id', 'name']).orderBy('id').limit(OFFERED).execute(),
        db.selectFrom('products').select('category').distinct().limit(OFFERED).execute(),
      ]);
      const hours = supportHoursText(shop?.supportHours);
      const phrase = (key: keyof typeof HANDOFF_PHRASES) => inBoth((one) => HANDOFF_PHRASES[key][one]);
      return {
        shop: {
          name: inBoth((one) => localText(shop?.name, one)),
          hours: inBoth((one) => localText(hours, one)),
          hoursByDay: shop?.supportHours ?? null,
        },
        handoff: {
          called: CALLED.open,
          calledClosed: CALLED.closed,
          takesLonger: phrase('takesLonger'),
          backInQueue: phrase('backInQueue'),
          passedOn: phrase('passedOn'),
          backToBot: phrase('backToBot'),
          returned: phrase('returned'),
          contactTaken: phrase('contactTaken'),
        },
        products: products.map(({ id, name }) => ({ id, name: localText(name, language) })),
        categories: [...new Set(categories.map(({ category }) => localText(category, language)))]
          .filter(Boolean)
          .sort(),
      };
    },

    async write(section, settings) {
      await writeOperatorSection(db, section, settings);
      await deps.reload();
    },

    async widgetLook() {
      const { accent, ...look } = await readOperatorSection(db, 'widget');
      return { ...look, colours: accent === null ? null : accentColours(accent) };
    },
  };
}
