import { describe, expect, it } from 'vitest';
import type { ChannelRequest } from './channel.ts';
import { pieces } from './pieces.ts';
import { plainText } from './plain-text.ts';
import { createTelegramChannel } from './telegram.ts';
import { createWebhookChannel, signature } from './webhook.ts';
import { createWechatChannel } from './wechat.ts';
import { createWechatCipher, wechatSignature } from './wechat-crypto.ts';
import { readXml, writeXml } from './wechat-xml.ts';

const NOW = Date.parse('2026-11-28T12:00:00Z');
const now = () => NOW;
const request = (given: Partial<ChannelRequest>): ChannelRequest => ({
  method: 'POST',
  query: {},
  headers: {},
  body: '',
  ...given,
});

describe('webhook', () => {
  const secret = 's'.repeat(32);
  const channel = createWebhookChannel({ secret, url: 'http://shop.example/hook', now });
  const body = JSON.stringify({ personId: 'u-7', messageId: 'm1', text: 'hello', locale: 'en' });
  const signed = (text: string, seconds = NOW / 1_000, key = secret) =>
    request({ body: text, headers: { 'x-kefu-signature': signature(key, text, seconds) } });

  it('takes what is signed, now and with the secret, and nothing else', async () => {
    expect(await channel.receive(signed(body))).toMatchObject({
      kind: 'message',
      message: { personId: 'u-7', messageId: 'm1', text: 'hello', locale: 'en' },
      silence: { status: 202 },
    });
    const refused = [
      request({ body }),
      signed(body, NOW / 1_000, 'x'.repeat(32)),
      signed(body, NOW / 1_000 - 301),
      signed(body, NOW / 1_000 + 301),
      { ...signed(body), body: body.replace('u-7', 'u-8') },
    ];
    for (const one of refused) await expect(channel.receive(one)).rejects.toMatchObject({ status: 401 });
    for (const bad of ['{', '{}', JSON.stringify({ personId: 'a', messageId: 'b c', text: 'x' })])
      await expect(channel.receive(signed(bad))).rejects.toMatchObject({ status: 400 });
  });
});

describe('Telegram', () => {
  const secret = 'telegram-secret-1';
  const channel = createTelegramChannel({ token: '1:x', secret, apiUrl: 'http://api.example' });
  const update = (message: object, given = secret) =>
    channel.receive(
      request({
        body: JSON.stringify({ update_id: 10_000, message }),
        headers: { 'x-telegram-bot-api-secret-token': given },
      }),
    );
  const chat = { id: 1_111_111, type: 'private', first_name: 'Test' };
  const from = { id: 1_111_111, is_bot: false, first_name: 'Test', language_code: 'zh-hans' };

  it('reads a private text, greets on /start, answers a picture, and leaves groups and bots alone', async () => {
    const message = { message_id: 1_365, date: 1_441_645_532, chat, from };
    expect(await update({ ...message, text: '我的订单呢' })).toMatchObject({
      message: { personId: '1111111', messageId: 'tg-1365', text: '我的订单呢', locale: 'zh' },
    });
    expect(await update({ ...message, text: '/start' })).toMatchObject({ message: { text: '你好' } });
    expect(await update({ ...message, photo: [{ file_id: 'x' }] })).toMatchObject({
      kind: 'answer',
      response: { body: expect.stringContaining('sendMessage') },
    });
    expect(await update({ ...message, chat: { id: -5, type: 'group' }, text: 'hi' })).toMatchObject({ kind: 'answer' });
    expect(await update({ ...message, from: { ...from, is_bot: true }, text: 'hi' })).toMatchObject({ kind: 'answer' });
    await expect(update({ ...message, text: 'hi' }, 'telegram-secret-2')).rejects.toMatchObject({ status: 401 });
  });
});

describe('WeChat', () => {
  const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
  const settings = { appId: 'wx1', appSecret: 's', token: 'tok', aesKey, apiUrl: 'http://api.example', now };
  const channel = createWechatChannel(settings);
  const plain = { timestamp: '1700000000', nonce: '77' };
  const signature_ = wechatSignature('tok', plain.timestamp, plain.nonce);
  const xml = writeXml({
    ToUserName: 'gh_shop',
    FromUserName: 'oPerson',
    CreateTime: 1_700_000_000,
    MsgType: 'text',
    Content: '怎么退货？<b>&amp;]]>',
    MsgId: '23456',
  });

  it('proves itself when the address is set up, and refuses a wrong signature', async () => {
    const query = { ...plain, signature: signature_, echostr: 'echo-1' };
    expect(await channel.receive(request({ method: 'GET', query }))).toMatchObject({ response: { body: 'echo-1' } });
    const wrong = request({ method: 'GET', query: { ...query, nonce: '78' } });
    await expect(channel.receive(wrong)).rejects.toMatchObject({ status: 401 });
  });

  it('reads a text in clear and answers it in the same breath', async () => {
    const received = await channel.receive(request({ query: { ...plain, signature: signature_ }, body: xml }));
    if (received.kind !== 'message') throw new Error('no message');
    expect(received.message).toMatchObject({
      personId: 'oPerson',
      messageId: 'wx-23456',
      text: '怎么退货？<b>&amp;]]>',
    });
    const answer = readXml(received.reply?.response('七天内可退]]>。')?.body ?? '');
    expect(answer).toMatchObject({
      ToUserName: 'oPerson',
      FromUserName: 'gh_shop',
      MsgType: 'text',
      Content: '七天内可退]]>。',
    });
    expect(received.reply?.response('长'.repeat(900))).toBeUndefined();
  });

  it('does the same encrypted, and only for its own account', async () => {
    const cipher = createWechatCipher(aesKey, 'wx1');
    const encrypted = (account: string) => {
      const Encrypt = createWechatCipher(aesKey, account).encrypt(xml);
      const msg_signature = wechatSignature('tok', plain.timestamp, plain.nonce, Encrypt);
      return request({
        query: { ...plain, encrypt_type: 'aes', msg_signature },
        body: writeXml({ ToUserName: 'gh_shop', Encrypt }),
      });
    };
    const received = await channel.receive(encrypted('wx1'));
    if (received.kind !== 'message') throw new Error('no message');
    expect(received.message.text).toBe('怎么退货？<b>&amp;]]>');
    const outer = readXml(received.reply?.response('好的')?.body ?? '');
    expect(wechatSignature('tok', outer.TimeStamp ?? '', outer.Nonce ?? '', outer.Encrypt ?? '')).toBe(
      outer.MsgSignature,
    );
    expect(readXml(cipher.decrypt(outer.Encrypt ?? ''))).toMatchObject({ Content: '好的' });
    await expect(channel.receive(encrypted('wx2'))).rejects.toMatchObject({ status: 401 });
  });

  it('welcomes a follower and says that it reads text only', async () => {
    const event = (fields: Record<string, string>) =>
      channel.receive(
        request({
          query: { ...plain, signature: signature_ },
          body: writeXml({ ToUserName: 'gh_shop', FromUserName: 'oPerson', CreateTime: 1, ...fields }),
        }),
      );
    expect(await event({ MsgType: 'event', Event: 'subscribe' })).toMatchObject({
      response: { body: expect.stringContaining('智能客服') },
    });
    expect(await event({ MsgType: 'event', Event: 'CLICK' })).toMatchObject({ response: { body: 'success' } });
    expect(await event({ MsgType: 'image', PicUrl: 'http://x' })).toMatchObject({
      response: { body: expect.stringContaining('文字') },
    });
    expect(await event({ MsgType: 'voice', Recognition: '我要退货', MsgId: '9' })).toMatchObject({
      message: { text: '我要退货' },
    });
  });

  it('does not expand entities and refuses deep XML', () => {
    expect(readXml('<!DOCTYPE x [<!ENTITY e "boom">]><xml><Content>&e;</Content></xml>').Content).toBe('&e;');
    expect(() => readXml(`<xml>${'<a>'.repeat(50)}`)).toThrow('Too deep');
  });
});

describe('texts for places without Markdown', () => {
  it('cuts long ones at sentences and never within a character', () => {
    const text = `${'一二三四五六七八九。'.repeat(30)}${'😀'.repeat(60)}`;
    const cut = pieces(text, 100);
    expect(cut.every((piece) => piece.length <= 100 && piece.isWellFormed())).toBe(true);
    expect(cut.join('')).toBe(text);
    expect(cut[0]?.endsWith('。')).toBe(true);
  });

  it('puts the sources at the end instead of marks', () => {
    const citation = { documentId: 'd', title: 'Returns', page: 3, quote: '' };
    expect(plainText('**30 days** [1]. See [2].', [citation, citation], 'en')).toBe(
      '30 days. See.\n\nSources: Returns page 3',
    );
    expect(plainText('| A | B |\n|---|---|\n| 1 | 2 |', [], 'zh')).toBe('A · B\n1 · 2');
  });
});
