import { expect, it } from 'vitest';
import { allowedDrop, readRunOptions } from './run-options.ts';

it('reads the command line', () => {
  expect(readRunOptions(['--suite', 'a', '--suite', 'b', '--resume', '--jobs', '1'])).toMatchObject({
    suite: ['a', 'b'],
    resume: true,
    jobs: 1,
    engine: 'local',
  });
  expect(readRunOptions(['--resume', 'run-1']).resume).toBe('run-1');
  expect(readRunOptions(['--url', 'http://x', '--token', 'C001=a=b']).token).toEqual({ C001: 'a=b' });
});

it.each([[['--engine', 'other']], [['--url', 'nowhere']], [['--token', 'abc']], [['--jobs', 'many']], [['--what']]])(
  'refuses %j',
  (args) => {
    expect(() => readRunOptions(args)).toThrow();
  },
);

it('lets nothing fall far with the built-in engine, and leaves another to its bars', () => {
  const dropOf = (...args: string[]) => allowedDrop(readRunOptions(args));
  expect(dropOf()).toBe(0.02);
  expect(dropOf('--engine', 'openai')).toBeUndefined();
  expect(dropOf('--url', 'http://127.0.0.1:3000')).toBeUndefined();
  expect(dropOf('--engine', 'openai', '--allow-drop', '0.05')).toBe(0.05);
  expect(() => dropOf('--allow-drop', 'much')).toThrow('--allow-drop');
});
