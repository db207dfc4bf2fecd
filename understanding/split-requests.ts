import { anyOf } from '../text/any-of.ts';
import { normaliseText } from './normalise.ts';
import { isQuestion } from './question.ts';

/** A stretch of a message that may be a request of its own. */
export interface Segment {
  text: string;
  /** How plainly a new request begins here: said ("另外", "also"), after a question or at a new line, or only likely. */
  joint: 'said' | 'plain' | 'likely';
}

/** Characters for private use mark the cuts; a message's own are taken out. */
const SAID = '\uE000';
const PLAIN = '\uE001';
const LIKELY = '\uE002';
const JOINT_OF: Readonly<Record<string, Segment['joint']>> = { [SAID]: 'said', [PLAIN]: 'plain', [LIKELY]: 'likely' };

const ZH_VERB =
  '(?:帮|给|把|我|看|推荐|查|来|开|加|改|退|换|取消|催|问|请|告诉|能|可以|有没有|怎么|什么|多|哪|是否|问|买|订|寄|发)';
/** A connector that opens a new request in Chinese; it belongs to neither side. */
const ZH_JOINT = new RegExp(
  inBothScripts(
    [
      `[，,。；;、！!\\s]*(?:${[
        '另外(?:我?(?:还|再)?(?:想)?(?:问|请问)(?:一下|下)?)?',
        '顺(?:便|带)(?:再)?(?:问(?:一下|下)?|帮我)?',
        '对了|再(?:问|请问)(?:一下|下)?|其次|此外',
        '同时(?:我)?(?:还)?(?:想)?(?:问(?:一下|下)?)?',
      ].join('|')})[，,：:\\s]*`,
      '[，,。；;！!]\\s*还有(?:就是|个问题)?(?!没有|货|现货|吗|[\\p{Script=Han}\\w]{1,5}[码号色])[，,：:\\s]*',
      '还有(?=怎么|什么时候|能不能|可不可以|请问|我想|帮我)',
      `[，,。；;！!\\s]+(?:以及|然后|接着|再)(?=[\\p{Script=Han}]{0,2}${ZH_VERB})[，,：:\\s]*`,
    ].join('|'),
  ),
  'gu',
);
/** "…，还有M码吗": the word belongs to the question. */
const ZH_STILL = /(?<=\p{Script=Han})[，,。]\s*(?=还有(?:没有|货|现货|[\p{Script=Han}\w]{1,5}[码号色]))/gu;

/** A pattern in simplified script that finds the traditional one too. */
function inBothScripts(pattern: string): string {
  const other: Readonly<Record<string, string>> = {
    还: '還',
    顺: '順',
    带: '帶',
    问: '問',
    请: '請',
    帮: '幫',
    给: '給',
    对: '對',
    时: '時',
    个: '個',
    题: '題',
    后: '後',
    没: '沒',
    换: '換',
    开: '開',
    来: '來',
    买: '買',
    订: '訂',
    发: '發',
    诉: '訴',
    么: '麼',
    荐: '薦',
  };
  return pattern.replace(/(?<!\[[^\]]*)[\u4e00-\u9fff]/g, (char) => (other[char] ? `[${char}${other[char]}]` : char));
}

const ZH_STOP = /(?<=\p{Script=Han})[。；;]\s*(?=\p{Script=Han})/gu;
/** A comma, a space before what is asked of anything (多少钱, 包邮吗), or 吗 with a whole question right behind it. */
const ZH_COMMA = anyOf(
  /(?<=\p{Script=Han})[，,]\s*(?=\p{Script=Han})/u,
  /(?<=\p{Script=Han})\s+(?=(?:要|是|卖)?(?:多少钱|什么价|怎么卖|包邮|有现?货|[能可]以?退|几天|保修|发什么快递|(?:能不?能?|可以)\p{Script=Han}{2,8}[吗么]))/u,
  /(?<=\p{Script=Han}吗)(?=(?!吗)\p{Script=Han}{6})/u,
);
/** "能不能告诉我，…", "想问下，…": what follows is the question. */
const LEAD = /^(?:(?:你好|您好|亲|请问|麻烦|不好意思)[，, ]?)*(?:请问|.{0,5}(?:告诉|帮|请教|咨询|知道|问).{0,3})$/u;

/** By what a request begins in English: an asking word, the customer's wish, an order. */
const EN_STARTERS = `(?:${[
  'how|what|when|where|why|who|which|can|could|do|does|did|is|are|was|has|have|will|would|should|may',
  "i (?:want|need|would|also|have|never|still)|i'd|i'll|please|also",
  'tell me|show me|help me|send me|give me|get me|let me know|recommend|suggest|check|find|look up|track',
  'cancel|change|return|refund|exchange|swap|update|add|remove|delete|unsubscribe|fix|transfer|merge|put|make',
].join('|')})`;
/** Opens a new request whatever follows. */
const EN_SAID =
  /(?:[,;.!]?\s+|[,;.!]\s*)(?:(?:oh )?and also|also|plus|by the way|btw|another (?:question|thing)[:,]?|one more (?:question|thing)[:,]?|secondly|besides|additionally|oh and|(?<=[.!;] )then)[,:]?\s+(?=[a-z])/gi;
/** "First where is …, second cancel …, and third …": each is one of several. */
const EN_NTH = new RegExp(
  `(?:^|[,;.:!]?\\s+|[,;.:]\\s*)(?:and )?(?:first(?:ly| of all)?|second(?:ly)?|third(?:ly)?|lastly|finally)[,:]?\\s+(?=${EN_STARTERS}\\b)`,
  'gi',
);
/** 一是…二是…, 第一…第二…, "1、… 2、…". */
const ZH_NTH =
  /(?:^|[，,。；;：:\s]+)(?:第[一二三四五](?!个|款|种|件|单|次|笔|天)|[一二三四]是|首先|[1-5][、.．)）])[，,、：:\s]*(?=\p{Script=Han})/gu;
const EN_AND = new RegExp(
  `(?:\\s*[,;.]?\\s+|[,;.]\\s*)(?:and then|and|as well as)[,:]?\\s+(?=${EN_STARTERS}\\b)`,
  'gi',
);
const EN_STOP = new RegExp(`(?<=[a-z]{2})\\.\\s+(?=${EN_STARTERS}\\b|[^.?!]{4,40}\\?)`, 'gi');
const END = /(?<=[?？!！])\s*(?=[\p{L}\p{N}#])|\s*\n+\s*/gu;

/** Shorter pieces are part of what stands beside them, unless they ask. */
const LEAST_HAN = 4;
const LEAST_SAID = 3;
const LEAST_ASKED = 3;
const LEAST_WORDS = 3;
const WH = anyOf(
  /^(?:how|what|when|where|why|who|which|and|or|is|are|does|do|can|for|the|this|that|it|any|a)\b/i,
  /^(?:really|right|ok|okay|yes|no)\b/i,
);
const NO_CONTENT =
  /^(?:(?:你好|您好|亲|哈喽|hi|hello|请问|客服|老板|有人)[，, ]*)*(?:可以|行|好|对|是|在|能|真的|知道|有人|你好)?(?:吗|么|嘛|呢|不在)?[?？!！。~]*$/iu;

/** Anger that asks nothing: it belongs to what it is about. */
const OUTCRY = anyOf(
  /^(?:你们?|这|这是|到底|真是|简直|真的|都)*(?:怎么回事|搞什么(?:鬼|东西)?|什么情况|什么意思|怎么搞的|太(?:慢|差|离谱|过分)了?|无语|离谱|过分|烦死了?|受不了了?)(?:啊|呀|嘛|呢)?[?？!！。~]*$/iu,
  /^what (?:the (?:hell|heck)|is (?:this|going on|wrong with you(?: people)?))[?!.]*$/iu,
  /^(?:(?:this|that) is (?:ridiculous|unacceptable|a joke|outrageous|crazy)|unbelievable)[?!.]*$/iu,
  /^(?:seriously|come on|are you (?:kidding|joking)(?: me)?)[?!.]*$/iu,
);

/**
 * Cuts a message where a second request can begin: after a question mark, at a new line, at "另外", "also", "and how …",
 * between two questions. Only cuts: the caller joins again what turns out to be one request.
 */
export function splitSegments(text: string): Segment[] {
  const marked = text
    .replace(/(?<=\d)\?(?=\d)/g, ' ')
    .replace(/[\uE000-\uE002]/g, ' ')
    // Long runs of blanks would cost the patterns below their square.
    .replace(/[^\S\n]{2,}/g, ' ')
    .replace(/\n{2,}/g, '\n')
    .replace(ZH_JOINT, (joint, ...rest) => ((rest.at(-2) as number) === 0 ? joint : SAID))
    .replace(ZH_STILL, PLAIN)
    .replace(EN_NTH, SAID)
    .replace(ZH_NTH, SAID)
    .replace(EN_SAID, SAID)
    .replace(EN_AND, PLAIN)
    .replace(END, PLAIN)
    .replace(EN_STOP, LIKELY)
    .replace(ZH_STOP, LIKELY);
  const segments: Segment[] = [];
  let joint: Segment['joint'] = 'plain';
  for (const piece of marked.split(/([\uE000-\uE002])/)) {
    const cut = JOINT_OF[piece];
    if (cut) {
      joint = cut;
      continue;
    }
    const trimmed = piece.trim().replace(/^[，,。.、\s]+/, '');
    if (trimmed === '') continue;
    for (const [i, part] of betweenQuestions(trimmed).entries())
      push(segments, { text: part, joint: i === 0 ? joint : 'likely' });
  }
  return segments.length > 0 ? segments : [{ text: text.trim(), joint: 'plain' }];
}

function push(segments: Segment[], segment: Segment): void {
  const previous = segments.at(-1);
  const least = segment.joint === 'said' ? LEAST_SAID : LEAST_HAN;
  if (previous && (isSlight(segment.text, least) || isSlight(previous.text, least)))
    previous.text += ` ${segment.text}`;
  else segments.push(segment);
}

/** "运费多少，支持货到付款吗" are two; "我买的鞋还没到，什么时候到" is one. */
function betweenQuestions(piece: string): string[] {
  const parts: string[] = [];
  for (const part of piece.split(ZH_COMMA)) {
    const previous = parts.at(-1);
    const apart =
      previous !== undefined &&
      asks(previous) &&
      asks(part) &&
      !LEAD.test(normaliseText(previous)) &&
      !isSlight(previous) &&
      !isSlight(part);
    if (previous === undefined || apart) parts.push(part);
    else parts[parts.length - 1] = `${previous}，${part}`;
  }
  return parts;
}

function asks(part: string): boolean {
  return isQuestion(normaliseText(part));
}

function isSlight(piece: string, leastHan = LEAST_HAN): boolean {
  const han = piece.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = piece.match(/[\p{Script=Latin}\d]+/gu)?.length ?? 0;
  if (NO_CONTENT.test(piece) || OUTCRY.test(piece)) return true;
  const asked = asks(piece);
  // "Opening hours?" says what it asks for; "how much?" leans on what stands before it.
  const leastWords = asked && !WH.test(piece) ? LEAST_WORDS - 1 : LEAST_WORDS;
  return han < (asked ? LEAST_ASKED : leastHan) && han / 2 + words < leastWords;
}
