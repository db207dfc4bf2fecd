import { anyOf } from '../text/any-of.ts';

const QUESTION = anyOf(
  /[?？]\s*$/u,
  /[吗么呢]\s*[。.!！]?$|什么|怎么|怎样|如何|为何|为什么|多少|多久|多长|多大|多重/u,
  /(?<![好这那前了过])几[个天点次种号款时](?![前后来])|哪[里儿个些款种家位天年边]/u,
  /哪\s*[?？。]?$|是否/u,
  /(?:是|可以|能|要|该)[^，,。]{0,10}还是(?!算了)|有没有|能不能|可不可以|是不是|会不会|要不要/u,
  /谁|请问|啥|咋|([\p{Script=Han}])不\1|不[?？]?$|是不/u,
  /^(?:hows?|whats?|whens?|wheres?|why|who|whose|which|can|could|do|does|did|is|are|was)\b/u,
  /^(?:were|will|would|should|may|has|have|any|am)\b/u,
  /\b(?:tell me|know|wonder(?:ing)?|ask|explain|information (?:on|about)|question about)\b.*\b(?:how|what|when|where|why|who|which|if|whether|about)\b/u,
  /\b(?:how (?:much|many|long|do|can|to|does|is)|what (?:is|are|s)|what's)\b/u,
);

/** Whether the normalised text asks for information. */
export function isQuestion(normalised: string): boolean {
  return QUESTION.test(normalised);
}
