import type { Intent } from '../intents.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Language } from '../types.ts';
import type { Random } from './random.ts';

/** One written utterance with its intent; all its variants stay in its fold. */
export interface Utterance {
  text: string;
  intent: string;
  language: Language;
  /** Counts as so many; 1 by default. */
  weight?: number;
}

/** Every example, and every counter-example under the intent it names. */
export function collectUtterances(intents: readonly Intent[]): Utterance[] {
  const out: Utterance[] = [];
  for (const { id, examples, counterExamples } of intents) {
    for (const language of ['zh', 'en'] as const) {
      for (const text of examples[language]) out.push({ text, intent: id, language });
      for (const { text, intent } of counterExamples[language]) out.push({ text, intent, language });
    }
  }
  return out;
}

/** Intents that are whole messages by nature: no "could you tell me" before "hello". */
const UNFRAMED = new Set([
  'greeting',
  'thanks',
  'goodbye',
  'affirm',
  'deny',
  'abuse',
  'feedback',
  'vague_help',
  'bot_identity',
  'human_agent',
]);

/** Whether the text stands for many: `[a|b|]` is a choice, `{product}` a slot. */
export function isTemplate({ text }: Utterance): boolean {
  return text.includes('[');
}

/** The utterance with its choices made and its slots filled. */
export function fillSlots(utterance: Utterance, lexicon: Lexicon, random: Random): string {
  const chosen = utterance.text.replace(/\[([^\]]*)\]/g, (_, choices: string) => random.pick(choices.split('|')));
  return chosen.replace(/\{(\w+)\}/g, (_, name: string) => {
    const words = lexicon.slots[name]?.[utterance.language];
    if (!words) throw new Error(`"${utterance.text}" has the unknown slot {${name}}`);
    return random.pick(words);
  });
}

/** As people write it: in a frame of politeness, with an oath, a slip of the keyboard, without marks. */
export function roughen(utterance: Utterance, lexicon: Lexicon, random: Random): string {
  let text = fillSlots(utterance, lexicon, random);
  const framed = !UNFRAMED.has(utterance.intent);
  const frames = lexicon.frames[utterance.language];
  if (framed && random.next() < 0.55) text = random.pick(frames.prefix) + text;
  if (framed && random.next() < 0.4) text += random.pick(frames.suffix);
  if (utterance.language === 'en') {
    if (framed && random.next() < 0.08) text = swear(text, random.pick(lexicon.frames.en.intensifier), random);
    if (random.next() < 0.3) text = mistype(text, random);
    if (random.next() < 0.3) text = text.replace(/'/g, '');
    if (random.next() < 0.15) text = text.replace(/\b(?:a|an|the|to|is|do|my)\b ?/g, '');
  } else if (random.next() < 0.12) {
    text = dropOneCharacter(text, random);
  }
  return text.trim() || utterance.text;
}

function swear(text: string, oath: string, random: Random): string {
  const words = text.split(' ');
  words.splice(1 + random.below(words.length), 0, oath);
  return words.join(' ');
}

function mistype(text: string, random: Random): string {
  if (text.length < 6) return text;
  const at = 1 + random.below(text.length - 2);
  const here = text[at] ?? '';
  switch (random.below(4)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + here + text.slice(at);
    case 2:
      return text.slice(0, at) + (text[at + 1] ?? '') + here + text.slice(at + 2);
    default:
      return text.slice(0, at) + String.fromCharCode(97 + random.below(26)) + text.slice(at + 1);
  }
}

function dropOneCharacter(text: string, random: Random): string {
  const characters = [...text];
  if (characters.length < 6) return text;
  characters.splice(random.below(characters.length), 1);
  return characters.join('');
}
