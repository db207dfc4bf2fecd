import { expect, it } from 'vitest';
import { createSpeaker } from './speaker.ts';
import type { TurnEvent } from './turn-events.ts';

function recorder() {
  let heard = '';
  const emit = (event: TurnEvent) => {
    if (event.type === 'delta') heard += event.text;
    if (event.type === 'reset') heard = '';
  };
  return { emit, heard: () => heard };
}

it('streams the first request and holds the others back until it is done', () => {
  const { emit, heard } = recorder();
  const speaker = createSpeaker(emit);
  speaker.channel(1).delta('second[1]');
  speaker.channel(0).delta('first[1] ');
  speaker.close(1, 1);
  expect(heard()).toBe('first[1] ');
  speaker.channel(0).delta('and more[2]');
  speaker.close(0, 2);
  expect(heard()).toBe('first[1] and more[2]\n\nsecond[3]');
});

it('takes back what a broken upstream had begun', () => {
  const { emit, heard } = recorder();
  const speaker = createSpeaker(emit);
  speaker.channel(0).delta('half an ans');
  speaker.channel(0).reset();
  speaker.channel(0).delta('whole answer');
  speaker.close(0, 0);
  expect(heard()).toBe('whole answer');
});

it('measures the first text from its start', () => {
  let clock = 100;
  const speaker = createSpeaker(
    () => undefined,
    () => clock,
  );
  expect(speaker.firstTokenMs()).toBeNull();
  clock = 140;
  speaker.channel(0).delta('x');
  clock = 200;
  speaker.channel(0).delta('y');
  expect(speaker.firstTokenMs()).toBe(40);
});

it('says once what two requests are answered with, and counts its sources once', () => {
  const { emit, heard } = recorder();
  const speaker = createSpeaker(emit);
  speaker.channel(0).delta('the same[1]');
  speaker.channel(1).delta('the same[1]');
  speaker.channel(2).delta('another[1]');
  speaker.close(0, 1);
  speaker.close(1, 1);
  speaker.close(2, 1);
  expect(heard()).toBe('the same[1]\n\nanother[2]');
});
