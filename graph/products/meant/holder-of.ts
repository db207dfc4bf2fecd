import { normaliseText } from '../../../understanding/normalise.ts';

const HOLDERS: readonly RegExp[] = [
  /^(?:请问|你们的?|这款|那款|买)?(?<holder>\p{Script=Han}{2,8}?)(?:会|都|有没有|是否)?(?:带不带|带|附送?|赠送|送|含|包含|配)(?![了的到货给]).+?[吗么嘛不][?？]?$/u,
  /^(?:do|does) (?:the |your |an? )?(?<holder>(?!you\b|it\b|they\b)[a-z][a-z -]{2,30}?) (?:come|include)s?\b/,
  /\b(?:included?|comes?) (?:with|in) (?:the |your |an? )?(?<holder>[a-z][a-z -]{2,30}?)[?.! ]*$/,
];

/** The thing of which it is asked whether something else lies in the box with it. */
export function holderOf(question: string): string | undefined {
  const text = normaliseText(question);
  for (const pattern of HOLDERS) {
    const holder = pattern.exec(text)?.groups?.holder?.trim();
    if (holder) return holder;
  }
  return undefined;
}
