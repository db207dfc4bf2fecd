import { expect, it } from 'vitest';
import { answerTypeOf } from './answer-type.ts';
import { askedNouns } from './asked-nouns.ts';

function asked(question: string, words: string[]): string[] {
  return words.filter(askedNouns(question, answerTypeOf(question)));
}

it('takes the noun before what asks for a name of the answer', () => {
  expect(asked('这场球赛的最终比分是多少？', ['球赛', '最终', '比分'])).toEqual(['比分']);
  expect(asked('他們乘坐的船叫什麼', ['乘坐', '船'])).toEqual(['船']);
  expect(asked('What is the old capital of Norway?', ['old', 'capit', 'norway'])).toEqual(['capit']);
  expect(asked("What's the purpose of the valve?", ['purpos', 'valv'])).toEqual(['purpos']);
});

it('takes words for kinds and names for such wherever they stand', () => {
  expect(asked('什么类型的木材最硬', ['类型', '木材'])).toEqual(['类型']);
  expect(asked('Which type of wood is hard?', ['type', 'wood'])).toEqual(['type']);
});

it('leaves alone what a question is about', () => {
  expect(asked('新疆的运费是多少', ['新疆', '运费'])).toEqual([]);
  expect(asked('电池的保修期是多久', ['电池', '保修期'])).toEqual([]);
  expect(asked('什么是年费', ['年费'])).toEqual([]);
  expect(asked('Where is the manual of the lamp?', ['manual', 'lamp'])).toEqual([]);
});
