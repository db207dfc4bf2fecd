import { REPAIRS, type Repair } from '../../graph/repair/read-repair.ts';
import { repairIntent } from '../../graph/repair/repair-intents.ts';
import type { IntentCatalogue } from '../../understanding/intents.ts';

/** An intent that a label may name. */
export interface LabelIntent {
  id: string;
  route: string;
  definition: { zh: string; en: string };
  slots: string[];
}

const REPAIR_WORDS: Record<Repair, { zh: string; en: string }> = {
  silence: { zh: '只有标点或空白，没说什么', en: 'Nothing but signs' },
  repeat: { zh: '请再说一遍', en: 'Say that again' },
  rephrase: { zh: '说简单点、换个说法', en: 'Say it simpler or in other words' },
  explain: { zh: '没懂刚才的回复是什么意思', en: 'What did you mean' },
  cancel: { zh: '算了，不办了', en: 'Never mind, drop it' },
  skip: { zh: '跳过这个问题', en: 'Skip the question' },
  abilities: { zh: '问助手能做什么', en: 'What can you do' },
  done: { zh: '问刚才改了什么', en: 'What was changed so far' },
  hurry: { zh: '嫌慢、催促，没说催什么', en: 'Impatience, nothing said of what is to be quick' },
};

/** The catalogue's intents, which models learn, and talk about the conversation itself, which rules read. */
export const labelIntents = ({ intents }: IntentCatalogue): LabelIntent[] => [
  ...intents.map(({ id, route, definition, slots }) => ({ id, route, definition, slots })),
  ...REPAIRS.map((repair) => ({
    id: repairIntent(repair),
    route: 'smalltalk',
    definition: REPAIR_WORDS[repair],
    slots: [],
  })),
];
