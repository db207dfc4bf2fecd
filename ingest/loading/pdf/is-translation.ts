import { type Row, toLine } from './rows.ts';

/** A text with this share of Han letters is Chinese. */
const HAN_SHARE = 0.3;
/** Fewer are remarks in cells. */
const SENTENCES = 3;

/** Whether one side tells in Chinese what the other tells in another language: two texts, each to be read by itself. */
export function isTranslation(left: Row[], right: Row[]): boolean {
  const sides = [left, right].map((lines) => lines.map((line) => toLine(line).text).join(' '));
  const [a, b] = sides.map((text) => (text.match(/\p{Script=Han}/gu)?.length ?? 0) > text.length * HAN_SHARE);
  return (
    a !== b && sides.every((text) => (text.match(/[.。!！?？](?=\s|$|\p{Script=Han})/gu)?.length ?? 0) >= SENTENCES)
  );
}
