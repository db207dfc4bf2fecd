import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { type ScriptedAnswer, startScriptedModel } from '../../../testing/models/scripted-model.ts';
import { createTranslator } from './translate.ts';

/** Only an answer that comes too late waits for the limit; the others must not be taken for one on a busy machine. */
async function translatorOf(script: ScriptedAnswer[], timeoutMs = 10_000) {
  const model = await startScriptedModel({ script });
  onTestFinished(() => model.close());
  const settings = {
    apiKey: 'scripted',
    baseUrl: model.url,
    model: 'scripted-model',
    embeddingModel: undefined,
    timeoutMs,
  };
  return { model, translator: createTranslator({ model: settings, logger: pino({ level: 'silent' }) }) };
}

it('asks for the text in a language, the text fenced as data', async () => {
  const { model, translator } = await translatorOf([{ text: ' Where is my parcel? ' }]);
  expect(await translator.translate('我的快递到哪了？', 'en')).toBe('Where is my parcel?');
  const asked = JSON.stringify(model.requests[0]?.messages);
  expect(asked).toContain('English');
  expect(asked).toContain('<text>\\n我的快递到哪了？\\n</text>');
});

it.each<[string, ScriptedAnswer]>([
  ['ends at the limit', { text: 'Where is', finishReason: 'length' }],
  ['is cut', { text: 'Where is my parcel?', fault: 'cut-clean' }],
  ['says nothing', { text: '  ' }],
  ['comes too late', { text: 'Where is my parcel?', delayMs: 3_000 }],
])('gives nothing rather than a part when the answer %s', async (_, answer) => {
  const { translator } = await translatorOf([answer, answer], answer.delayMs === undefined ? 10_000 : 500);
  await expect(translator.translate('我的快递到哪了？', 'en')).rejects.toThrow();
});
