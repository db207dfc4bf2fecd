import { anyOf } from '../../../text/any-of.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';

/** Whether a request is put in one of the ways. */
export const says = (...ways: [RegExp, ...RegExp[]]): ((request: Pick<UnderstoodRequest, 'text'>) => boolean) => {
  const said = anyOf(...ways);
  return ({ text }) => said.test(text);
};
