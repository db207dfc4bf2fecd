import { anyOf } from '../../text/any-of.ts';
import { pattern } from '../../text/pattern.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { isQuestion } from '../../understanding/question.ts';

const ASKS_BACK = anyOf(
  /^(?:请|帮我|我要|我想|还是)*(?:返回|回到|转回|切回|换回|找)(?:智能客服|机器人|智能助手|ai)(?:客服)?(?:吧|了)?$/u,
  /^(?:please )?(?:go |take me |switch |i want to go )?back to (?:the )?(?:assistant|bot|ai|chatbot)(?: please)?$/u,
  /^(?:cancel|leave) (?:the )?(?:queue|handoff)$/u,
  /^(?:i )?(?:no longer|don'?t) need (?:a |the )?(?:person|human|agent)(?: any ?more)?$/u,
);
const SIGH_ZH = /哦|嗯|啊|那|好吧|等等|等一下|还是|[，,。 ]/u;
const NO_PERSON_ZH = anyOf(
  /算了|(?:不用|不要|不需要|取消|不等|别|不)(?:转|等)?(?:人工|排队|真人)(?:客服)?/u,
  /不用(?:了|转)|不转|不等了|别转/u,
);
const MORE_ZH = anyOf(
  /(?:不用|不要|不转|别转)(?:了|(?:转)?(?:人工|真人)(?:客服)?了?)/u,
  /吧|了|啦|算了|[，,。.!！~ ]/u,
);
const SIGH_EN = /ok|oh|hm+|no|wait|actually|sorry|well|you know what/u;
const NO_PERSON_EN = anyOf(
  /forget (?:about )?(?:it|that)|never ?mind|nvm|(?:cancel|scratch|scrap) (?:that|it)/u,
  /don'?t bother|no need|(?:i )?changed my mind/u,
);
/** Takes the wish for a person back; what follows may be for the assistant. */
const TAKEN_BACK = anyOf(
  pattern`^${SIGH_ZH}*${NO_PERSON_ZH}${MORE_ZH}*`,
  pattern`^(?:${SIGH_EN}[ ,.!]*)*${NO_PERSON_EN}(?: then)?(?:[ ,.!;:-]+|$)(?:but )?`,
);
/** Said to the one who answers here. */
const TO_ASSISTANT = anyOf(
  /^(?:那|就|还是|请)*(?:你|您)?(?:直接|就|来|帮我|给我|告诉|说)/u,
  /^(?:just |please |can you |you )*(?:tell|show|give|help|check)\b/u,
);

const own = (text: string): string => normaliseText(text).replace(/[’`]/gu, "'").trim();

/**
 * Whether a customer who waits for a person wants the assistant to go on, and what is asked of it then (empty:
 * nothing). Anything else that follows is for the person.
 */
export function asksBack(text: string): { rest: string } | undefined {
  const said = own(text);
  if (ASKS_BACK.test(said.replace(/[\p{P}\s]+$/u, ''))) return { rest: '' };
  const opener = TAKEN_BACK.exec(said)?.[0];
  if (opener === undefined || opener === '') return undefined;
  const rest = said.slice(opener.length).trim();
  return rest === '' || isQuestion(rest) || TO_ASSISTANT.test(rest) ? { rest } : undefined;
}
