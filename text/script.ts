import { countTraditional, simplifiedOnly } from './traditional.ts';

/** The script that a Chinese text is written in; undefined where its characters are the same in both (好, 在吗 aside). */
export function chineseScript(text: string): 'hans' | 'hant' | undefined {
  const traditional = countTraditional(text);
  const simplified = text.match(simplifiedOnly)?.length ?? 0;
  if (traditional === 0 && simplified === 0) return undefined;
  return traditional > simplified ? 'hant' : 'hans';
}
