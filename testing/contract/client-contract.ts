import { DefaultChatTransport, readUIMessageStream, type UIMessage } from 'ai';
import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import type { RunningShop } from './running-shop.ts';

const textOf = (message: UIMessage): string =>
  message.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('');

export function clientContract(shop: RunningShop): void {
  describe('other people’s clients', () => {
    it('holds a conversation with the AI SDK', async () => {
      const transport = new DefaultChatTransport({
        api: `${shop.url()}/api/chat`,
        headers: { authorization: `Bearer ${await shop.token('u-1')}` },
      });
      const chatId = `ai-${crypto.randomUUID()}`;
      const messages: UIMessage[] = [];
      const say = async (text: string) => {
        messages.push({ id: crypto.randomUUID(), role: 'user', parts: [{ type: 'text', text }] });
        const stream = await transport.sendMessages({
          trigger: 'submit-message',
          chatId,
          messageId: undefined,
          messages,
          abortSignal: undefined,
        });
        let reply: UIMessage | undefined;
        for await (const message of readUIMessageStream({ stream, terminateOnError: true })) reply = message;
        if (!reply) throw new Error('The stream held no message.');
        messages.push(reply);
        return reply;
      };
      expect(textOf(await say('How much does gift wrapping cost?'))).toContain('$4');
      const order = await say('Where is order #PL-70001?');
      expect(order.parts).toContainEqual(
        expect.objectContaining({ type: 'data-card', data: expect.objectContaining({ id: '#PL-70001' }) }),
      );
      expect(order.metadata).toMatchObject({ conversationId: chatId, status: 'bot' });
      expect(await transport.reconnectToStream({ chatId })).toBeNull();
    });

    it('answers the OpenAI client, streamed and not', async () => {
      const options = { baseURL: `${shop.url()}/v1`, maxRetries: 0 };
      const client = new OpenAI({ ...options, apiKey: await shop.token('u-1') });
      const question = { role: 'user' as const, content: 'How much does gift wrapping cost?' };
      const user = `openai-${crypto.randomUUID()}`;
      const whole = await client.chat.completions.create({ model: 'kefu', user, messages: [question] });
      expect(whole.choices[0]).toMatchObject({ finish_reason: 'stop', message: { role: 'assistant' } });
      expect(whole.choices[0]?.message.content).toContain('$4');
      let text = '';
      // In a talk of its own: the same question again in one talk brings the offer of a person.
      const again = `openai-${crypto.randomUUID()}`;
      const parts = await client.chat.completions.create({
        model: 'kefu',
        user: again,
        messages: [question],
        stream: true,
      });
      for await (const part of parts) text += part.choices[0]?.delta.content ?? '';
      expect(text).toBe(whole.choices[0]?.message.content);
      const stranger = new OpenAI({ ...options, apiKey: 'sk-none' });
      await expect(stranger.chat.completions.create({ model: 'kefu', messages: [question] })).rejects.toMatchObject({
        status: 401,
      });
    });
  });
}
