import fp from 'fastify-plugin';
import { storable } from '../../conversations/message-text.ts';
import { storableJson } from '../storable-json.ts';

/**
 * What a request says, in a form that can be stored. JSON is the only body that is understood; an empty one counts as
 * none, since clients name the type all the same.
 */
export const requestText = fp(
  async (app) => {
    app.removeAllContentTypeParsers();
    const parse = app.getDefaultJsonParser('error', 'error');
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
      if (body.length === 0) done(null, undefined);
      else parse(request, storableJson(String(body)), done);
    });
    app.addHook('preValidation', async (request) => {
      if (!request.raw.url?.includes('%00')) return;
      request.query = storableValues(request.query);
      request.params = storableValues(request.params);
    });
  },
  { name: 'request-text' },
);

const clean = (value: unknown): unknown => (typeof value === 'string' ? storable(value) : value);

/** Of an address: texts, or lists of texts where a name comes more than once. */
const storableValues = (values: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [name, Array.isArray(value) ? value.map(clean) : clean(value)]),
  );
