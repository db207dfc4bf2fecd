import { z } from 'zod';
import { badRequest } from '../config/errors.ts';
import { ChannelError, callJson } from './call.ts';
import type { Channel, ChannelRequest, ChannelResponse } from './channel.ts';
import { ONLY_TEXT, WELCOME } from './phrases.ts';
import { pieces } from './pieces.ts';
import { createWechatCipher, verifySignature, wechatSignature } from './wechat-crypto.ts';
import { createWechatToken } from './wechat-token.ts';
import { readXml, writeXml } from './wechat-xml.ts';

/** WeChat waits 5 s for an answer and then asks again, three times. */
const ANSWER_MS = 3_500;
/** Bytes of UTF-8 in one text message. */
const LONGEST_BYTES = 2_048;
const LONGEST = 600;
const EXPIRED_TOKEN = new Set([40001, 40014, 42001]);

const text = (body: string): ChannelResponse => ({ status: 200, type: 'text/plain; charset=utf-8', body });
const sent = z.object({ errcode: z.number(), errmsg: z.string().optional() });

export interface WechatSettings {
  appId: string;
  appSecret: string;
  token: string;
  aesKey: string | undefined;
  apiUrl: string;
  now?: () => number;
}

/**
 * A WeChat Official Account, in clear or in safe (AES) mode. A reply that is ready within a few seconds goes into the
 * answer itself; a later one, and a person's, go out as customer-service messages.
 */
export function createWechatChannel(settings: WechatSettings): Channel {
  const { token, appId, now = Date.now } = settings;
  const cipher = settings.aesKey ? createWechatCipher(settings.aesKey, appId) : undefined;
  const accessToken = createWechatToken(settings);

  /** The message's fields: decrypted where it came encrypted. */
  const open = ({ query, body }: ChannelRequest): Record<string, string> => {
    const { timestamp = '', nonce = '' } = query;
    if (query.encrypt_type !== 'aes') {
      verifySignature(query.signature, token, timestamp, nonce);
      return readXml(body);
    }
    const { Encrypt = '' } = readXml(body);
    verifySignature(query.msg_signature, token, timestamp, nonce, Encrypt);
    if (!cipher) throw badRequest('aes_key_missing', 'The account is in safe mode: set WECHAT_AES_KEY.');
    return readXml(cipher.decrypt(Encrypt));
  };

  /** A passive reply to the message, encrypted if that was. */
  const answerTo =
    (fields: Record<string, string>, encrypted: boolean) =>
    (content: string): ChannelResponse => {
      const seconds = Math.floor(now() / 1_000);
      const xml = writeXml({
        ToUserName: fields.FromUserName ?? '',
        FromUserName: fields.ToUserName ?? '',
        CreateTime: seconds,
        MsgType: 'text',
        Content: content,
      });
      const type = 'application/xml; charset=utf-8';
      if (!encrypted || !cipher) return { status: 200, type, body: xml };
      const Encrypt = cipher.encrypt(xml);
      const nonce = String(seconds % 1_000_000_007);
      const MsgSignature = wechatSignature(token, String(seconds), nonce, Encrypt);
      return { status: 200, type, body: writeXml({ Encrypt, MsgSignature, TimeStamp: seconds, Nonce: nonce }) };
    };

  return {
    name: 'wechat',
    async receive(request) {
      const { query, method } = request;
      if (method === 'GET') {
        verifySignature(query.signature, token, query.timestamp ?? '', query.nonce ?? '');
        return { kind: 'answer', response: text(query.echostr ?? '') };
      }
      const fields = open(request);
      const { FromUserName: personId, MsgType, Content, MsgId, Event } = fields;
      if (!personId) throw badRequest('bad_message', 'The message names no sender.');
      const answer = answerTo(fields, query.encrypt_type === 'aes');
      if (MsgType === 'event')
        return { kind: 'answer', response: Event === 'subscribe' ? answer(WELCOME.zh) : text('success') };
      // Voice messages may come with their text (Recognition).
      const said = (MsgType === 'voice' ? fields.Recognition : Content)?.trim();
      if (!said) return { kind: 'answer', response: answer(ONLY_TEXT.zh) };
      return {
        kind: 'message',
        message: { personId, messageId: `wx-${MsgId ?? `${fields.CreateTime}`}`, text: said, locale: 'zh' },
        reply: {
          withinMs: ANSWER_MS,
          response: (reply) => (Buffer.byteLength(reply) <= LONGEST_BYTES ? answer(reply) : undefined),
        },
        silence: text('success'),
      };
    },

    async send({ personId, text: content, author, agentName }, signal) {
      const named = author === 'agent' && agentName ? `${agentName}：${content}` : content;
      for (const piece of pieces(named, LONGEST)) {
        const body = JSON.stringify({ touser: personId, msgtype: 'text', text: { content: piece } });
        const post = async (force: boolean) => {
          const key = await accessToken.get(signal, { force });
          const url = `${settings.apiUrl}/cgi-bin/message/custom/send?access_token=${encodeURIComponent(key)}`;
          return sent.parse(await callJson(url, body, { signal }));
        };
        let result = await post(false);
        if (EXPIRED_TOKEN.has(result.errcode)) result = await post(true);
        if (result.errcode !== 0) throw new ChannelError(`WeChat refused the message: error ${result.errcode}.`);
      }
    },
  };
}
