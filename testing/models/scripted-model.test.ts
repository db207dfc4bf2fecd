import OpenAI from 'openai';
import { afterEach, describe, expect, it } from 'vitest';
import { type ScriptedModel, type ScriptedModelOptions, startScriptedModel } from './scripted-model.ts';

let server: ScriptedModel | undefined;
afterEach(() => server?.close());

async function start(options: ScriptedModelOptions = {}) {
  server = await startScriptedModel(options);
  return { server, client: new OpenAI({ apiKey: 'k', baseURL: server.url, maxRetries: 0 }) };
}
const say = (content: string) => ({ model: 'm', messages: [{ role: 'user' as const, content }] });

describe('scripted model', () => {
  it('streams text, tool calls and usage as the real client reads them', async () => {
    const { client } = await start({
      script: [{ text: '你好，世界', toolCalls: [{ name: 'look', args: { id: 'A-1' } }] }],
    });
    const stream = await client.chat.completions.create({
      ...say('hi'),
      stream: true,
      stream_options: { include_usage: true },
    });
    let [text, args, finish, tokens] = ['', '', '', 0];
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta.content ?? '';
      args += chunk.choices[0]?.delta.tool_calls?.[0]?.function?.arguments ?? '';
      finish = chunk.choices[0]?.finish_reason ?? finish;
      tokens = chunk.usage?.total_tokens ?? tokens;
    }
    expect({ text, args, finish }).toEqual({ text: '你好，世界', args: '{"id":"A-1"}', finish: 'tool_calls' });
    expect(tokens).toBeGreaterThan(0);
  });

  it('answers whole, by the JSON schema that it is given', async () => {
    const { client } = await start();
    const schema = {
      type: 'object',
      properties: { intent: { enum: ['unclear', 'return_policy'] }, sure: { type: 'boolean' } },
    };
    const answer = await client.chat.completions.create({
      ...say('<message>Can I return it?</message>'),
      response_format: { type: 'json_schema', json_schema: { name: 's', schema } },
    });
    expect(JSON.parse(answer.choices[0]?.message.content ?? '')).toEqual({ intent: 'return_policy', sure: false });
  });

  it('calls the first tool with the number that stands in the text', async () => {
    const { client } = await start();
    const answer = await client.chat.completions.create({
      ...say('Where is order BK-10012?'),
      tools: [
        {
          type: 'function',
          function: { name: 'find', parameters: { type: 'object', properties: { orderIds: { type: 'array' } } } },
        },
      ],
    });
    expect(answer.choices[0]?.message.tool_calls?.[0]).toMatchObject({
      function: { name: 'find', arguments: '{"orderIds":["BK-10012"]}' },
    });
  });

  it('copies sentences of the passages with their number', async () => {
    const { client } = await start();
    const answer = await client.chat.completions.create(
      say('<passage n="2">Returns are free. Ask us first.</passage><question>Are returns free?</question>'),
    );
    expect(answer.choices[0]?.message.content).toBe('Returns are free.[2] Ask us first.[2]');
  });

  it('embeds the same way every time, near texts nearer, in base64 as in numbers', async () => {
    const { client } = await start();
    const embed = async (input: string[], encoding_format: 'base64' | 'float') =>
      (await client.embeddings.create({ model: 'e', input, encoding_format })).data.map((one) => one.embedding);
    const vectors = await embed(['free returns', 'free return', '保修两年'], 'float');
    const dot = (a: number[] = [], b: number[] = []) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
    expect(dot(vectors[0], vectors[1])).toBeGreaterThan(dot(vectors[0], vectors[2]) + 0.3);
    const raw = await fetch(`${server?.url}/embeddings`, {
      method: 'POST',
      body: JSON.stringify({ model: 'e', input: 'free returns', encoding_format: 'base64' }),
    });
    const body: { data?: Array<{ embedding: string }> } = await raw.json();
    const bytes = Buffer.from(body.data?.[0]?.embedding ?? '', 'base64');
    expect(bytes.readFloatLE(0)).toBeCloseTo(vectors[0]?.[0] ?? Number.NaN, 5);
  });

  it('fails a request that the script does not know', async () => {
    const { server, client } = await start({ script: [{ text: 'once' }] });
    await client.chat.completions.create(say('1'));
    await expect(client.chat.completions.create(say('2'))).rejects.toMatchObject({ status: 500, code: 'unscripted' });
    expect(server.unexpected).toHaveLength(1);
  });

  it('tells how long to wait when there are too many requests', async () => {
    const { client } = await start({ fault: '429' });
    const error: unknown = await client.chat.completions.create(say('1')).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OpenAI.RateLimitError);
    expect(error instanceof OpenAI.RateLimitError && error.headers?.get('retry-after')).toBe('7');
  });
});
