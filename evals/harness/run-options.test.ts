import { expect, it } from 'vitest';
import { readRunOptions } from './run-options.ts';

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
