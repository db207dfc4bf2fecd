import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRunningShop } from '../testing/contract/running-shop.ts';
import { handIn } from '../testing/hand-in.ts';
import { type Program, startProgram } from '../testing/programs/program.ts';
import { runProgram } from '../testing/programs/run-program.ts';

const isInstalled = (() => {
  try {
    return Boolean(createRequire(import.meta.url).resolve('@node-rs/jieba'));
  } catch {
    return false;
  }
})();
if (!isInstalled) console.log('not run: a search by the words of jieba (@node-rs/jieba is not installed)');

describe.skipIf(isInstalled)('KEFU_CHINESE_WORDS=jieba without the package', () => {
  it('ends at the start with one message that tells what to install', async () => {
    const { code, printed } = await runProgram('main.ts', { KEFU_CHINESE_WORDS: 'jieba' });
    expect(code).toBe(1);
    expect(printed).toContain('npm install --no-save @node-rs/jieba');
  });
});

describe.skipIf(!isInstalled)('KEFU_CHINESE_WORDS=jieba', () => {
  let program: Program;
  const shop = createRunningShop(() => program);
  beforeAll(async () => {
    program = await startProgram({ shopDir: 'testing/bookshop', env: { KEFU_CHINESE_WORDS: 'jieba' } });
  }, 200_000);
  afterAll(() => program?.close());

  it('learns and cites a document of words that no word list of the trade has', { timeout: 120_000 }, async () => {
    const id = await handIn(await shop.staff('knowledge'), {
      name: '标本.md',
      bytes: '# 植物标本\n\n蒲公英标本用吸水纸压制九天。\n\n昙花标本用吸水纸压制四天。\n',
    });
    const answer = await shop.asked('u-1', '蒲公英标本要压制几天？');
    expect(answer.text).toContain('九天');
    expect(answer.citations[0]).toMatchObject({ documentId: id });
  });
});

it('an unknown value is told with the other settings', async () => {
  const { code, printed } = await runProgram('main.ts', { KEFU_CHINESE_WORDS: 'thulac' });
  expect(code).toBe(2);
  expect(printed).toContain('KEFU_CHINESE_WORDS');
});
