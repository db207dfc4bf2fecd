import { anyOf } from '../../../text/any-of.ts';
import { orderPhrases } from '../../phrases/orders.ts';

/** The goods are as they should be; the customer only thinks better of it. */
const NONE = anyOf(
  /没有?(?:质量)?问题|没坏|不是质量|只是想|单纯|無品質/i,
  /\b(?:not (?:faulty|broken|damaged|defective)|nothing(?:'s| is) wrong|no (?:fault|defect)|works fine)\b/i,
  /\b(?:just (?:want|prefer)|changed my mind)\b/i,
);

const SOME_ZH = anyOf(
  // That something is wrong.
  /质量问题|有问题|坏了|坏的|碎|破损|损坏|瑕疵|故障|不能用|用不了|品質|壞/i,
  // What was packed is not what was bought.
  /发错|少发|漏发/i,
  // It harms who uses it.
  /过敏|发炎|起疹/i,
  // It went off.
  /发霉|霉了|长虫|变质|馊|异味|胀袋|过期/i,
  // It lets something out, or a part of it goes.
  /裂|漏(?:水|液|气|油|电)|渗(?:水|漏)|断了|断线|(?:开|脱|断)线了?|破洞|有(?:个)?洞|卡住|松(?:动|脱)了|脱胶|开胶/i,
  // How it looks.
  /掉漆|掉底|掉跟|起球|[褪掉]色|划痕/i,
  // What it no longer does.
  /开不了机|没反应|黑屏|死机|不(?:转|亮|响|制冷|加热|出水|通电)|打不开|连不上|充不(?:进|上)电|吸不(?:动|上)/i,
  /不(?:吸|充电|工作|启动|出风|出热|保温|通|显示|开机)了?/i,
);

const SOME_EN = anyOf(
  // That something is wrong.
  /\b(?:fault\w*|defect\w*|broken|damaged|malfunction\w*|dead on arrival|wrong item)\b/i,
  /\bquality (?:problem|issue|defect)s?\b/i,
  // It harms who uses it.
  /\b(?:allergic|rash|burns? my|irritat\w*)\b/i,
  // It went off.
  /\b(?:mou?ld(?:y)?|expired|stale)\b/i,
  // It lets something out, or a part of it goes.
  /\b(?:leak(?:s|ed|ing|y)?|drip\w*|cracked|torn|ripped|snapped|chipped|unglued|frayed)\b/i,
  /\b(?:bulg(?:es|ing)|stuck|jammed)\b/i,
  /\b(?:(?:coming|came|comes|fell|falling|falls) (?:off|apart|loose)|(?:loose|split|open) (?:seam|stitch\w*|thread)\w*)\b/i,
  // How it looks and sounds.
  /\b(?:scratch(?:ed|es)?|dent(?:ed|s)?|peeling|stained|faded)\b/i,
  /\b(?:a|the) (?:scratch|dent|crack|leak|tear|hole|stain)\b/i,
  /\b(?:crackl\w*|buzz(?:es|ing)|humm?(?:s|ing)|rattl\w*|no sound)\b/i,
  // What it no longer does; that it is not arriving or shipping is said of a parcel.
  /\b(?:does(?:n'?t| not) (?:work|turn on|charge|start|switch on|heat|connect)|stopped working|won'?t (?:turn|charge|start|switch|heat))\b/i,
  /\bstopped (?!arriv|mov)\w{3,}ing\b/i,
  /\b(?:is|does|has|was)(?:n'?t| not|nt) (?!arriv|com|mov|show|load|updat|deliver|ship|go|let|allow|accept|tak|be\b|been)\w{3,}ing\b/i,
);

/** Whether a message says that the goods are at fault; undefined: it does not tell. */
export function faultSaid(text: string, asked: boolean): boolean | undefined {
  const trimmed = text.trim();
  for (const language of ['zh', 'en'] as const) {
    if (trimmed === orderPhrases(language).faulty) return true;
    if (trimmed === orderPhrases(language).notFaulty) return false;
  }
  if (NONE.test(trimmed)) return false;
  if (SOME_ZH.test(trimmed) || SOME_EN.test(trimmed)) return true;
  if (!asked) return undefined;
  if (/^(?:有的?|是的?|对|yes|yeah|yep|it is)\W*$/i.test(trimmed)) return true;
  return /^(?:没有?|不是|无|no|nope|it isn't)\W*$/i.test(trimmed) ? false : undefined;
}
