import { countTraditional, simplifiedOnly } from './traditional.ts';

/** Writes Chinese in traditional characters; what is already written in them stays as it is. */
export type ToTraditional = (text: string) => string;

/** What customers of today write, where the dictionary's first choice is the bookish form. */
const PREFERRED: Readonly<Record<string, string>> = { 臺: '台', 纔: '才', 喫: '吃', 羣: '群', 牀: '床' };

/** What follows 只 where it means "only". */
const ONLY = /^[能可有是要会需限差剩收支接用在不为供卖售发送退换凭按对给]/;

/** 3 只, of animals and cups. */
const COUNTED = /(\d ?)只(?![能可有是会需])/gu;

let loaded: Promise<ToTraditional> | undefined;

/** Reads OpenCC's dictionaries (a megabyte, some 30 ms) once a process, when the first customer needs them. */
export function loadToTraditional(): Promise<ToTraditional> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<ToTraditional> {
  const [characters, phrases, variants] = await Promise.all([
    import('opencc-js/dict/STCharacters'),
    import('opencc-js/dict/STPhrases'),
    import('opencc-js/dict/TWVariants'),
  ]);
  const known = new Map<string, string>();
  let longest = 1;
  for (const entry of `${characters.default}|${phrases.default}`.split('|')) {
    const [from, to] = entry.split(' ');
    if (!from || !to) continue;
    known.set(from, to);
    longest = Math.max(longest, from.length);
  }
  const variantOf = new Map(variants.default.split('|').map((entry) => entry.split(' ') as [string, string]));
  const usual = (text: string): string =>
    [...text]
      .map((char) => {
        const variant = variantOf.get(char) ?? char;
        return PREFERRED[variant] ?? variant;
      })
      .join('');
  const convertRun = (run: string): string => {
    // The customer's own address, a name: 里 is none of ours to turn into 裡 there.
    if (countTraditional(run) > 0 && !run.match(simplifiedOnly)) return run;
    let out = '';
    for (let at = 0; at < run.length; ) {
      let length = Math.min(longest, run.length - at);
      while (length > 1 && !known.has(run.slice(at, at + length))) length -= 1;
      // 订单只能: the word for "only" is not the measure word that a phrase may end with.
      if (length > 1 && run[at + length - 1] === '只' && ONLY.test(run.slice(at + length))) length -= 1;
      const piece = run.slice(at, at + length);
      out += usual(known.get(piece) ?? piece);
      at += length;
    }
    return out;
  };
  return (text) => text.replace(COUNTED, '$1隻').replace(/\p{Script=Han}+/gu, convertRun);
}
