import { anyOf } from '../../text/any-of.ts';
import { toSimplified } from '../../text/traditional.ts';

const ASKS_BACK = anyOf(
  /^(?:请|帮我|我要|我想|还是)*(?:返回|回到|转回|切回|换回|找)(?:智能客服|机器人|智能助手|ai)(?:客服)?(?:吧|了)?$/u,
  /^(?:不用|不要|不需要|取消|不等)(?:转)?(?:人工|排队)(?:客服)?(?:了)?$/u,
  /^(?:please )?(?:go |take me |switch |i want to go )?back to (?:the )?(?:assistant|bot|ai|chatbot)(?: please)?$/u,
  /^(?:cancel|leave) (?:the )?(?:queue|handoff)$/u,
  /^(?:i )?(?:no longer|don'?t) need (?:a |the )?(?:person|human|agent)(?: any ?more)?$/u,
);

/** Whether a message of a waiting customer says, and says nothing but, that the bot should go on. */
export const asksBack = (text: string): boolean =>
  ASKS_BACK.test(
    toSimplified(text.normalize('NFKC'))
      .toLowerCase()
      .replace(/[’`]/gu, "'")
      .replace(/[\p{P}\s]+$/u, '')
      .trim(),
  );
