import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { badRequest, unauthorized } from '../config/errors.ts';
import { ChannelError, callJson } from './call.ts';
import type { Channel, ChannelResponse } from './channel.ts';
import { ONLY_TEXT } from './phrases.ts';
import { pieces } from './pieces.ts';
import { readJson } from './read-json.ts';

/** Telegram's limit for one message, in UTF-16 code units. */
const LONGEST = 4_096;
const OK: ChannelResponse = { status: 200, type: 'application/json', body: '{}' };

/** The parts of an Update that are read (core.telegram.org/bots/api#update). */
const update = z.object({
  update_id: z.number(),
  message: z
    .object({
      message_id: z.number(),
      chat: z.object({ id: z.number(), type: z.string() }),
      from: z.object({ is_bot: z.boolean().optional(), language_code: z.string().optional() }).optional(),
      text: z.string().optional(),
    })
    .optional(),
});

const answered = z.object({ ok: z.literal(true) });

const same = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());

/** A Telegram bot in private chats. Updates come with the secret that setWebhook was given. */
export const createTelegramChannel = (settings: { token: string; secret: string; apiUrl: string }): Channel => {
  const method = (name: string) => `${settings.apiUrl.replace(/\/$/, '')}/bot${settings.token}/${name}`;
  return {
    name: 'telegram',
    async receive({ headers, body }) {
      if (!same(String(headers['x-telegram-bot-api-secret-token'] ?? ''), settings.secret))
        throw unauthorized('X-Telegram-Bot-Api-Secret-Token does not fit.');
      const parsed = update.safeParse(readJson(body));
      if (!parsed.success) throw badRequest('bad_update', 'This is no update of the Bot API.', parsed.error.issues);
      const { message } = parsed.data;
      // Groups, edits, callbacks and other bots are not for a customer service.
      if (message?.chat.type !== 'private' || message.from?.is_bot) return { kind: 'answer', response: OK };
      const locale = message.from?.language_code?.startsWith('zh') ? 'zh' : 'en';
      const text = message.text?.trim();
      if (!text) {
        const answer = { method: 'sendMessage', chat_id: message.chat.id, text: ONLY_TEXT[locale] };
        return { kind: 'answer', response: { ...OK, body: JSON.stringify(answer) } };
      }
      return {
        kind: 'message',
        message: {
          personId: String(message.chat.id),
          messageId: `tg-${message.message_id}`,
          text: text === '/start' ? (locale === 'zh' ? '你好' : 'Hello') : text,
          locale,
        },
        silence: OK,
      };
    },
    async send({ personId, text, author, agentName }, signal) {
      const named = author === 'agent' && agentName ? `${agentName}: ${text}` : text;
      for (const piece of pieces(named, LONGEST)) {
        const body = JSON.stringify({
          chat_id: Number(personId),
          text: piece,
          link_preview_options: { is_disabled: true },
        });
        const answer = await callJson(method('sendMessage'), body, { signal });
        if (!answered.safeParse(answer).success) throw new ChannelError('Telegram did not take the message.');
      }
    },
  };
};
