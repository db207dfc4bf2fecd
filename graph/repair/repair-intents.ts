import { REPAIRS, type Repair } from './read-repair.ts';

const PREFIX = 'dialogue_';
const known: ReadonlySet<string> = new Set(REPAIRS.map((repair) => `${PREFIX}${repair}`));

/** Talk about the conversation has intents of its own, apart from the shop's catalogue. */
export const repairIntent = (repair: Repair): string => `${PREFIX}${repair}`;

/** The repair that an intent stands for. */
export const repairOf = (intent: string): Repair | undefined =>
  known.has(intent) ? REPAIRS.find((repair) => intent === `${PREFIX}${repair}`) : undefined;
