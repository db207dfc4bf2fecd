/** A connector that opens a new request in Chinese; it belongs to neither side. */
const ZH_JOINT =
  /[，,。；;、\s]*(?:另外(?:我?(?:还|再)?(?:想)?(?:问|请问)(?:一下|下)?)?|还有(?:就是|个问题)?|顺便(?:再)?(?:问(?:一下|下)?|帮我)?|对了|再(?:问|请问)(?:一下|下)?|其次|此外|同时(?:我)?(?:还)?(?:想)?(?:问(?:一下|下)?)?|以及(?=.{0,6}(?:怎么|什么|多|能|可以|有没有|哪|是否))|然后(?=.{0,6}(?:怎么|什么|多|能|可以|有没有|哪|是否|帮我|我想)))[，,：:\s]*/g;

const EN_STARTERS =
  "(?:how|what|when|where|why|who|which|can|could|do|does|did|is|are|will|would|should|may|i (?:want|need|would|also|have)|i'd|i'll|please|also|cancel|track|change|return|refund|recommend|suggest|tell me|show me|check|help me|send me|let me know|exchange|update)";
const EN_JOINT = new RegExp(
  `(?:\\s*[,;.]?\\s+|[,;.]\\s*)(?:and also|and then|and|also|plus|as well as|by the way|btw|another (?:question|thing)[:,]?|one more (?:question|thing)[:,]?|secondly|besides|additionally|oh and)[,:]?\\s+(?=${EN_STARTERS}\\b)`,
  'gi',
);
const END = /(?<=[?？!！])\s*(?=[\p{L}\p{N}#])|\s*[\n；;]+\s*/gu;

/** Shorter pieces are part of what stands beside them. */
const LEAST_HAN = 4;
const LEAST_WORDS = 3;

/**
 * Cuts a message where a second request can begin: after a question mark, at a new line, at "另外", "还有", "and how …".
 * Only cuts: the caller joins again what turns out to be one request. One segment when there is nothing to cut.
 */
export function splitSegments(text: string): string[] {
  const marked = text
    .replace(/(?<=\d)\?(?=\d)/g, ' ')
    .replace(ZH_JOINT, (joint, ...rest) => ((rest.at(-2) as number) === 0 ? joint : '\u0001'))
    .replace(EN_JOINT, '\u0001')
    .replace(END, '\u0001');
  const segments: string[] = [];
  for (const piece of marked.split('\u0001')) {
    const trimmed = piece.trim().replace(/^[，,。.、\s]+/, '');
    if (trimmed === '') continue;
    const previous = segments.length - 1;
    if (previous >= 0 && (isSlight(trimmed) || isSlight(segments[previous] ?? ''))) {
      segments[previous] = `${segments[previous]} ${trimmed}`;
    } else {
      segments.push(trimmed);
    }
  }
  return segments.length > 0 ? segments : [text.trim()];
}

function isSlight(piece: string): boolean {
  const han = piece.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = piece.match(/[\p{Script=Latin}\d]+/gu)?.length ?? 0;
  return han < LEAST_HAN && han / 2 + words < LEAST_WORDS;
}
