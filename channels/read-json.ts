import { badRequest } from '../config/errors.ts';

/** AppError 400 for what is no JSON. */
export function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw badRequest('bad_json', 'The body is not JSON.');
  }
}
