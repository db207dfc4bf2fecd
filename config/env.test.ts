import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from './env.ts';

const faultsOf = (source: NodeJS.ProcessEnv): string => {
  try {
    readSettings(source);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return '';
};

describe('the settings', () => {
  it('are a demo on loopback when nothing is set', () => {
    expect(readSettings({})).toMatchObject({ port: 3000, host: '127.0.0.1', demo: true, process: 'all' });
    expect(readSettings({ KEFU_IDENTITY_SECRET: 'x'.repeat(32) }).demo).toBe(false);
  });

  it('count a blank one as not set', () => {
    expect(readSettings({ PORT: ' ', REDIS_URL: '', OPENAI_MODEL: '' })).toMatchObject({
      port: 3000,
      model: undefined,
    });
  });

  it('tell a name that is almost one of theirs, and none that is something else', () => {
    const { misspelt } = readSettings({
      KEFU_DATADIR: '/x',
      openai_modle: 'm',
      KEFU_OCR: 'off',
      PATH: '',
      SHOP_KEY: '',
    });
    expect(misspelt).toEqual([
      { name: 'KEFU_DATADIR', meant: 'KEFU_DATA_DIR' },
      { name: 'openai_modle', meant: 'OPENAI_MODEL' },
    ]);
    expect(readSettings({ KEFU_TEST_DATABASE_URL: 'postgres://x/y', KEFU_SHOP_KEY: 'k' }).misspelt).toEqual([]);
  });

  it('name all faults in one message, each once', () => {
    const message = faultsOf({
      PORT: '99999',
      CHROMA_URL: 'nope',
      DATABASE_URL: 'mysql://x',
      KEFU_PROCESS: 'both',
      KEFU_DEMO: 'maybe',
      OPENAI_MODEL: 'm',
    });
    const names = [...message.matchAll(/^ {2}- (\w+):/gm)].map(([, name]) => name);
    expect(names).toEqual(['PORT', 'DATABASE_URL', 'CHROMA_URL', 'KEFU_DEMO', 'KEFU_PROCESS', 'OPENAI_API_KEY']);
    expect(message).toContain('(got "99999")');
  });

  it('tell what is expected, and that processes of one kind need a server that they share', () => {
    const message = faultsOf({ PORT: 'abc', KEFU_DEMO: 'maybe', KEFU_LOG_LEVEL: 'loud', KEFU_PROCESS: 'web' });
    expect(message).toContain('PORT: must be a whole number from 0 to 65535 (got "abc")');
    expect(message).toContain('KEFU_DEMO: must be on or off (got "maybe")');
    expect(message).toMatch(/KEFU_LOG_LEVEL: must be one of fatal, .*silent \(got "loud"\)/);
    expect(message).toContain('KEFU_PROCESS: web needs DATABASE_URL');
  });

  it('show no secret', () => {
    const message = faultsOf({
      KEFU_IDENTITY_SECRET: 'hunter2',
      KEFU_DEMO_PASSWORD: 'pw1',
      DATABASE_URL: 'mysql://root:tiger@db/kefu',
    });
    expect(message).toMatch(/KEFU_IDENTITY_SECRET[\s\S]*KEFU_DEMO_PASSWORD/);
    expect(message).not.toMatch(/hunter2|pw1|tiger/);
  });

  it('refuse a demo on a public address, and a public address without a secret', () => {
    expect(faultsOf({ HOST: '0.0.0.0', KEFU_DEMO: 'on' })).toContain('KEFU_DEMO');
    expect(faultsOf({ HOST: '0.0.0.0' })).toContain('KEFU_IDENTITY_SECRET');
  });

  it('sets router and writer apart, and sends no key to a server that it was not set for', () => {
    const common = { KEFU_DEMO: 'on', OPENAI_API_KEY: 'sk-main', OPENAI_MODEL: 'm' };
    expect(readSettings(common).model).toMatchObject({ router: undefined, writer: undefined });
    expect(readSettings({ ...common, OPENAI_ROUTER_MODEL: 'small' }).model?.router).toEqual({
      model: 'small',
      apiKey: 'sk-main',
      baseUrl: undefined,
    });
    expect(readSettings({ ...common, OPENAI_WRITER_BASE_URL: 'http://127.0.0.1:1/v1' }).model?.writer).toEqual({
      model: 'm',
      apiKey: 'none',
      baseUrl: 'http://127.0.0.1:1/v1',
    });
    expect(() => readSettings({ KEFU_DEMO: 'on', OPENAI_ROUTER_MODEL: 'small' })).toThrow(/OPENAI_ROUTER_MODEL/);
  });
});
